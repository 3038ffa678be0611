import { spawn } from 'node:child_process';
import path from 'node:path';
import type { PdfDocument } from './document';

export const PDF_TYPE = 'application/pdf';

/**
 * In characters: twice a report of 100 long contributions (430 pages), which took 450 MB and 10 s on two busy cores. The
 * memory and the time of the compiler grow with it.
 */
const LARGEST_DOCUMENT = 5_000_000;
const LONGEST_MS = 180_000;
/** One file uses one processor for as long as it takes, so others wait. More than these would wait for too long. */
const LONGEST_QUEUE = 30;

/** Why there is no file: what was asked for is too large, too many wait, it took too long, or the compiler refused it. */
export class PdfError extends Error {
  constructor(
    readonly reason: 'too_large' | 'too_many' | 'too_slow' | 'refused',
    detail: string,
  ) {
    super(`No PDF file was made (${reason}): ${detail}`);
    this.name = 'PdfError';
  }
}

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * A document as a tagged PDF file (PDF/UA-1, ISO 14289-1): with bookmarks, its fonts embedded. The same document with
 * the same date is the same file, byte for byte. It is made in a process of its own, one after the other, so that
 * neither a server's other answers nor its memory depend on it. Throws PdfError.
 */
export async function pdfFile(document: PdfDocument, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  const asked = JSON.stringify({ ...document, instant: Math.floor(at.getTime() / 1000) });
  if (asked.length > LARGEST_DOCUMENT) throw new PdfError('too_large', `${asked.length} characters`);
  if (waiting >= LONGEST_QUEUE) throw new PdfError('too_many', `${waiting} wait`);
  waiting += 1;
  const made = last.then(() => compiled(asked));
  last = made.catch(() => undefined).finally(() => (waiting -= 1));
  return made;
}

/** It gets nothing of the environment, which holds secrets. */
const ENVIRONMENT: NodeJS.ProcessEnv = { NODE_ENV: 'production', TMPDIR: process.env.TMPDIR };

function compiled(asked: string): Promise<Uint8Array<ArrayBuffer>> {
  const program = path.join(process.cwd(), 'lib', 'platform', 'pdf', 'compile.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], { env: ENVIRONMENT, stdio: 'pipe' });
    const [file, said]: [Buffer[], Buffer[]] = [[], []];
    let late = false;
    const clock = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, LONGEST_MS);
    child.stdout.on('data', (part: Buffer) => file.push(part));
    child.stderr.on('data', (part: Buffer) => said.push(part));
    child.on('error', (error) => {
      clearTimeout(clock);
      reject(new PdfError('refused', error.message));
    });
    child.on('close', (code, signal) => {
      clearTimeout(clock);
      if (code === 0) resolve(new Uint8Array(Buffer.concat(file)));
      else if (late) reject(new PdfError('too_slow', `not within ${LONGEST_MS / 1000} s`));
      else reject(new PdfError('refused', Buffer.concat(said).toString().slice(0, 2_000) || `ended by ${signal}`));
    });
    // A program that has ended already takes no input; `close` says why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(asked);
  });
}
