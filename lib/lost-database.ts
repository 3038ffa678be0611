/** Prisma's codes for a database that does not answer, is full, or gave no connection in time. */
const CODES = new Set(['P1001', 'P1002', 'P1003', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']);

/** PostgreSQL's classes: connection failures, too few resources, shutting down or starting up. */
const SQL_STATES = /^(08|53|57P)/;

/** What the connection itself reports where no server took part. */
const SYSTEM_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'EAI_AGAIN']);
const KINDS = new Set(['DatabaseNotReachable', 'DatabaseDoesNotExist', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);
const MESSAGES = /connection terminated|timeout exceeded when trying to connect|server has closed the connection|not currently accepting connections/i;

/** Whether this is the database being away, which passes, rather than a fault of ours, which doesn't. */
export function isLostDatabase(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, kind, originalCode, message, meta, cause } = error as ErrorParts;
  if (code && (CODES.has(code) || SYSTEM_CODES.has(code))) return true;
  if (kind && KINDS.has(kind)) return true;
  if (originalCode && SQL_STATES.test(originalCode)) return true;
  if (message && MESSAGES.test(message)) return true;
  return isLostDatabase(meta?.driverAdapterError) || isLostDatabase(cause);
}

/** The parts of an unknown error that tell; each may be missing. */
type ErrorParts = { code?: string; kind?: string; originalCode?: string; message?: string; meta?: { driverAdapterError?: unknown }; cause?: unknown };
