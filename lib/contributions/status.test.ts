import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db, Prisma } from '@/lib/platform/db/client';
import { mutation } from '@/lib/platform/mutation';
import { writeInAnyStatus } from '@/prisma/factories/past-triggers';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { CHANGE_STATUSES, CHANGE_TRANSITIONS, CONTRIBUTION_STATUSES, CONTRIBUTION_TRANSITIONS } from './state';
import type { ChangeStatus, ContributionStatus } from './state';
import { changeStatus, markChanges } from './status';

useTestDatabase();

let [id, changeId, number] = ['', '', 9000];

beforeEach(() => {
  [id, changeId, number] = [randomUUID(), randomUUID(), number + 1];
});

/** A contribution that meets every check constraint in any status, so that only the transition decides. */
async function contributionIn(status: ContributionStatus): Promise<void> {
  await writeInAnyStatus(
    (tx) => tx.$executeRaw`
      INSERT INTO contributions (id, call_id, questionnaire_id, number, reference, status, submitted_at, published_at, status_reason)
      SELECT ${id}::uuid, q.call_id, q.id, ${number}, ${`BPF-WALK-${number}`}, ${status}::contribution_status, now(), now(), 'A reason.' FROM questionnaires q LIMIT 1`,
  );
}

async function changeIn(status: ChangeStatus): Promise<void> {
  await contributionIn('submitted');
  await writeInAnyStatus(
    (tx) => tx.$executeRaw`
      WITH revision AS (
        INSERT INTO contribution_revisions (id, contribution_id, number) VALUES (gen_random_uuid(), ${id}::uuid, 1) RETURNING id
      ), proposal AS (
        INSERT INTO proposals (id, contribution_id, revision_id, position, kind, question_key)
        SELECT gen_random_uuid(), ${id}::uuid, id, 0, 'new', 'proposals' FROM revision RETURNING id
      )
      INSERT INTO proposed_changes (id, proposal_id, contribution_id, key, value, base_version, status)
      SELECT ${changeId}::uuid, id, ${id}::uuid, 'name', '"A name"', 0, ${status}::change_status FROM proposal`,
  );
}

const pairs = <Status extends string>(statuses: readonly Status[]) =>
  statuses.flatMap((from) => statuses.map((to) => ({ from, to })));

/** Writes the status without our code; returns what the database said. */
const answerTo = (statement: Prisma.Sql): Promise<string> =>
  db.$executeRaw(statement).then(
    (count) => `written ${count}`,
    (error: Error) => /(no transition from \w+ to \w+|a new one is not \w+)/.exec(error.message)?.[1] ?? error.message,
  );

describe('the database', () => {
  it.each(pairs(CONTRIBUTION_STATUSES))(
    'moves a contribution from $from to $to as its table says',
    async ({ from, to }) => {
      await contributionIn(from);
      const answer = await answerTo(
        Prisma.sql`UPDATE contributions SET status = ${to}::contribution_status WHERE id = ${id}::uuid`,
      );
      const possible = from === to || CONTRIBUTION_TRANSITIONS[from].includes(to);
      expect(answer).toBe(possible ? 'written 1' : `no transition from ${from} to ${to}`);
    },
  );

  it.each(pairs(CHANGE_STATUSES))(
    'moves a proposed change from $from to $to as its table says',
    async ({ from, to }) => {
      await changeIn(from);
      const answer = await answerTo(
        Prisma.sql`UPDATE proposed_changes SET status = ${to}::change_status WHERE id = ${changeId}::uuid`,
      );
      const possible = from === to || CHANGE_TRANSITIONS[from].includes(to);
      expect(answer).toBe(possible ? 'written 1' : `no transition from ${from} to ${to}`);
    },
  );

  it.each(CONTRIBUTION_STATUSES)('lets a contribution begin as a draft only, not as %s', async (status) => {
    const answer = await answerTo(Prisma.sql`
      INSERT INTO contributions (id, call_id, questionnaire_id, number, reference, status, submitted_at, published_at, status_reason)
      SELECT ${id}::uuid, q.call_id, q.id, ${number}, ${`BPF-WALK-${number}`}, ${status}::contribution_status, now(), now(), 'A reason.' FROM questionnaires q LIMIT 1`);
    expect(answer).toBe(status === 'draft' ? 'written 1' : `a new one is not ${status}`);
  });

  it.each(CHANGE_STATUSES)('lets a proposed change begin as pending only, not as %s', async (status) => {
    await changeIn('pending');
    const answer = await answerTo(Prisma.sql`
      INSERT INTO proposed_changes (id, proposal_id, contribution_id, key, value, base_version, round, status)
      SELECT gen_random_uuid(), proposal_id, contribution_id, key, value, base_version, round + 1, ${status}::change_status
      FROM proposed_changes WHERE id = ${changeId}::uuid`);
    expect(answer).toBe(status === 'pending' ? 'written 1' : `a new one is not ${status}`);
  });
});

describe('changeStatus', () => {
  type Target = Parameters<typeof changeStatus>[0]['to'];
  const targets = CONTRIBUTION_STATUSES.filter((status): status is Target => status !== 'draft');
  const all = CONTRIBUTION_STATUSES.flatMap((from) =>
    targets.map((to) => ({
      from,
      to,
      // By sending, a draft or a correction becomes a submission: this function only reopens.
      allowed:
        to === 'submitted' ? from === 'declined' || from === 'kept' : CONTRIBUTION_TRANSITIONS[from].includes(to),
    })),
  );

  it.each(all)('from $from to $to: allowed is $allowed', async ({ from, to, allowed }) => {
    await contributionIn(from);
    if (to === 'published' && from !== 'unpublished')
      await db.contribution.update({ where: { id }, data: { publishedAt: null }, select: { id: true } });
    const result = await mutation({ actor: 'system' }, (context) =>
      changeStatus({ id, to, reason: 'A reason.' }, context),
    );
    const row = await db.contribution.findUniqueOrThrow({ where: { id }, select: { status: true } });
    const action = to === 'submitted' ? 'reopened' : from === 'unpublished' && to === 'published' ? 'put_back' : to;
    const events = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'desc' }, take: 1 });
    if (allowed) expect([result, row.status, events[0]?.action]).toEqual([{ ok: true }, to, `contribution.${action}`]);
    else
      expect([result, row.status]).toEqual([
        { ok: false, reason: from === to ? 'already_in_status' : 'not_allowed_in_status' },
        from,
      ]);
  });

  it('reports a contribution that does not exist', async () => {
    const unknown = { id: randomUUID(), to: 'declined' } as const;
    expect(await mutation({ actor: 'system' }, (context) => changeStatus(unknown, context))).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });
});

describe('markChanges', () => {
  it('marks what is pending once, and leaves what is decided as it is', async () => {
    const { changes } = await submit(
      proposing('manrs', [
        { cell: 'maintainer', value: 'The Internet Society' },
        { cell: 'link', value: 'https://example.org/manrs' },
      ]),
    );
    const [one, two] = [changes.maintainer ?? '', changes.link ?? ''];
    const mark = (status: Exclude<ChangeStatus, 'pending'>, ...ids: string[]) =>
      db.$transaction((tx) =>
        markChanges(
          ids.map((change) => ({ id: change, status })),
          new Date(),
          tx,
        ),
      );
    expect(await mark('accepted', one)).toEqual(new Set([one]));
    expect(await mark('withdrawn', one, two)).toEqual(new Set([two]));
    expect(await mark('rejected', one, two)).toEqual(new Set());
    const rows = await db.proposedChange.findMany({ where: { id: { in: [one, two] } }, orderBy: { key: 'desc' } });
    expect(rows.map(({ key, status }) => [key, status])).toEqual([
      ['maintainer', 'accepted'],
      ['link', 'withdrawn'],
    ]);
  });
});

describe('the code', () => {
  /** The files of lib in which a statement or a call of Prisma writes the status of such a row. */
  function writersOf(table: string, model: string): string[] {
    const statement = new RegExp(`UPDATE ${table}\\b[^\`]*?\\bSET\\b[^\`;]*?\\bstatus\\s*=[^\`]*?(WHERE|FROM)`);
    const call = new RegExp(
      `\\b${model}\\.(update|create|upsert)\\w*\\(\\{[^;]*?\\b(data|create|update): \\{[^}]*?\\bstatus\\b`,
    );
    const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter(
      (file) => /(?<!\.test)\.ts$/.test(file) && !file.includes('generated'),
    );
    return files.filter((file) => {
      const source = readFileSync(path.join('lib', file), 'utf8');
      return statement.test(source) || call.test(source);
    });
  }

  it('writes the status of a contribution, of a proposed change and of a mail in one file each', () => {
    expect(writersOf('contributions', 'contribution')).toEqual(['contributions/status.ts']);
    expect(writersOf('proposed_changes', 'proposedChange')).toEqual(['contributions/status.ts']);
    expect(writersOf('mails', 'mail')).toEqual(['notifications/mail-status.ts']);
  });
});
