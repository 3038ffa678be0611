import { endChildren } from './processes.mjs';
import { say } from './progress.mjs';
import { report } from './command-error.mjs';
import { onStop } from './signals.mjs';

/**
 * Runs a command, and ends this process: with 0 after success, with 1 and a report after a failure, with 130 after a
 * signal. Before that it ends the child processes and undoes, last first, what the command has added to `cleanups`.
 * @param {() => Promise<unknown>} command
 * @param {(() => unknown)[]} cleanups
 */
export async function runToEnd(command, cleanups) {
  /** @param {number} code */
  const end = async (code) => {
    await endChildren();
    for (const undo of cleanups.reverse()) await undo();
    process.exit(code);
  };
  onStop((reason) => {
    say(`interrupted (${reason})`);
    return end(130);
  });
  await command().then(
    () => end(0),
    (error) => {
      report(error);
      return end(1);
    },
  );
}
