import { beforeEach, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { listAgreements, readAgreement } from '@/lib/publication/agreements';
import { decideChanges } from '@/lib/review/decide';
import { reinstateAgreement, retireAgreement } from '@/lib/review/retirement';
import { undoRevision } from '@/lib/review/undo/undo';
import { withoutToday } from '@/prisma/factories/public-cells';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listAgreementsAt, readAgreementAt, readLastChange } from './past';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeEach(async () => {
  editor = await makeEditor();
});
const REASON = 'The source says otherwise.';

async function accept(slug: string, key: string, value: string) {
  const { changes } = await submit(proposing(slug, [{ cell: key, value }]));
  const seen = (await readAgreementCells(slug))?.cells[key]?.version ?? 0;
  const result = await decideChanges({
    editor,
    reference: await referenceOf(changes[key]),
    decisions: [{ change: changes[key] ?? '', outcome: 'accept', seen, resolve: true }],
  });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.revisions[0]?.version ?? 0;
}
async function referenceOf(change: string | undefined) {
  const { contribution } = await db.proposedChange.findUniqueOrThrow({
    where: { id: change ?? '' },
    select: { contribution: { select: { reference: true } } },
  });
  return contribution.reference ?? '';
}

/** What readers saw after each step, read from the dataset at that time. */
async function liveThrough(slug: string) {
  const read = async () => {
    const agreement = await readAgreement(slug);
    return agreement && withoutToday(agreement);
  };
  const seen = [await read()];
  const step = async (work: () => Promise<unknown>) => {
    await work();
    seen.push(await read());
  };
  await step(() => accept(slug, 'maintainer', 'Internet Society, MANRS secretariat'));
  await step(() => accept(slug, 'maintainer', 'Somebody else'));
  await step(() => undoRevision({ editor, agreement: slug, version: 3, reason: REASON }));
  await step(() => retireAgreement({ editor, agreement: slug, reason: REASON }));
  await step(() => reinstateAgreement({ editor, agreement: slug, reason: REASON }));
  await step(() => accept(slug, 'specified-cbms', 'indirect'));
  await step(() => undoRevision({ editor, agreement: slug, version: 7, reason: REASON }));
  return seen;
}

it('gives every version of an agreement as readers saw it, whatever happened since', async () => {
  const seen = await liveThrough('manrs');
  expect(seen.map((agreement) => agreement?.version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  for (const agreement of seen)
    expect(await readAgreementAt('manrs', { version: agreement?.version ?? 0 })).toEqual(agreement);
  expect(await readAgreementAt('manrs', { version: 9 })).toBeNull();
  expect(await readAgreementAt('nothing-of-that-name', { version: 1 })).toBeNull();
});

it('gives the whole dataset of an earlier time, without agreements that were retired or not added yet', async () => {
  const before = new Date('2000-01-01T00:00:00Z');
  expect(await listAgreementsAt(before)).toEqual([]);
  expect(await readAgreementAt('manrs', { at: before })).toBeNull();

  const first = (await listAgreements()).map(withoutToday);
  const then = new Date(Date.now() - 1);
  const retired = await retireAgreement({ editor, agreement: 'gcsc', reason: REASON });
  expect(retired.ok).toBe(true);
  await accept('manrs', 'maintainer', 'Internet Society, MANRS secretariat');

  expect(await listAgreementsAt(then)).toEqual(first);
  // Between two changes the content is the same, to the millisecond.
  const changed = await readLastChange(then);
  expect(changed && changed < then).toBe(true);
  expect(await listAgreementsAt(changed ?? before)).toEqual(first);
  expect(await readLastChange(changed ?? before)).toEqual(changed);
  expect(await readLastChange(before)).toBeNull();
  const now = await listAgreementsAt(new Date());
  expect(now).toEqual((await listAgreements()).map(withoutToday));
  expect(now.map(({ slug }) => slug)).not.toContain('gcsc');
  expect(await readAgreementAt('gcsc', { at: then })).toMatchObject({ version: 1, retiredAt: null });
});
