import { beforeAll, describe, expect, it } from 'vitest';
import { addCriterionSet } from '@/lib/agreements/criteria';
import { newCriterionSet } from '@/lib/agreements/criteria-schema';
import { db } from '@/lib/platform/db/client';
import { retireAgreement } from '@/lib/review/retirement';
import { makeAgreement } from '@/prisma/factories/agreements';
import { acceptChanges } from '@/prisma/factories/decisions';
import { makeEditor } from '@/prisma/factories/people';
import { published, takenBack, withdrawn } from '@/prisma/factories/published';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listAgreements, listCriterionSets } from './agreements';
import { listCriterionChanges, openCells, readCriterionRecord } from './criteria';
import { criterionCellsCsv } from './downloads/criterion-cells';

useTestDatabase();

const NORM = 'supply-chain-integrity';
const recordOf = async (key = NORM) => {
  const record = await readCriterionRecord(key);
  if (!record) throw new Error(`there is no criterion ${key}`);
  return record;
};

describe('readCriterionRecord', () => {
  it('has the definition with its source, and of a norm the letter and the symbol of the report', async () => {
    const record = await recordOf();
    expect([record.letter, record.set.slug]).toEqual(['i', 'norms-2015']);
    expect(record.set.source).toMatch(/^UNGGE Consensus Report of 2015 \(A\/70\/174\), paragraph 13;/);
    expect([record.title, record.description, record.help].every((text) => text.length > 10)).toBe(true);
    expect(record.set).not.toHaveProperty('criteria');
  });

  it('holds every agreement once: by value and name with its cell, or open', async () => {
    const { assessments, open, counts } = await recordOf('reference-to-human-rights');
    const all = (await listAgreements()).map(({ slug }) => slug);
    expect([...assessments.map(({ agreement }) => agreement.slug), ...open.map(({ slug }) => slug)].toSorted()).toEqual(
      all,
    );
    const order = ['yes', 'indirect', 'unclear', 'no'];
    const places = assessments.map(({ value }) => order.indexOf(String(value)));
    expect(places).toEqual(places.toSorted());
    expect(counts.yes).toBe(assessments.filter(({ value }) => value === 'yes').length);
    expect(assessments.every(({ source }) => source !== null)).toBe(true);
    const yes = assessments.filter(({ value }) => value === 'yes').map(({ agreement }) => agreement.shortName);
    expect(yes).toEqual(yes.toSorted((one, other) => one.localeCompare(other, 'en')));
  });

  it('is null for an unknown key, also one that is a fact', async () => {
    expect([await readCriterionRecord('no-such-norm'), await readCriterionRecord('maintainer')]).toEqual([null, null]);
  });

  it('leaves retired agreements out', async () => {
    const { slug } = await makeAgreement({ [NORM]: 'yes' });
    expect((await recordOf()).assessments.map(({ agreement }) => agreement.slug)).toContain(slug);
    const retired = await retireAgreement({
      editor: await makeEditor({ role: 'admin' }),
      agreement: slug,
      reason: 'Never signed.',
    });
    expect(retired.ok).toBe(true);
    expect(JSON.stringify((await recordOf()).assessments)).not.toContain(slug);
  });

  it('has the published projects that name it, and no other project', async () => {
    const shown = await published(eastWestSubmission());
    const gone = await published(eastWestSubmission());
    await withdrawn(gone.reference);
    const hidden = await submit(eastWestSubmission());
    const { projects } = await recordOf();
    expect(projects.map(({ contribution, title }) => [contribution, title])).toEqual([
      [shown.reference, 'Trust and security in ICT supply chains'],
    ]);
    expect(JSON.stringify(await recordOf())).not.toContain(hidden.reference);
    expect((await recordOf('interstate-cooperation')).projects.map(({ title }) => title)).toEqual([
      'Global Cyber Policy Dialogues',
    ]);
  });
});

describe('listCriterionChanges', () => {
  let slug: string;
  let reference: string;
  beforeAll(async () => {
    ({ slug } = await makeAgreement());
    const sent = await submit(proposing(slug, [{ cell: 'report-vulnerabilities', value: 'yes', note: 'Article 7.' }]));
    ({ reference } = sent);
    await acceptChanges({ ...sent, agreement: slug });
    await takenBack(slug, 2);
  });

  it('lists decisions and what took them back, newest first, with the contribution and the reason', async () => {
    const changes = (await listCriterionChanges('report-vulnerabilities')).filter(
      ({ agreement }) => agreement.slug === slug,
    );
    expect(changes.map(({ version, kind, reason, contributions }) => [version, kind, reason, contributions])).toEqual([
      [3, 'revert', 'The source says otherwise.', []],
      [2, 'decision', null, [reference]],
    ]);
    expect(changes[1]?.after).toMatchObject({ value: 'yes', note: 'Article 7.' });
  });

  it('has neither what the dataset began with nor changes of other cells', async () => {
    const rows = await db.revisionCell.count({ where: { key: 'reference-to-human-rights' } });
    expect(rows).toBeGreaterThan(20);
    expect(await listCriterionChanges('reference-to-human-rights')).toEqual([]);
  });
});

it('counts the open cells of each criterion, also of a set that is new', async () => {
  const set = newCriterionSet.parse({
    title: 'Duties',
    description: 'What operators owe.',
    source: 'A draft',
    criteria: [{ title: 'Reporting', shortTitle: 'Reporting', description: 'They report.' }],
  });
  expect(await addCriterionSet({ editor: await makeEditor({ role: 'admin' }), set })).toMatchObject({ ok: true });
  const [sets, agreements] = [await listCriterionSets(), await listAgreements()];
  const open = openCells(sets, agreements);
  expect(open.get('reporting')).toBe(agreements.length);
  const assessed = agreements.filter(
    ({ assessments }) => (assessments[NORM]?.value ?? 'not_assessed') !== 'not_assessed',
  );
  expect(open.get(NORM)).toBe(agreements.length - assessed.length);
  expect((await recordOf('reporting')).open).toHaveLength(agreements.length);
});

it('writes the rows of cells.csv with the criterion, and no others', async () => {
  const csv = (await criterionCellsCsv('specified-cbms')) ?? '';
  const [head, ...rows] = csv.trimEnd().split(/\r\n(?=[a-z0-9-]+,specified-cbms,assessment,)/);
  expect(head).toMatch(/^agreement,cell,kind,value_text,.*,criterion,value$/);
  expect(rows).toHaveLength((await listAgreements()).length);
  expect(await criterionCellsCsv('no-such')).toBeNull();
});
