import { spawn } from 'node:child_process';
/** How long a scanner may take for one file. */
const SCAN_SECONDS = 20;

/** A scanner's result: nothing found, something found, or no answer; `none` if there is no scanner. */
export type Scan = 'clean' | 'found' | 'failed' | 'none';

/**
 * Runs the scanner that `command` names, which is SCAN_COMMAND. It is started without a shell, reads the file's bytes
 * from its standard input and answers by its exit code: 0 nothing found, 1 something found. Any other code, no answer
 * in time or no such program is `failed`.
 */
export async function scan(bytes: Buffer, command: string | undefined, seconds = SCAN_SECONDS): Promise<Scan> {
  const [program, ...args] = command?.split(/\s+/).filter((word) => word !== '') ?? [];
  if (program === undefined) return 'none';
  const code = await exitCodeOf(program, args, bytes, seconds);
  if (code === 0) return 'clean';
  if (code === 1) return 'found';
  console.error(
    `The scanner named by SCAN_COMMAND did not answer as it should (${code}). The file is kept and marked as not scanned.`,
  );
  return 'failed';
}

function exitCodeOf(program: string, args: string[], bytes: Buffer, seconds: number): Promise<number | string> {
  return new Promise((resolve) => {
    // A group of its own: what a script has started ends with it.
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    const timer = setTimeout(() => {
      resolve(`no answer in ${seconds} seconds`);
      if (child.pid !== undefined) endGroup(child.pid);
    }, seconds * 1_000);
    const settle = (answer: number | string) => {
      clearTimeout(timer);
      resolve(answer);
    };
    child.on('error', (error) => settle(error.message));
    child.on('exit', (code, signal) => settle(code ?? `ended by ${signal}`));
    // It may have seen enough before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  });
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}
