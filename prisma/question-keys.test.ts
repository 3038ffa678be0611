import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { publish } from '@/prisma/factories/published';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';

useTestDatabase();

const MIGRATIONS = path.join(import.meta.dirname, 'migrations');
const sqlOf = (name: string) => {
  const [folder = ''] = fs.readdirSync(MIGRATIONS).filter((one) => one.endsWith(name));
  return fs.readFileSync(path.join(MIGRATIONS, folder, 'migration.sql'), 'utf8');
};

/** As it was before rows named their question; what the search keeps of an answer goes with it. */
const EARLIER = `
  ${['answers', 'signatures', 'projects']
    .map(
      (table) => `DROP TRIGGER "${table}_kept" ON "${table}";
        CREATE TRIGGER "${table}_kept" BEFORE UPDATE ON "${table}" EXECUTE FUNCTION refuse_rewriting();`,
    )
    .join('\n')}
  DROP TRIGGER "proposals_question_kept" ON "proposals";
  ALTER TABLE "signatures" DROP COLUMN "question_key";
  ALTER TABLE "projects" DROP COLUMN "question_key";
  ALTER TABLE "proposals" DROP COLUMN "question_key";
  ALTER TABLE "answers" DROP COLUMN "value", DROP COLUMN "said" CASCADE;
  ${sqlOf('_questionnaire_kinds')}`;

it('gives the rows of an earlier database the key of their question, and leaves public answers and triggers as they are', async () => {
  const { reference } = await submit(eastWestSubmission());
  await publish(reference);
  const before = JSON.stringify(await readContribution(reference, 'en'));
  const keys = async () => ({
    signatures: await db.signature.findMany({ select: { revisionId: true, position: true, questionKey: true } }),
    projects: await db.project.findMany({ select: { id: true, questionKey: true } }),
    proposals: await db.proposal.findMany({ select: { id: true, questionKey: true } }),
  });
  const written = await keys();
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query(`BEGIN; ${EARLIER}; COMMIT`);
    await client.query(`BEGIN; ${sqlOf('_question_keys')}; COMMIT`);
  } finally {
    await client.end();
  }
  expect(await keys()).toEqual(written);
  expect(new Set(written.projects.map(({ questionKey }) => questionKey))).toEqual(new Set(['projects']));
  expect(JSON.stringify(await readContribution(reference, 'en'))).toBe(before);
  for (const table of ['signatures', 'projects', 'proposals'])
    await expect(db.$executeRawUnsafe(`UPDATE ${table} SET question_key = 'other'`)).rejects.toThrow(/append-only/);
});
