// The PostgreSQL for tests: a temporary server, or the one that TEST_DATABASE_URL names, with a migrated and seeded
// database that every test worker copies.
import path from 'node:path';
import { dropRole, rolesOf } from './app-role.mjs';
import { scratchDirectory } from './checkout.mjs';
import {
  databasesOf,
  demandDatabase,
  dropDatabase,
  prepareDatabase,
  recreateDatabase,
  withDatabase,
} from './database.mjs';
import { removePostgres, startPostgres } from './postgres.mjs';

const template = 'bpf_template';
/** Different from the names of a forum in use, because the server in TEST_DATABASE_URL may hold one. */
const forums = 'bpf_test_forum_';

/**
 * The database of one forum that tests start, and the role under which its app works.
 * @param {string} name
 */
export const forumDatabase = (name) => `${forums}${name}`;

/**
 * @param {{ environment: Record<string, string | undefined> }} options the seed's environment
 * @returns the URL of a user who may make databases and roles, the template's name, and `remove`
 */
export async function startTestServer({ environment }) {
  const { url, remove } = process.env.TEST_DATABASE_URL
    ? await givenServer(process.env.TEST_DATABASE_URL)
    : await ephemeralServer('test');
  try {
    await recreateDatabase(url, template);
    await prepareDatabase({ url: withDatabase(url, template), environment });
  } catch (error) {
    await remove();
    throw error;
  }
  return { url, template, remove };
}

/**
 * A server with nothing in it, below `.data/<name>`. One that a killed run left behind is removed first.
 * @param {string} name
 * @param {{ durable?: boolean }} [options] durable: true where the cost of safety is what is measured
 */
export async function ephemeralServer(name, { durable = false } = {}) {
  const home = path.join(scratchDirectory(), name);
  await removePostgres({ home });
  const server = await startPostgres({ home, port: Number(process.env.POSTGRES_PORT || 55700), durable });
  return { url: server.urlOf('postgres'), remove: () => removePostgres({ home }) };
}

/** @param {string} url */
async function givenServer(url) {
  await demandDatabase({ url });
  const remove = async () => {
    for (const name of [template, ...(await databasesOf(url, forums))]) await dropDatabase(url, name);
    for (const role of await rolesOf(url, forums)) await dropRole({ ownerUrl: url, role });
  };
  return { url, remove };
}
