// Programs that parts of the tests need and npm does not have: the one that is named, one that is installed, or one
// downloaded now. Without it that part of the tests does not run, and the run says so at its end (bin/test.mjs).
import fs from 'node:fs';
import path from 'node:path';
import { aptInstall, hasApt } from './apt.mjs';
import { CommandError } from './command-error.mjs';

/** The name of each program, the variable with its path, and the system's package. */
const programs = {
  nginx: {
    title: 'nginx',
    variable: 'NGINX_PATH',
    commands: ['nginx'],
    fromPackage: 'nginx-light',
    part: 'The tests through nginx',
  },
  libreoffice: {
    title: 'LibreOffice',
    variable: 'SOFFICE_PATH',
    commands: ['soffice'],
    fromPackage: 'libreoffice-writer-nogui',
    part: 'The tests with LibreOffice',
  },
  poppler: {
    title: 'Poppler',
    variable: 'PDFINFO_PATH',
    commands: ['pdfinfo'],
    fromPackage: 'poppler-utils',
    part: 'The tests with Poppler',
  },
};

/** @typedef {keyof typeof programs} Program */

const folders = () => [
  ...(process.env.PATH ?? '').split(path.delimiter),
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/opt/homebrew/bin',
];

/**
 * The path of a program that this machine has; undefined where there is none.
 * @param {Program} name
 */
export function installedProgram(name) {
  const { variable, commands } = programs[name];
  const named = process.env[variable];
  if (named && !fs.existsSync(named)) throw new CommandError(`${variable} is ${named}, and there is no such file.`);
  return (
    named ||
    folders()
      .flatMap((folder) => commands.map((command) => path.join(folder, command)))
      .find((file) => fs.existsSync(file))
  );
}

/**
 * Installs a program if that is possible.
 * @param {Program} name
 * @param {(text: string) => void} say
 * @returns {Promise<string | undefined>} undefined where it is there; else which part does not run, why, and what to do, in sentences
 */
export async function lackOf(name, say) {
  if (installedProgram(name)) return undefined;
  const { title, variable, fromPackage, part } = programs[name];
  /** @param {string} why */
  const sentence = (why) => `${part} did not run: ${why}. Install ${title}, or name one in ${variable}.`;
  if (!hasApt()) return sentence(`there is no ${title} on this machine`);
  say(`no ${title} on this machine: apt-get install ${fromPackage}`);
  const { ok, output } = await aptInstall(fromPackage);
  if (ok && installedProgram(name)) return undefined;
  return sentence(
    `there is no ${title} on this machine, and apt-get could not install it (${output.trim().split('\n').at(-1)})`,
  );
}
