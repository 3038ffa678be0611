/** Prisma's codes for a database that does not answer, is full, or gave no connection in time. */
const CODES = new Set(['P1001', 'P1002', 'P1003', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']);

/**
 * PostgreSQL's classes: connection failures, too few resources (a full disk among them), shutting down or starting up,
 * failing disks; and a replica that takes no writes.
 */
const SQL_STATES = /^(08|53|57P|58030$|25006$)/;

/** What the connection itself reports where no server took part. */
const SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
]);
const KINDS = new Set([
  'DatabaseNotReachable',
  'DatabaseDoesNotExist',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);
const MESSAGES = new RegExp(
  [
    ...[
      'connection terminated',
      'timeout exceeded when trying to connect',
      'server has closed the connection',
      'not currently accepting connections',
    ],
    ...[
      'client (has encountered a connection error|was closed) and is not queryable',
      'connection error and is not queryable',
      'query read timeout',
    ],
    ...[
      'the database system is (starting up|shutting down|in recovery mode|not yet accepting connections)',
      'too many clients already',
      'remaining connection slots are reserved',
    ],
    ...['could not (extend|write to) file .*no space left on device', 'terminating connection due to'],
  ].join('|'),
  'i',
);

/** Whether the database is down, which passes, and not an error in our code, which does not. */
export function isDatabaseDown(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, kind, originalCode, message, meta, cause, errors } = error as ErrorParts;
  if (code && (CODES.has(code) || SYSTEM_CODES.has(code) || SQL_STATES.test(code))) return true;
  if (kind && KINDS.has(kind)) return true;
  if (originalCode && SQL_STATES.test(originalCode)) return true;
  if (message && MESSAGES.test(message)) return true;
  // A name with several addresses fails with one error for each of them.
  return (
    isDatabaseDown(meta?.driverAdapterError) ||
    isDatabaseDown(cause) ||
    (Array.isArray(errors) && errors.some(isDatabaseDown))
  );
}

/** The parts of an unknown error that tell; each may be missing. */
type ErrorParts = {
  code?: string;
  kind?: string;
  originalCode?: string;
  message?: string;
  meta?: { driverAdapterError?: unknown };
  cause?: unknown;
  errors?: unknown;
};
