import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { decideChanges } from '@/lib/review/decide';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { read, retire } from './requests';

const DISPUTED = {
  maintainer: ['Zqoffice of the Lighthouses', 'Zqbureau of the Harbours'],
  launchDate: ['2017', '2018-04'],
  space: ['united-nations', 'within-stakeholder-group'],
} as const;
const FIELDS = Object.keys(DISPUTED) as (keyof typeof DISPUTED)[];

let slug: string;
afterAll(() => retire(slug));

/** The rows of a file that are of the agreement. */
async function rowsOf(file: string): Promise<Record<string, string>[]> {
  const rows = parse(await read(`/data/latest/${file}`), { columns: true, bom: true }) as Record<string, string>[];
  return rows.filter(({ agreement }) => agreement === slug);
}

beforeAll(async () => {
  ({ slug } = await makeAgreement(Object.fromEntries(FIELDS.map((field) => [field, DISPUTED[field][0]]))));
  const { reference, changes } = await submit(
    proposing(
      slug,
      FIELDS.map((cell) => ({ cell, value: DISPUTED[cell][1], source: `A study of ${cell}` })),
    ),
  );
  const cells = (await readAgreementCells(slug))?.cells ?? {};
  const decisions = Object.entries(changes).map(([key, change]) => ({
    change,
    outcome: 'dispute' as const,
    seen: cells[key]?.version ?? 0,
  }));
  expect(await decideChanges({ editor: await makeEditor(), reference, decisions })).toMatchObject({ ok: true });
});

describe('a disputed fact', () => {
  it.each(FIELDS)('is null in the API, with its views and their sources (%s)', async (field) => {
    const { facts } = JSON.parse(await read(`/api/v1/agreements/${slug}`)) as {
      facts: Record<string, { value: unknown; disputed?: true; views?: { value: string; source: string }[] }>;
    };
    expect(facts[field]).toMatchObject({ value: null, disputed: true });
    expect(facts[field]?.views?.map(({ value }) => value).toSorted()).toEqual([...DISPUTED[field]].toSorted());
    expect(facts[field]?.views?.map(({ source }) => source)).toContain(`A study of ${field}`);
  });

  it('shows its mark and both views with sources on the page and in a comparison', async () => {
    for (const address of [`/en/agreements/${slug}`, `/en/compare/view/agreements/${slug},manrs`]) {
      const html = await read(address);
      expect(html.split('Disputed: sources contradict each other.').length - 1).toBeGreaterThanOrEqual(FIELDS.length);
      for (const words of [...DISPUTED.maintainer, 'A study of maintainer']) expect(html).toContain(words);
    }
  });

  it('is in the history with what it was before', async () => {
    const { data } = JSON.parse(await read(`/api/v1/agreements/${slug}/history`)) as {
      data: { changes: { cell: string; before: { value: unknown } | null; after: { value: unknown } | null }[] }[];
    };
    const changes = data.flatMap((revision) => revision.changes);
    expect(changes).toContainEqual(
      expect.objectContaining({
        cell: 'maintainer',
        before: expect.objectContaining({ value: DISPUTED.maintainer[0] }) as unknown,
        after: expect.objectContaining({ value: null }) as unknown,
      }),
    );
  });

  it('has no value in the files, which mark it and hold its views', async () => {
    const cells = await rowsOf('cells.csv');
    for (const field of FIELDS) {
      const row = cells.find(({ cell }) => cell === field);
      expect([row?.disputed, row?.value_text, row?.value_date]).toEqual(['yes', '', '']);
      const views = cells.filter(({ cell, value_fact: fact }) => cell?.startsWith('factViews:') && fact === field);
      expect(views.map((view) => view.value_value).toSorted()).toEqual([...DISPUTED[field]].toSorted());
    }
    expect((await rowsOf('values.csv')).filter(({ cell }) => cell !== undefined && cell in DISPUTED)).toEqual([]);
    const [wide] = await rowsOf('agreements.csv');
    expect([wide?.maintainer, wide?.launch_date, wide?.space]).toEqual(['', '', '']);
    expect(wide?.fact_views).toContain('Maintainer: Zqbureau of the Harbours');
  });

  it('is no linked data, and in no filter', async () => {
    const html = await read(`/en/agreements/${slug}`);
    const linked = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)].map(
      ([, one]) => one,
    );
    expect(linked.length).toBeGreaterThan(0);
    expect(linked.join('')).toContain(slug);
    for (const words of DISPUTED.maintainer) expect(linked.join('')).not.toContain(words);
    for (const space of DISPUTED.space) {
      const html = await read(`/en/agreements/view/space/${space}`);
      expect(html).toContain('/en/agreements/');
      expect(html).not.toContain(`/en/agreements/${slug}"`);
    }
  });
});
