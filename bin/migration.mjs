// npm run migration -- add-something: writes prisma/migrations/<time>_add_something/migration.sql with the changes of
// the schema.
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { root } from './checkout.mjs';
import { withDatabase } from './database.mjs';
import { migrate } from './migrate.mjs';
import { missingSql } from './schema-diff.mjs';
import { ephemeralServer } from './test-server.mjs';

const name = process.argv[2]
  ?.toLowerCase()
  .replace(/[^a-z0-9]+/g, '_')
  .replace(/^_+|_+$/g, '');
if (!name) {
  console.error('Say what the migration does: npm run migration -- add-agreement-region');
  process.exit(1);
}

const server = await ephemeralServer('migration');
try {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('CREATE DATABASE migration');
  await client.end();
  const url = withDatabase(server.url, 'migration');
  await migrate({ url });
  const sql = await missingSql({ url });
  if (!sql) console.log('The migrations already make what the schema says: nothing to write.');
  else
    console.log(
      `written: ${write(sql)}\nRead it, complete it with checks and triggers, and commit it with the schema.`,
    );
} finally {
  await server.remove();
}

/** @param {string} sql */
function write(sql) {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join('prisma/migrations', `${time}_${name}`);
  fs.mkdirSync(path.join(root, folder), { recursive: true });
  fs.writeFileSync(path.join(root, folder, 'migration.sql'), sql);
  return path.join(folder, 'migration.sql');
}
