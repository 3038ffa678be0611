// What a command prints for its operator instead of a stack trace.

/** An expected reason not to go on; its message is one or more whole sentences. */
export class CommandError extends Error {}

/**
 * Prints why a command ends: an expected failure as its sentences, a missing permission likewise, anything unexpected
 * with its stack.
 * @param {unknown} error
 */
export function report(error) {
  if (error instanceof CommandError) console.error(`\n${error.message}`);
  else if (isSystemError(error) && (error.code === 'EACCES' || error.code === 'EPERM')) {
    console.error(
      `\nNo permission to ${error.syscall} ${error.path}. Was this checkout used by another user, for example root?`,
    );
  } else console.error(error);
}

/**
 * Whether Node or the database driver says by a code what went wrong.
 * @param {unknown} error
 * @returns {error is NodeJS.ErrnoException}
 */
const isSystemError = (error) => error instanceof Error && 'code' in error;

/**
 * The code by which Node or the database driver says what went wrong; undefined where there is none.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export const codeOf = (error) => (isSystemError(error) ? error.code : undefined);

/** @param {unknown} error */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * The text to print for an unexpected error.
 * @param {unknown} error
 */
export const stackOf = (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
