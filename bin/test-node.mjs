// npm run test:node -- 24 [phase ...]: the test suite on another version of Node. Its binary comes with npm's package
// `node`, into a cache folder of this checkout; it is no dependency.
import fs from 'node:fs';
import path from 'node:path';
import { scratchDirectory } from './checkout.mjs';
import { CommandError, report } from './command-error.mjs';
import { endChildren, finished, startProgram } from './processes.mjs';
import { say } from './progress.mjs';
import { onStop } from './signals.mjs';

onStop(async () => {
  await endChildren();
  process.exit(130);
});

try {
  const [version, ...phases] = process.argv.slice(2);
  if (!version || !/^\d+(\.\d+){0,2}$/.test(version))
    throw new CommandError('Say which version: npm run test:node -- 24, or npm run test:node -- 22 unit lib/review');
  const folder = await installNode(version);
  const node = path.join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  // Commands start node by its own path, and others, such as npm, by this one.
  const environment = { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH}` };
  const { ok } = await finished(startProgram(node, ['bin/test.mjs', ...phases], { environment }));
  process.exit(ok ? 0 : 1);
} catch (error) {
  report(error);
  process.exit(1);
}

/**
 * Returns the folder of the binary. A version that is there is not asked for again: a newer patch is another folder's
 * name, such as 24.11.
 * @param {string} version
 */
async function installNode(version) {
  const home = path.join(scratchDirectory(), 'node', version);
  const folder = path.join(home, 'node_modules/node/bin');
  if (!fs.existsSync(folder)) {
    say(`Node ${version} is fetched from npm …`);
    fs.mkdirSync(home, { recursive: true });
    fs.writeFileSync(path.join(home, 'package.json'), '{ "private": true }\n');
    const args = [
      'install',
      `node@${version}`,
      '--prefix',
      home,
      '--no-audit',
      '--no-fund',
      '--no-save',
      '--loglevel=error',
    ];
    const { ok, ended } = await finished(startProgram('npm', args));
    if (!ok || !fs.existsSync(folder))
      throw new CommandError(`Node ${version} could not be installed (npm: ${ended}; its own message is above).`);
  }
  const { output } = await finished(startProgram(path.join(folder, 'node'), ['--version'], { output: 'pipe' }));
  say(`on Node ${output.trim()}`);
  return folder;
}
