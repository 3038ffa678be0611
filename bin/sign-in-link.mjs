// npm run sign-in-link -- EMAIL: prints a link that signs this person in, for when neither mail nor the sign-in provider
// works. It needs what only the operator of the server has: its database and its secret.
import { dataDirectory } from './checkout.mjs';
import { CommandError } from './command-error.mjs';
import { loadDotEnv, readSettings, serverEnvironment } from './environment.mjs';
import { generateClient, installPackages } from './install.mjs';
import { finished, startNode } from './processes.mjs';
import { runToEnd } from './run-to-end.mjs';

await runToEnd(printLink, []);

async function printLink() {
  const [email, ...others] = process.argv.slice(2);
  if (!email || others.length > 0) throw new CommandError('Whose link? npm run sign-in-link -- EMAIL');
  loadDotEnv();
  const settings = readSettings();
  const directory = dataDirectory();
  await installPackages();
  await generateClient();
  const databaseUrl = settings.databaseUrl ?? (await runningDatabase(directory));
  const { demandDatabase } = await import('./database.mjs');
  await demandDatabase({ url: databaseUrl });
  const environment = serverEnvironment(settings, { directory, databaseUrl });
  const program = startNode(['--import', 'tsx', 'lib/accounts/print-sign-in-link.ts', email], { environment });
  const { ok } = await finished(program);
  if (!ok) throw new CommandError('There is no link: the reason stands above.');
}

/**
 * The embedded database of the forum that runs here.
 * @param {string} directory
 */
async function runningDatabase(directory) {
  const { findPostgres } = await import('./postgres.mjs');
  const running = await findPostgres({ home: directory });
  if (!running)
    throw new CommandError('The forum does not run here: start it first (npm start), then ask for the link.');
  return running.urlOf('bpf');
}
