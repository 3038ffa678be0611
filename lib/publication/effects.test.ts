import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { publishContribution } from '@/lib/review/publication';
import { undoRevision } from '@/lib/review/undo/undo';
import { acceptChanges } from '@/prisma/factories/decisions';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listEffects } from './effects';
import { currentState } from './effects';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor({ role: 'admin' });
});

/** A contribution with accepted cells of an agreement; returns its reference and the version that the decision made. */
async function accepted(agreement: string, cells: Record<string, string>, publish = true) {
  const { reference, changes } = await submit(
    proposing(
      agreement,
      Object.entries(cells).map(([cell, value]) => ({ cell, value })),
    ),
  );
  const decided = await acceptChanges({ editor, reference, changes, agreement });
  if (publish) await publishContribution({ editor, reference });
  return { reference, version: decided.revisions[0]?.version ?? 0 };
}
const cellsOf = async (reference: string) => (await listEffects(reference)).flatMap(({ cells }) => cells);
const stands = { standing: 'stands', since: null };

describe('listEffects', () => {
  it('lists the agreement, the version and the cells, and what replaced them since', async () => {
    const { reference, version } = await accepted('manrs', {
      maintainer: 'A secretariat',
      link: 'https://example.org/manrs',
    });
    expect(await listEffects(reference)).toEqual([
      expect.objectContaining({
        agreement: { slug: 'manrs', name: expect.any(String) as string, shortName: 'MANRS' },
        version,
        cells: [
          { cell: 'link', ...stands },
          { cell: 'maintainer', ...stands },
        ],
      }),
    ]);
    const { reference: next, version: later } = await accepted('manrs', { maintainer: 'Another secretariat' });
    expect(await cellsOf(reference)).toEqual([
      { cell: 'link', ...stands },
      { cell: 'maintainer', standing: 'replaced', since: later },
    ]);
    expect(await cellsOf(next)).toEqual([{ cell: 'maintainer', ...stands }]);
    await undoRevision({ editor, agreement: 'manrs', version: later, reason: 'The source says otherwise.' });
    expect(await cellsOf(next)).toEqual([{ cell: 'maintainer', standing: 'taken_back', since: later + 1 }]);
    expect(await cellsOf(reference)).toEqual([
      { cell: 'link', ...stands },
      { cell: 'maintainer', ...stands },
    ]);
  });

  it('is empty for a contribution that is not published, or not any more', async () => {
    const { reference } = await accepted('gcsc', { maintainer: 'A commission' }, false);
    expect(await listEffects(reference)).toEqual([]);
    await publishContribution({ editor, reference });
    expect(await cellsOf(reference)).toEqual([{ cell: 'maintainer', ...stands }]);
    const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
    await withdrawContribution({ contributionId: id });
    expect(await listEffects(reference)).toEqual([]);
    expect(await listEffects('BPF-2020-999')).toEqual([]);
  });
});

describe('currentState', () => {
  const mine = { value: 'yes', note: null, source: null };
  const other = { ...mine, value: 'no' };
  it.each([
    ['nothing happened since', [], stands],
    ['another value came', [{ version: 3, kind: 'decision', after: other }], { standing: 'replaced', since: 3 }],
    ['it was taken back', [{ version: 3, kind: 'revert', after: null }], { standing: 'taken_back', since: 3 }],
    [
      'what replaced it was taken back',
      [
        { version: 3, kind: 'decision', after: other },
        { version: 4, kind: 'revert', after: mine },
      ],
      stands,
    ],
    [
      'it was replaced, and that again',
      [
        { version: 3, kind: 'decision', after: other },
        { version: 4, kind: 'decision', after: mine },
      ],
      { standing: 'replaced', since: 3 },
    ],
  ])('where %s', (_, later, expected) => {
    expect(currentState(mine, later)).toEqual(expected);
  });
});
