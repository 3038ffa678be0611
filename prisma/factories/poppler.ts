import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installedProgram } from '@/bin/programs.mjs';

/**
 * What Poppler reads of a PDF file: its words, what it says of itself, its tags with their texts, and its fonts, one a
 * line.
 */
export function readPdf(bytes: Uint8Array): { said: string; info: string; tags: string; fonts: string[] } {
  const program = installedProgram('poppler');
  if (!program) throw new Error('There is no Poppler on this machine.');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'poppler-'));
  const file = path.join(folder, 'file.pdf');
  const run = (name: string, ...args: string[]) =>
    execFileSync(path.join(path.dirname(program), name), args, { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  try {
    fs.writeFileSync(file, bytes);
    return {
      said: run('pdftotext', file, '-'),
      info: run('pdfinfo', file),
      tags: run('pdfinfo', '-struct-text', file),
      fonts: run('pdffonts', file).trimEnd().split('\n').slice(2),
    };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
