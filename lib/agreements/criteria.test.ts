import { describe, expect, it } from 'vitest';
import { listCriterionKeys, readAgreementCells } from './cells';
import { db } from '@/lib/platform/db/client';
import { tableCsv, TABLES } from '@/lib/publication/downloads/tables';
import { listAgreements, listCriterionSets } from '@/lib/publication/agreements';
import { decideChanges } from '@/lib/review/decide';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { addCriterionSet, editCriterionSet } from './criteria';
import { listDeskCriteria, readEditableSet } from './criteria';
import { criterionSetTexts, newCriterionSet } from './criteria-schema';

useTestDatabase();

const criterion = (title: string, more: object = {}) => ({
  title,
  shortTitle: title.slice(0, 20),
  description: `What ${title} asks.`,
  ...more,
});
const setOf = (title: string, ...titles: string[]) =>
  newCriterionSet.parse({
    title,
    description: 'What the set is about.',
    source: 'Report A/76/135',
    criteria: titles.map((one) => criterion(one)),
  });

describe('a criterion set', () => {
  it('appears everywhere at once, with no agreement assessed on it', async () => {
    const admin = await makeEditor({ role: 'admin' });
    const set = setOf('Norms of 2021', 'Naming national contact points', 'Coördinated répônse');
    expect(await addCriterionSet({ editor: admin, set })).toEqual({ ok: true, slug: 'norms-of-2021' });
    expect((await listCriterionSets()).at(-1)).toEqual({
      slug: 'norms-of-2021',
      title: 'Norms of 2021',
      description: 'What the set is about.',
      source: 'Report A/76/135',
      criteria: [
        {
          ...criterion('Naming national contact points'),
          shortTitle: 'Naming national cont',
          key: 'naming-national-contact-points',
          letter: null,
          help: '',
        },
        { ...criterion('Coördinated répônse'), key: 'coordinated-reponse', letter: null, help: '' },
      ],
    });
    expect(await listCriterionKeys()).toEqual(expect.arrayContaining(['coordinated-reponse']));
    const csv = tableCsv(
      TABLES.cells({ agreements: await listAgreements(), criterionSets: await listCriterionSets() }),
    );
    expect(csv).toContain('manrs,coordinated-reponse,assessment,not_assessed,,');
    const events = await db.auditEvent.findMany({
      where: { subjectKind: 'criterion_set' },
      select: { action: true, subjectId: true, userId: true, details: true },
    });
    expect(events).toEqual([
      {
        action: 'criterion_set.added',
        subjectId: 'norms-of-2021',
        userId: admin.userId,
        details: { criteria: ['naming-national-contact-points', 'coordinated-reponse'] },
      },
    ]);
  });

  it('can be assessed at once: proposed, decided, stored', async () => {
    const { reference, changes } = await submit(
      proposing('manrs', [{ cell: 'coordinated-reponse', value: 'yes', source: 'Its page' }]),
    );
    const decisions = [
      { change: changes['coordinated-reponse'] ?? '', outcome: 'accept' as const, seen: 0, resolve: false },
    ];
    expect(await decideChanges({ editor: await makeEditor(), reference, decisions })).toMatchObject({ ok: true });
    expect((await readAgreementCells('manrs'))?.cells['coordinated-reponse']).toMatchObject({
      value: 'yes',
      source: 'Its page',
    });
    expect((await listDeskCriteria()).find(({ slug }) => slug === 'norms-of-2021')).toMatchObject({
      editable: true,
      assessed: 1,
    });
  });

  it('is refused with a taken name, also when two are added at the same moment', async () => {
    const editor = await makeEditor({ role: 'admin' });
    const taken = newCriterionSet.parse({
      ...setOf('Another', 'One thing'),
      criteria: [criterion('Supply chains', { key: 'supply-chain-integrity' })],
    });
    expect(await addCriterionSet({ editor, set: taken })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'criteria.0.key', code: 'name_taken' }],
    });
    const results = await Promise.all(
      ['First', 'Second', 'Third'].map((one) =>
        addCriterionSet({ editor, set: setOf('Same name', `${one} criterion`) }),
      ),
    );
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok && one.issues?.[0]?.code === 'name_taken')).toHaveLength(2);
    const distinct = await Promise.all(
      ['A', 'B', 'C'].map((one) => addCriterionSet({ editor, set: setOf(`Set ${one}`, `Criterion ${one}`) })),
    );
    expect(distinct.every((one) => one.ok)).toBe(true);
    expect(await db.criterion.count({ where: { setSlug: 'same-name' } })).toBe(1);
  });

  it('is refused with a fact’s name, a name twice, no criterion, a letter of two', () => {
    const issues = (input: object) =>
      newCriterionSet
        .safeParse({ ...setOf('Fine', 'Fine enough'), ...input })
        .error?.issues.map(({ path, message }) => [path.join('.'), message]);
    expect(issues({ criteria: [criterion('Summary')] })).toEqual([['criteria.0.key', 'name_taken']]);
    expect(issues({ criteria: [criterion('Twice'), criterion('Twice')] })).toEqual([['criteria.1.key', 'name_taken']]);
    expect(issues({ criteria: [] })).toEqual([['criteria', 'criteria_needed']]);
    expect(issues({ criteria: [criterion('Lettered', { letter: 'ab' })] })).toEqual([
      ['criteria.0.letter', 'one_letter'],
    ]);
    expect(issues({ slug: 'Not a name' })).toEqual([['slug', 'not_a_name']]);
  });

  it('changes its words but not its names, if it was added at the desk', async () => {
    const editor = await makeEditor({ role: 'admin' });
    const before = await readEditableSet('norms-of-2021');
    if (!before) throw new Error('the set is there');
    const words = (input: object) =>
      criterionSetTexts.parse({
        slug: 'norms-of-2021',
        title: 'Norms of 2021',
        description: 'Reworded.',
        source: 'Report',
        ...input,
      });
    const [first] = before.criteria;
    const set = words({ criteria: [{ ...first, title: 'Contact points', letter: 'a' }] });
    expect(await editCriterionSet({ editor, set })).toEqual({ ok: true });
    expect(
      (await readEditableSet('norms-of-2021'))?.criteria.map(({ key, title, letter }) => [key, title, letter]),
    ).toEqual([
      ['naming-national-contact-points', 'Contact points', 'a'],
      ['coordinated-reponse', 'Coördinated répônse', null],
    ]);
    const foreign = words({ criteria: [criterion('Supply chains', { key: 'supply-chain-integrity' })] });
    expect(await editCriterionSet({ editor, set: foreign })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'criteria.0.key', code: 'unknown_criterion' }],
    });
    expect(await editCriterionSet({ editor, set: { ...foreign, slug: 'norms-2015' } })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect((await readEditableSet('norms-of-2021'))?.description).toBe('Reworded.');
    expect(await readEditableSet('norms-2015')).toBeNull();
  });
});
