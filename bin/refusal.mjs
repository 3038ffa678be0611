// What a command tells its operator instead of a stack trace.

/** An expected reason not to go on; its message is one or more whole sentences. */
export class Refusal extends Error {}

/** Prints why a command ends: a refusal as its sentences, a missing permission likewise, anything unexpected with its stack. */
export function report(error) {
  if (error instanceof Refusal) console.error(`\n${error.message}`);
  else if (error?.code === 'EACCES' || error?.code === 'EPERM') {
    console.error(
      `\nNo permission to ${error.syscall} ${error.path}. Was this checkout used by another user, for example root?`,
    );
  } else console.error(error);
}
