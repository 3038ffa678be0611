// The PostgreSQL that tests run on: a throw-away server, or the one that TEST_DATABASE_URL names, with a migrated and seeded
// database that every test worker copies.
import crypto from 'node:crypto';
import path from 'node:path';
import { dropRole, ensureRole, grantToApp } from './app-role.mjs';
import { scratchDirectory } from './checkout.mjs';
import { demandDatabase, dropDatabase, prepareDatabase, recreateDatabase, withDatabase } from './database.mjs';
import { removePostgres, startPostgres } from './postgres.mjs';

const template = 'bpf_template';
const endToEnd = 'bpf_e2e';
/** Not the name of the real one: the server in TEST_DATABASE_URL may hold a forum in use. */
const appRole = 'bpf_test_app';

/**
 * @param {{ environment: Record<string, string | undefined> }} options the seed's environment
 * @returns the URL of a user who may make databases and roles, the template's name, `copyForBrowser` (which returns the copy's URLs:
 *   the owner's, and that of the lesser role under which the app works), and `remove`
 */
export async function startTestServer({ environment }) {
  const { url, remove } = process.env.TEST_DATABASE_URL
    ? await givenServer(process.env.TEST_DATABASE_URL)
    : await throwAwayServer('test');
  const copyForBrowser = async () => {
    await recreateDatabase(url, endToEnd, template);
    const [ownerUrl, password] = [withDatabase(url, endToEnd), crypto.randomBytes(18).toString('base64url')];
    await ensureRole({ ownerUrl, role: appRole, password });
    await grantToApp({ ownerUrl, role: appRole });
    return { ownerUrl, appUrl: Object.assign(new URL(ownerUrl), { username: appRole, password }).href };
  };
  try {
    await recreateDatabase(url, template);
    await prepareDatabase({ url: withDatabase(url, template), environment });
  } catch (error) {
    await remove();
    throw error;
  }
  return { url, template, copyForBrowser, remove };
}

/**
 * A server with nothing in it, below `.data/<name>`. One that a killed run left behind is removed first.
 * @param {string} name
 * @param {{ durable?: boolean }} [options] durable: true where the cost of safety is what is measured
 */
export async function throwAwayServer(name, { durable = false } = {}) {
  const home = path.join(scratchDirectory(), name);
  await removePostgres({ home });
  const server = await startPostgres({ home, port: Number(process.env.POSTGRES_PORT || 55700), durable });
  return { url: server.urlOf('postgres'), remove: () => removePostgres({ home }) };
}

async function givenServer(url) {
  await demandDatabase({ url });
  const remove = async () => {
    for (const name of [endToEnd, template]) await dropDatabase(url, name);
    await dropRole({ ownerUrl: url, role: appRole });
  };
  return { url, remove };
}
