import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { dropRole, ensureRole, grantToApp } from '@/bin/app-role.mjs';

/**
 * Lets the code under test work as in production: with a role that owns none of the tables. Call it after
 * `useTestDatabase`. Returns a function that runs a statement as the tables' owner.
 */
export function useAppRole(): { asOwner: <Row extends pg.QueryResultRow>(statement: string) => Promise<Row[]> } {
  const [role, password] = [
    `bpf_app_${process.pid}_${randomBytes(4).toString('hex')}`,
    randomBytes(12).toString('hex'),
  ];
  let ownerUrl = '';

  async function asOwner<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      return (await client.query<Row>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  beforeAll(async () => {
    ownerUrl = process.env.DATABASE_URL ?? '';
    await ensureRole({ ownerUrl, role, password });
    await grantToApp({ ownerUrl, role });
    process.env.DATABASE_URL = Object.assign(new URL(ownerUrl), { username: role, password }).href;
  });
  afterAll(async () => {
    await asOwner(`DROP OWNED BY ${pg.escapeIdentifier(role)}`);
    await dropRole({ ownerUrl, role });
  });
  return { asOwner };
}
