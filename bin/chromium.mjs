// A Chromium for the end-to-end tests: one that is named, one that is installed, Playwright's own, or one fetched now.
import fs from 'node:fs';
import { aptInstall, hasApt } from './apt.mjs';
import { tool } from './checkout.mjs';
import { finished, startNode } from './processes.mjs';
import { CommandError } from './command-error.mjs';

/** Chromium without the windows that no test looks at: a test costs half the time in it. */
const shell = { place: '/usr/bin/chromium-headless-shell', fromPackage: 'chromium-headless-shell' };
const places = [
  shell.place,
  ...[
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  ...[
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
];
const isRoot = process.getuid?.() === 0;

/** The path of the Chromium that CHROMIUM_PATH names or the system has; undefined means Playwright's own. */
export function installedChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !fs.existsSync(named)) throw new CommandError(`CHROMIUM_PATH is ${named}, and there is no such file.`);
  return named || places.find((place) => fs.existsSync(place));
}

/**
 * Makes sure that there is a Chromium that starts, the shell where it can be installed.
 * @param {(text: string) => void} say
 * @throws {CommandError} with everything that was tried
 */
export async function demandChromium(say) {
  if (await hasShell(say)) return;
  if (installedChromium() || (await ownStarts())) return;
  const tried = [];
  for (const { name, attempt } of waysToFetch()) {
    say(`no Chromium on this machine: ${name}`);
    const { ok, output } = await attempt();
    if (ok && (installedChromium() || (await ownStarts()))) return;
    tried.push(`${name}:\n${output.trim().split('\n').slice(-8).join('\n')}`);
  }
  throw new CommandError(
    [
      'There is no Chromium on this machine, and none could be fetched. Install one, or name one in CHROMIUM_PATH.',
      ...tried,
    ].join('\n\n'),
  );
}

/** @param {(text: string) => void} say */
async function hasShell(say) {
  if (process.env.CHROMIUM_PATH) return false;
  if (!fs.existsSync(shell.place) && hasApt()) {
    say(`no headless Chromium on this machine: apt-get install ${shell.fromPackage}`);
    await aptInstall(shell.fromPackage);
  }
  return fs.existsSync(shell.place);
}

/** Whether Playwright's own browser is installed with all its libraries: only starting it shows that. */
async function ownStarts() {
  const script =
    "import('playwright').then(async ({ chromium }) => (await chromium.launch({ args: ['--no-sandbox'] })).close())";
  const { ok } = await finished(startNode(['-e', script], { output: 'pipe' }));
  return ok;
}

function waysToFetch() {
  const playwright = (/** @type {string[]} */ ...args) =>
    finished(startNode([tool.playwright, 'install', ...args, 'chromium'], { output: 'pipe' }));
  /** @type {{ name: string, attempt: () => Promise<{ ok: boolean, output: string }> }[]} */
  const ways = [
    {
      name: 'playwright install chromium',
      attempt: () => playwright('--only-shell', ...(isRoot ? ['--with-deps'] : [])),
    },
  ];
  if (hasApt()) ways.push({ name: 'apt-get install chromium', attempt: () => aptInstall('chromium') });
  return ways;
}
