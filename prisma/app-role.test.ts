import { injectedTasks } from '@/app/server/tasks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantToApp, protectionOf, roleAt } from '@/bin/app-role.mjs';
import { createToken, revokeToken } from '@/lib/accounts/api-tokens';
import { db } from '@/lib/platform/db/client';
import { removeExpired } from '@/lib/platform/jobs/queue';
import { startWorker } from '@/lib/platform/jobs/worker';
import { sweepOutbox } from '@/lib/notifications/outbox';
import { eraseContact } from '@/lib/contributions/erasure';
import { freezeRelease } from '@/lib/publication/releases/freeze';
import { decideChanges } from '@/lib/review/decide';
import { publishContribution } from '@/lib/review/publication';
import { useAppRole } from '@/prisma/factories/app-role';
import { startMailServer } from '@/prisma/factories/mail-server';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';

useTestDatabase();
const { asOwner } = useAppRole();

const HISTORY = [
  ...['audit_events', 'decisions', 'participant_versions', 'participation_versions'],
  ...['revision_cells', 'revision_credits', 'revisions'],
];
const refusalOf = (statement: string) =>
  db.$executeRawUnsafe(statement).then(
    () => 'done',
    (error: Error) => error.message,
  );

let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
});
afterAll(() => server.stop());

describe('the role of the app', () => {
  it('may read and add to the history, and the database itself refuses it everything else', async () => {
    // The same value twice, so that a contribution is credited.
    await submit(eastWestSubmission());
    const { reference, changes } = await submit(eastWestSubmission());
    const made = await decideChanges({
      editor: await makeEditor(),
      reference,
      decisions: [
        { change: changes['respond-to-requests-for-help'] ?? '', outcome: 'accept', seen: 1, resolve: false },
      ],
    });
    expect(made).toMatchObject({ ok: true, decided: 1 });
    const counts = () =>
      Promise.all(
        HISTORY.map((table) =>
          asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`).then(([row]) => row?.n),
        ),
      );
    const before = await counts();
    expect(before.every((count) => count !== undefined && count > 0)).toBe(true);
    for (const table of HISTORY) {
      const column = ['audit_events', 'decisions', 'revisions'].includes(table)
        ? 'id'
        : table.startsWith('revision_')
          ? 'revision_id'
          : 'user_id';
      expect(await refusalOf(`UPDATE ${table} SET ${column} = ${column}`)).toContain(
        `permission denied for table ${table}`,
      );
      expect(await refusalOf(`DELETE FROM ${table}`)).toContain(`permission denied for table ${table}`);
      expect(await refusalOf(`TRUNCATE ${table} CASCADE`)).toContain('permission denied for table');
      for (const change of [
        'DISABLE TRIGGER ALL',
        'ADD COLUMN more int',
        'OWNER TO CURRENT_USER',
        'DISABLE ROW LEVEL SECURITY',
      ]) {
        expect(await refusalOf(`ALTER TABLE ${table} ${change}`)).toContain(`must be owner of table ${table}`);
      }
      expect(await refusalOf(`DROP TRIGGER ${table}_append_only ON ${table}`)).toContain(
        `must be owner of relation ${table}`,
      );
      expect(await refusalOf(`DROP TABLE ${table} CASCADE`)).toContain(`must be owner of table ${table}`);
    }
    expect(await refusalOf('SET session_replication_role = replica')).toContain('permission denied to set parameter');
    expect(await refusalOf('DROP FUNCTION refuse_rewriting CASCADE')).toContain('must be owner of function');
    expect(await counts()).toEqual(before);
  });

  it('may not touch a release once it is frozen, nor its files', async () => {
    const frozen = await freezeRelease({
      admin: await makeEditor({ role: 'admin' }),
      release: { slug: '2026.1', title: 'First', notes: '' },
      origin: 'https://forum.example.org',
    });
    expect(frozen).toEqual({ ok: true, slug: '2026.1' });
    for (const [table, column] of [
      ['releases', 'title'],
      ['release_files', 'name'],
    ]) {
      for (const statement of [
        `UPDATE ${table} SET ${column} = ${column}`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ]) {
        expect(await refusalOf(statement)).toContain('permission denied for table');
        // The owner is refused by the trigger.
        await expect(asOwner(statement)).rejects.toThrow();
      }
    }
  });

  it('owns no table, differs from the owner, and gets no more rights when they are granted again', async () => {
    const [appUrl, ownerUrl] = [process.env.DATABASE_URL ?? '', ownersUrl()];
    const role = await roleAt(appUrl);
    await grantToApp({ ownerUrl, role });
    expect(await protectionOf(appUrl)).toEqual({ role, kept: true });
    expect((await protectionOf(ownerUrl)).kept).toBe(false);
    const owned = await asOwner(
      `SELECT relname FROM pg_class WHERE relowner = '${role}'::regrole AND relkind IN ('r', 'v', 'S')`,
    );
    expect(owned).toEqual([]);
    const rights = await asOwner<{ name: string }>(`
      SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
        AND has_table_privilege('${role}', c.oid, 'INSERT') AND NOT has_table_privilege('${role}', c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER, REFERENCES')
      ORDER BY 1`);
    expect(rights.map(({ name }) => name)).toEqual(
      [
        ...HISTORY,
        'call_notices',
        'claim_decisions',
        'release_files',
        'releases',
        'report_editions',
        'report_files',
        'report_texts',
        'site_settings_versions',
        'source_versions',
        'withholdings',
      ].toSorted(),
    );
  });

  it('may use a table that a later migration makes', async () => {
    await asOwner('CREATE TABLE later (id serial PRIMARY KEY, n int)');
    await db.$executeRaw`INSERT INTO later (n) VALUES (1)`;
    await db.$executeRaw`UPDATE later SET n = 2`;
    expect(await db.$queryRaw`SELECT n FROM later`).toEqual([{ n: 2 }]);
  });
});

it('is enough for submitting, deciding, publishing, erasing, tokens, the queue and its cleaning up', async () => {
  const worker = startWorker(injectedTasks);
  try {
    const editor = await makeEditor();
    const { reference, changes } = await submit({
      ...eastWestSubmission(),
      proposals: proposing('manrs', [{ cell: 'launchDate', value: '2014-11-06' }]).proposals,
    });
    const { id: contributionId } = await db.contribution.findUniqueOrThrow({ where: { reference } });
    await expect.poll(() => server.received.length, { timeout: 15_000 }).toBe(3);
    expect(
      (
        await decideChanges({
          editor,
          reference,
          decisions: [{ change: changes.launchDate ?? '', outcome: 'reject', reason: 'Not so.' }],
        })
      ).ok,
    ).toBe(true);
    expect((await publishContribution({ editor, reference })).ok).toBe(true);
    expect(await eraseContact({ contributionId, alsoPublic: true })).toEqual({ ok: true });
    const token = await createToken(editor, { name: 'Script', days: '30' });
    expect(await revokeToken(editor, token.ok ? token.id : '')).toEqual({ ok: true });
    await removeExpired();
    await sweepOutbox();
    const actions = await db.auditEvent.findMany({
      where: { subjectId: contributionId },
      orderBy: { id: 'asc' },
      select: { action: true },
    });
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['contribution.submitted', 'contribution.published', 'contribution.contact_erased']),
    );
  } finally {
    await worker.stop();
  }
});

/** As the tables' owner, of the same database. */
function ownersUrl(): string {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  url.pathname = new URL(process.env.DATABASE_URL ?? '').pathname;
  return url.href;
}
