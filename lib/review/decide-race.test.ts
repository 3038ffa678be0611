import { describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { decideChanges } from './decide';
import { publishContribution } from './publication';
import { rounds } from '@/prisma/factories/thoroughness';

useTestDatabase();

/** Real transactions on real connections, started at the same moment; repeated, since a race is a matter of luck. */
const ROUNDS = rounds(12, 300);
const TRANSACTION_OPTIONS = 60_000 + ROUNDS * 4_000;
const editorsOf = (count: number) => Promise.all(Array.from({ length: count }, () => makeEditor()));

describe('editors at the same moment', () => {
  it(
    'exactly one of four decisions on the same cell wins, the others are refused',
    async () => {
      const editors = await editorsOf(4);
      for (let round = 0; round < ROUNDS; round++) {
        const { reference, changes } = await submit(
          proposing('manrs', [{ cell: 'summary', value: `Summary of round ${round}.` }]),
        );
        const change = changes.summary ?? '';
        const seen = (await readAgreementCells('manrs'))?.cells.summary?.version ?? 0;
        const results = await Promise.all(
          editors.map((editor, index) => {
            const decision =
              index % 2
                ? { change, outcome: 'reject' as const, reason: 'Too long.' }
                : { change, outcome: 'accept' as const, seen, resolve: false };
            return decideChanges({ editor, reference, decisions: [decision] });
          }),
        );
        expect(results.filter((result) => result.ok)).toHaveLength(1);
        results.forEach((result) =>
          expect(result.ok || ['already_decided', 'stale'].includes(result.reason)).toBe(true),
        );
        expect(await db.decision.count({ where: { changeId: change } })).toBe(1);
      }
    },
    TRANSACTION_OPTIONS,
  );

  it(
    'of rival proposals for one cell one wins; the loser is superseded or told, never written over it',
    async () => {
      const [one, other] = await editorsOf(2);
      if (!one || !other) throw new Error('two editors are needed');
      for (let round = 0; round < ROUNDS; round++) {
        const [a, b] = await Promise.all(
          ['left', 'right'].map((side) =>
            submit(proposing('nato-cyber-defence-pledge', [{ cell: 'maintainer', value: `${side} ${round}` }])),
          ),
        );
        if (!a || !b) throw new Error('two proposals are needed');
        const seen = (await readAgreementCells('nato-cyber-defence-pledge'))?.cells.maintainer?.version ?? 0;
        const accept = (change = '') => [{ change, outcome: 'accept' as const, seen, resolve: false }];
        const results = await Promise.all([
          decideChanges({ editor: one, reference: a.reference, decisions: accept(a.changes.maintainer) }),
          decideChanges({ editor: other, reference: b.reference, decisions: accept(b.changes.maintainer) }),
        ]);
        expect(results.filter((result) => result.ok)).toHaveLength(1);
        const statuses = await db.proposedChange.findMany({
          where: { id: { in: [a.changes.maintainer ?? '', b.changes.maintainer ?? ''] } },
          select: { status: true },
        });
        expect(statuses.map((row) => row.status).sort()).toEqual(['accepted', 'superseded']);
        const winner = results[0]?.ok ? 'left' : 'right';
        expect((await readAgreementCells('nato-cyber-defence-pledge'))?.cells.maintainer).toMatchObject({
          value: `${winner} ${round}`,
        });
      }
    },
    TRANSACTION_OPTIONS,
  );

  it(
    'decisions on different cells of one agreement all arrive, each as its own version',
    async () => {
      const cells = ['launchDate', 'stakeholders', 'maintainer', 'link'] as const;
      const values = {
        launchDate: '2011',
        stakeholders: 'States of the region.',
        maintainer: 'ECOWAS Commission',
        link: 'https://example.org/directive',
      };
      const before = (await readAgreementCells('ecowas-directive'))?.version ?? 0;
      const current = (await readAgreementCells('ecowas-directive'))?.cells ?? {};
      const submitted = await Promise.all(
        cells.map((cell) => submit(proposing('ecowas-directive', [{ cell, value: values[cell] }]))),
      );
      const editors = await editorsOf(cells.length);
      const results = await Promise.all(
        submitted.map(({ reference, changes }, index) => {
          const cell = cells[index] ?? 'link';
          const decision = {
            change: changes[cell] ?? '',
            outcome: 'accept' as const,
            seen: current[cell]?.version ?? 0,
            resolve: false,
          };
          return decideChanges({
            editor: editors[index] ?? { userId: '', role: 'editor', organisation: null, email: '' },
            reference,
            decisions: [decision],
          });
        }),
      );
      expect(results.map((result) => result.ok)).toEqual([true, true, true, true]);
      const after = await readAgreementCells('ecowas-directive');
      expect(after?.version).toBe(before + 4);
      cells.forEach((cell) => expect(after?.cells[cell]?.value).toBe(values[cell]));
      const versions = await db.revision.findMany({
        where: { agreement: { slug: 'ecowas-directive' } },
        orderBy: { version: 'asc' },
        select: { version: true },
      });
      expect(versions.map((row) => row.version)).toEqual(Array.from({ length: before + 4 }, (_, index) => index + 1));
    },
    TRANSACTION_OPTIONS,
  );

  it(
    'cells of two agreements decided crosswise do not deadlock',
    async () => {
      const editors = await editorsOf(2);
      for (let round = 0; round < ROUNDS; round++) {
        const both = (first: string, second: string) => ({
          proposals: [first, second].map((agreement) => ({
            kind: 'update' as const,
            agreement,
            changes: [{ cell: 'stakeholders', value: `${first} ${round}` }],
          })),
          consent: true as const,
        });
        const submitted = await Promise.all([
          submit(both('sadc-model-laws', 'eac-cyber-laws')),
          submit(both('eac-cyber-laws', 'sadc-model-laws')),
        ]);
        const results = await Promise.all(
          submitted.map(async ({ reference }, index) => {
            const rows = await db.proposedChange.findMany({
              where: { contribution: { reference } },
              select: { id: true },
            });
            const decisions = rows.map((row) => ({ change: row.id, outcome: 'reject' as const, reason: 'Crosswise.' }));
            const editor = editors[index];
            if (!editor) throw new Error('an editor is missing');
            return decideChanges({ editor, reference, decisions: index ? decisions.reverse() : decisions });
          }),
        );
        expect(results.map((result) => result.ok)).toEqual([true, true]);
      }
    },
    TRANSACTION_OPTIONS,
  );

  it('publishing twice at once publishes once', async () => {
    const editors = await editorsOf(2);
    const { reference } = await submit(proposing('gcsc', [{ cell: 'link', value: 'https://example.org/gcsc' }]));
    const results = await Promise.all(editors.map((editor) => publishContribution({ editor, reference })));
    expect(results).toEqual([{ ok: true }, { ok: true }]);
    const row = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
    expect(await db.auditEvent.count({ where: { subjectId: row.id, action: 'contribution.published' } })).toBe(1);
  });
});
