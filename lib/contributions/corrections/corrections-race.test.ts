import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { decideChanges } from '@/lib/review/decide';
import { declineContribution, publishContribution } from '@/lib/review/publication';
import { beginCorrection, sendCorrection } from '@/prisma/factories/corrections';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';

useTestDatabase();

const ROUNDS = 5;
const TRANSACTION_OPTIONS = 60_000;
let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

const CELLS = ['link', 'maintainer', 'stakeholders'] as const;
const valueOf = (cell: string, words: string) => (cell === 'link' ? `https://example.org/${words}` : words);
const proposals = (words: string) =>
  proposing(
    'manrs',
    CELLS.map((cell) => ({ cell, value: valueOf(cell, words) })),
  );

async function begun(words: string) {
  const sent = await submit(proposals(words));
  return { ...sent, ...(await beginCorrection(sent.reference)) };
}

/** Must hold for every winner: one numbering, only the newest revision undecided, every decision on one change. */
async function expectWhole(id: string): Promise<{ status: string; revision: number }> {
  const row = await db.contribution.findUniqueOrThrow({
    where: { id },
    select: {
      status: true,
      currentRevision: true,
      revisions: { select: { number: true }, orderBy: { number: 'asc' } },
    },
  });
  expect(row.revisions.map(({ number }) => number)).toEqual(
    Array.from({ length: row.currentRevision }, (_, index) => index + 1),
  );
  const changes = await db.proposedChange.findMany({
    where: { contributionId: id },
    select: {
      status: true,
      decision: { select: { id: true } },
      proposal: { select: { revision: { select: { number: true } } } },
    },
  });
  for (const { status, decision, proposal } of changes) {
    if (status === 'pending')
      expect([proposal.revision.number, row.status]).toEqual([
        row.currentRevision,
        row.status === 'withdrawn' ? 'never' : row.status,
      ]);
    expect(decision !== null).toBe(['accepted', 'amended', 'rejected', 'superseded'].includes(status));
  }
  const submitted = await db.auditEvent.count({ where: { subjectId: id, action: 'contribution.submitted' } });
  expect(submitted).toBe(row.currentRevision);
  return { status: row.status, revision: row.currentRevision };
}

describe('at the same moment', () => {
  it(
    'of several resubmissions exactly one becomes the next revision',
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const { id } = await begun(`race-${round}`);
        const results = await Promise.all(
          ['a', 'b', 'c'].map((words) => sendCorrection(id, { proposals: proposals(words).proposals })),
        );
        expect(results.filter((result) => result.ok)).toHaveLength(1);
        expect(results.flatMap((result) => (result.ok ? [] : [result.reason]))).toEqual([
          'already_submitted',
          'already_submitted',
        ]);
        expect(await expectWhole(id)).toEqual({ status: 'submitted', revision: 2 });
      }
    },
    TRANSACTION_OPTIONS,
  );

  it(
    'a decision goes before a resubmission, which keeps it, or after, and finds the cell taken back',
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const { id, reference, changes } = await begun(`decision-${round}`);
        const decisions = CELLS.map((cell) => ({
          change: changes[cell] ?? '',
          outcome: 'reject' as const,
          reason: 'At the same moment.',
        }));
        const [decided, sent] = await Promise.all([
          decideChanges({ editor, reference, decisions }),
          sendCorrection(id),
        ]);
        expect(sent).toMatchObject({ ok: true });
        await expectWhole(id);
        const statuses = await db.proposedChange.groupBy({
          by: ['status'],
          where: { contributionId: id },
          _count: true,
          orderBy: { status: 'asc' },
        });
        const counted = Object.fromEntries(statuses.map(({ status, _count }) => [status, _count]));
        if (decided.ok) expect(counted).toEqual({ rejected: 3 });
        else {
          expect(decided.reason).toBe('already_decided');
          expect(counted).toEqual({ withdrawn: 3, pending: 3 });
        }
      }
    },
    TRANSACTION_OPTIONS,
  );

  it(
    'a rival’s decision supersedes cells that are being resubmitted, or is refused as stale; nothing deadlocks',
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const mine = await begun(`mine-${round}`);
        const rival = await submit(proposals(`rival-${round}`));
        const seen = Object.fromEntries(
          (
            await db.cell.findMany({ where: { agreement: { slug: 'manrs' } }, select: { key: true, version: true } })
          ).map((cell) => [cell.key, cell.version]),
        );
        const decisions = CELLS.map((cell) => ({
          change: rival.changes[cell] ?? '',
          outcome: 'accept' as const,
          seen: seen[cell] ?? 0,
          resolve: true,
        }));
        const [decided, sent] = await Promise.all([
          decideChanges({ editor, reference: rival.reference, decisions }),
          sendCorrection(mine.id),
        ]);
        expect(sent).toMatchObject({ ok: true });
        if (!decided.ok) expect(decided.reason).toBe('already_decided');
        await expectWhole(mine.id);
      }
    },
    TRANSACTION_OPTIONS,
  );

  it.each([
    ['publication', (reference: string) => publishContribution({ editor, reference }), 'published'],
    ['declining', (reference: string) => declineContribution({ editor, reference, reason: 'Off topic.' }), 'declined'],
  ])(
    '%s goes before a resubmission, which is refused, or after',
    async (_name, settle, settled) => {
      for (let round = 0; round < ROUNDS; round++) {
        const { id, reference } = await begun(`settled-${round}`);
        const [done, sent] = await Promise.all([settle(reference), sendCorrection(id)]);
        expect(done).toEqual({ ok: true });
        const { status, revision } = await expectWhole(id);
        expect(status).toBe(settled);
        expect(revision).toBe(sent.ok ? 2 : 1);
        if (!sent.ok) expect(sent.reason).toBe('already_submitted');
      }
    },
    TRANSACTION_OPTIONS,
  );

  it(
    'a withdrawal ends it, whether the resubmission came before or after',
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const { id } = await begun(`withdrawn-${round}`);
        // Typed before: of what was sent nothing is left to begin from once it is withdrawn.
        const [withdrawn, sent] = await Promise.all([
          withdrawContribution({ contributionId: id }),
          sendCorrection(id, { proposals: proposals('again').proposals }),
        ]);
        expect(withdrawn).toEqual({ ok: true });
        if (!sent.ok) expect(sent.reason).toBe('withdrawn');
        expect(await expectWhole(id)).toEqual({ status: 'withdrawn', revision: sent.ok ? 2 : 1 });
        expect(await db.draftSection.count({ where: { contributionId: id } })).toBe(0);
      }
    },
    TRANSACTION_OPTIONS,
  );
});
