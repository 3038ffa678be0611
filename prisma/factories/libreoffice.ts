import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installedProgram } from '@/bin/programs.mjs';

/** A document as LibreOffice saves it after it has opened it, in each format in turn. */
export function savedByLibreOffice(
  bytes: Buffer,
  from: 'docx' | 'odt',
  formats: readonly ('docx' | 'odt')[],
): Buffer[] {
  const program = installedProgram('libreoffice');
  if (!program) throw new Error('There is no LibreOffice on this machine.');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'libreoffice-'));
  try {
    let last = path.join(folder, `0.${from}`);
    fs.writeFileSync(last, bytes);
    return formats.map((format, at) => {
      const out = path.join(folder, String(at + 1));
      const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
      execFileSync(program, [profile, '--headless', '--convert-to', format, '--outdir', out, last], {
        stdio: 'ignore',
      });
      last = path.join(out, `0.${format}`);
      return fs.readFileSync(last);
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
