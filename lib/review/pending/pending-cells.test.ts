import { describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { decideChanges } from '@/lib/review/decide';
import { listDeskAgreements, readDeskAgreement } from '@/lib/review/desk-agreement';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { countPendingByCriterion, listPendingOfCriterion, readPendingOfAgreement } from './pending-cells';

useTestDatabase();

const CRITERION = 'supply-chain-integrity';
const cellsOf = async (slug: string, editor: Parameters<typeof readPendingOfAgreement>[1]) =>
  (await readPendingOfAgreement(slug, editor))?.cells ?? [];
const said = (cells: Awaited<ReturnType<typeof cellsOf>>) =>
  cells.map(({ key, variants }) => ({
    key,
    variants: variants.map(({ lead, proposals, state }) => ({
      value: lead.proposed.value,
      from: proposals.map(({ reference }) => reference),
      state,
    })),
  }));

describe('the undecided cells of an agreement', () => {
  it('join identical proposals, hold rivals beside each other, the most frequent first', async () => {
    const editor = await makeEditor();
    const { slug } = await makeAgreement();
    const no = await submit(proposing(slug, [{ cell: CRITERION, value: 'no' }]));
    const yes = await submit(proposing(slug, [{ cell: CRITERION, value: 'yes' }]));
    const also = await submit(proposing(slug, [{ cell: CRITERION, value: 'yes', note: 'Article 4.' }]));
    const other = await submit(proposing(slug, [{ cell: CRITERION, value: 'yes', note: 'Article 9.' }]));
    const link = await submit(proposing(slug, [{ cell: 'maintainer', value: 'The secretariat' }]));

    const cells = await cellsOf(slug, editor);
    expect(said(cells)).toEqual([
      { key: 'maintainer', variants: [{ value: 'The secretariat', from: [link.reference], state: 'apply' }] },
      {
        key: CRITERION,
        variants: [
          { value: 'yes', from: [also.reference, yes.reference], state: 'apply' },
          { value: 'no', from: [no.reference], state: 'apply' },
          { value: 'yes', from: [other.reference], state: 'apply' },
        ],
      },
    ]);
    expect(cells.map(({ total, currentVersion, current }) => [total, currentVersion, current])).toEqual([
      [1, 0, null],
      [4, 0, null],
    ]);
  });

  it('are marked where the dataset has moved on, or says so already', async () => {
    const editor = await makeEditor();
    const { slug } = await makeAgreement({ maintainer: 'The secretariat' });
    const baseVersion = (await readAgreementCells(slug))?.version ?? 0;
    const first = await submit(proposing(slug, [{ cell: 'maintainer', value: 'The forum' }]));
    const seen = (await readAgreementCells(slug))?.cells.maintainer?.version ?? 0;
    await decideChanges({
      editor,
      reference: first.reference,
      decisions: [{ change: first.changes.maintainer ?? '', outcome: 'amend', seen, value: 'The assembly' }],
    });
    expect(await cellsOf(slug, editor)).toEqual([]);

    const same = await submit(proposing(slug, [{ cell: 'maintainer', value: 'The assembly' }]));
    const input = proposing(slug, [{ cell: 'maintainer', value: 'The bureau' }]);
    const late = await submit({
      ...input,
      proposals: input.proposals?.map((one) => ({ ...one, baseVersion })) as typeof input.proposals,
    });
    expect(said(await cellsOf(slug, editor)).flatMap(({ variants }) => variants)).toEqual([
      { value: 'The assembly', from: [same.reference], state: 'unchanged' },
      { value: 'The bureau', from: [late.reference], state: 'conflict' },
    ]);
  });

  it('say which proposals this editor may not decide on', async () => {
    const { slug } = await makeAgreement();
    await submit(proposing(slug, [{ cell: CRITERION, value: 'yes' }], 'Harbour Institute'));
    const [colleague, other] = [await makeEditor({ organisation: 'Harbour Institute' }), await makeEditor()];
    const blockers = async (editor: typeof other) =>
      (await cellsOf(slug, editor)).flatMap(({ variants }) =>
        variants.flatMap(({ proposals }) => proposals.map(({ blocker }) => blocker)),
      );
    expect(await blockers(colleague)).toEqual(['own_organisation']);
    expect(await blockers(other)).toEqual([null]);
  });

  it('show an observer no contact details, and let an observer decide on nothing', async () => {
    const { slug } = await makeAgreement();
    await submit(proposing(slug, [{ cell: CRITERION, value: 'yes', note: 'Ask office@example.org.' }]));
    const shownTo = async (editor: Awaited<ReturnType<typeof makeEditor>>) =>
      (await cellsOf(slug, editor)).map(({ variants }) => [variants[0]?.lead.proposed.note, variants[0]?.lead.blocker]);
    expect(await shownTo(await makeEditor())).toEqual([['Ask office@example.org.', null]]);
    const [[note, blocker] = []] = await shownTo(await makeEditor({ role: 'observer' }));
    expect(note).not.toContain('office@example.org');
    expect(note).toContain('Ask ');
    expect(blocker).toBe('forbidden');
  });

  it('are as many as the list of agreements, the agreement and the criterion say', async () => {
    const editor = await makeEditor();
    const { slug } = await makeAgreement();
    const before = (await countPendingByCriterion()).get(CRITERION) ?? 0;
    for (const value of ['yes', 'no', 'yes'])
      await submit(
        proposing(slug, [
          { cell: CRITERION, value },
          { cell: 'maintainer', value: 'The secretariat' },
        ]),
      );
    const rows = await cellsOf(slug, editor);
    expect(rows).toHaveLength(2);
    expect((await listDeskAgreements()).find((line) => line.slug === slug)?.pending).toBe(rows.length);
    expect((await readDeskAgreement(slug, editor))?.pending).toBe(rows.length);
    const ofCriterion = await listPendingOfCriterion(CRITERION, editor);
    expect((await countPendingByCriterion()).get(CRITERION)).toBe(ofCriterion.length);
    expect(ofCriterion).toHaveLength(before + 1);
    expect(ofCriterion.find(({ agreement }) => agreement.slug === slug)?.variants).toHaveLength(2);
  });
});
