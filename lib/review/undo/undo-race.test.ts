import { describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { grantApproval } from '@/lib/review/approvals/answer-approval';
import { decideChanges } from '@/lib/review/decide';
import { mergeNewProposals } from '@/lib/review/targets';
import { isSameJson } from '@/lib/platform/json';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import type { SubmissionInput } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { undoCommand, undoRevision } from './undo';
import { rounds } from '@/prisma/factories/thoroughness';

useTestDatabase();

/** Real transactions on real connections, started at the same moment. */
const ROUNDS = rounds(12, 300);
const TRANSACTION_OPTIONS = 20_000 + ROUNDS * 4_000;

const REASON = 'Undone at the same moment.';
const two = async () => [await makeEditor(), await makeEditor()] as const;
const current = async (slug: string, key: string) => (await readAgreementCells(slug))?.cells[key];

async function accept(editor: Awaited<ReturnType<typeof makeEditor>>, slug: string, key: string, value: string) {
  const { reference, changes } = await submit(proposing(slug, [{ cell: key, value }]));
  const change = changes[key] ?? '';
  const seen = (await current(slug, key))?.version ?? 0;
  const decisions = [{ change, outcome: 'accept' as const, seen, resolve: true }];
  return { reference, change, run: () => decideChanges({ editor, reference, decisions }) };
}

/** Every revision of a cell begins with what the one before it left: nothing was lost, nothing written twice. */
async function expectUnbroken(slug: string, key: string) {
  const steps = await db.revisionCell.findMany({
    where: { key, revision: { agreement: { slug } } },
    orderBy: { revision: { version: 'asc' } },
    select: { before: true, after: true },
  });
  steps.slice(1).forEach(({ before }, at) => expect(isSameJson(before, steps[at]?.after ?? null)).toBe(true));
  const stands = await current(slug, key);
  const last = steps.at(-1)?.after;
  expect(stands ? { value: stands.value, note: stands.note, source: stands.source } : null).toEqual(last ?? null);
  return steps.length;
}

describe('at the same moment', () => {
  it(
    'a revert and a new decision on the same cell: one succeeds, and the other is refused',
    async () => {
      const [one, other] = await two();
      for (let round = 0; round < ROUNDS; round++) {
        const first = await accept(one, 'manrs', 'maintainer', `before ${round}`);
        const decided = await first.run();
        const version = decided.ok ? (decided.revisions[0]?.version ?? 0) : 0;
        const next = await accept(other, 'manrs', 'maintainer', `after ${round}`);
        const [undone, newer] = await Promise.all([
          undoRevision({ editor: one, agreement: 'manrs', version, reason: REASON }),
          next.run(),
        ]);
        expect([undone.ok, newer.ok].filter(Boolean)).toHaveLength(1);
        if (!undone.ok) expect(undone.reason).toBe('nothing_to_undo');
        if (!newer.ok) expect(newer.reason).toBe('stale');
      }
      expect(await expectUnbroken('manrs', 'maintainer')).toBeGreaterThanOrEqual(2 * ROUNDS);
    },
    TRANSACTION_OPTIONS,
  );

  it(
    'two reverts of the same revision: one revert',
    async () => {
      const [one, other] = await two();
      for (let round = 0; round < ROUNDS; round++) {
        const { run, reference, change } = await accept(one, 'paris-call', 'maintainer', `value ${round}`);
        const decided = await run();
        const version = decided.ok ? (decided.revisions[0]?.version ?? 0) : 0;
        const { commandId: command } = await db.decision.findUniqueOrThrow({ where: { changeId: change } });
        const results = await Promise.all([
          undoRevision({ editor: one, agreement: 'paris-call', version, reason: REASON }),
          undoCommand({ editor: other, reference, command, reason: REASON }),
        ]);
        expect(results.filter((result) => result.ok)).toHaveLength(1);
        expect(results.flatMap((result) => (result.ok ? [] : [result.reason]))).toEqual(['undone_already']);
        expect(await db.proposedChange.count({ where: { contribution: { reference }, status: 'pending' } })).toBe(1);
      }
      await expectUnbroken('paris-call', 'maintainer');
    },
    TRANSACTION_OPTIONS,
  );

  it(
    'two second editors agree: it is done once',
    async () => {
      const [asker, ...seconds] = [await makeEditor(), ...(await two())];
      await db.reviewRule.create({ data: { action: 'rename', secondEditor: true } });
      for (let round = 0; round < ROUNDS; round++) {
        const { run, change } = await accept(asker, 'tech-accord', 'name', `Tech Accord ${round}`);
        const waiting = await run();
        const id = (waiting.ok && waiting.waiting?.approval) || '';
        const results = await Promise.all(seconds.map((editor) => grantApproval({ editor, id })));
        expect(results.filter((result) => result.ok)).toHaveLength(1);
        expect(await db.decision.count({ where: { changeId: change } })).toBe(1);
      }
      await db.reviewRule.deleteMany();
      expect(await expectUnbroken('tech-accord', 'name')).toBe(ROUNDS + 1);
    },
    TRANSACTION_OPTIONS,
  );

  it(
    'two new agreements are merged while the name of one is accepted: one agreement or two, never a half',
    async () => {
      const [one, other] = await two();
      for (let round = 0; round < ROUNDS; round++) {
        const proposed = (name: string): SubmissionInput => ({
          proposals: [{ kind: 'new', changes: [{ cell: 'name', value: name }] as never }],
          consent: true,
        });
        const [a, b] = [
          await submit(proposed(`Pact ${round} of the north`)),
          await submit(proposed(`Pact ${round} of the south`)),
        ];
        const find = (reference: string) =>
          db.proposal.findFirstOrThrow({ where: { contribution: { reference } }, select: { id: true } });
        const [mine, theirs] = [await find(a.reference), await find(b.reference)];
        const [merged, decided] = await Promise.all([
          mergeNewProposals({ editor: one, reference: b.reference, proposal: theirs.id, into: mine.id }),
          decideChanges({
            editor: other,
            reference: a.reference,
            decisions: [{ change: a.changes.name ?? '', outcome: 'accept', seen: 0, resolve: false }],
          }),
        ]);
        expect(decided.ok).toBe(true);
        const lost = await db.proposal.findUniqueOrThrow({
          where: { id: theirs.id },
          select: { agreementId: true, changes: { select: { status: true, agreementId: true } } },
        });
        if (merged.ok)
          expect(lost).toMatchObject({
            agreementId: expect.any(String),
            changes: [{ status: 'superseded', agreementId: expect.any(String) }],
          });
        else
          expect([merged.reason, lost]).toEqual([
            'different_target',
            { agreementId: null, changes: [{ status: 'pending', agreementId: null }] },
          ]);
      }
    },
    TRANSACTION_OPTIONS,
  );
});
