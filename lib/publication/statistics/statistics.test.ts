import { beforeAll, describe, expect, it } from 'vitest';
import { wordsIn } from '@/lib/platform/i18n/words';
import { db } from '@/lib/platform/db/client';
import { decideChanges } from '@/lib/review/decide';
import { publishContribution } from '@/lib/review/publication';
import { makeCall } from '@/prisma/factories/calls';
import { makeDraft } from '@/prisma/factories/drafts';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { everyMonth } from './months';
import { readStatistics } from './statistics';
import { statisticsCsv, statisticsTables } from './tables';

useTestDatabase();

type Sent = { country?: string; group?: string; anonymous?: boolean; at: string; published?: string };

async function send({ country, group, anonymous = false, at, published }: Sent) {
  const about = anonymous
    ? { anonymous }
    : { name: 'A person', affiliation: 'A house', country, stakeholderGroup: group, show: { country: true } };
  const sent = await submit({
    answers: { comments: `Sent ${at} ${country} ${Math.random()}` },
    about,
    consent: true,
  } as never);
  if (published !== undefined) {
    const done = await publishContribution({ reference: sent.reference, editor });
    expect(done.ok).toBe(true);
  }
  await db.contribution.update({
    where: { id: sent.id },
    data: {
      submittedAt: new Date(at),
      createdAt: new Date(at),
      ...(published && { publishedAt: new Date(published) }),
    },
  });
  return sent;
}

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor({ role: 'admin' });
});

describe('the statistics', () => {
  it('of an empty forum have no table', async () => {
    for (const audience of ['public', 'desk'] as const) {
      const statistics = await readStatistics(audience);
      expect(statisticsTables(statistics, wordsIn('en'), 'en')).toEqual([]);
      expect(statistics.waits).toEqual([{ call: null, firstAnswer: null, decided: null }]);
    }
  });

  it('count by month, call, group, country and region; readers see what is published, in groups of five', async () => {
    await makeDraft();
    const kenyan = { country: 'KE', group: 'academia' };
    // Mondays, published ten and eleven working days later.
    for (const published of ['2026-03-16', '2026-03-16', '2026-03-16', '2026-03-16', '2026-03-17'])
      await send({ ...kenyan, at: '2026-03-02T10:00:00Z', published: `${published}T08:00:00Z` });
    await send({ country: 'FR', group: 'government', at: '2026-05-04T10:00:00Z', published: '2026-05-05T10:00:00Z' });
    await send({ anonymous: true, at: '2026-05-06T10:00:00Z', published: '2026-05-06T11:00:00Z' });
    await send({ country: 'BR', at: '2026-06-01T10:00:00Z' });

    const desk = await readStatistics('desk');
    const now = new Date().toISOString().slice(0, 7);
    expect(desk.months).toEqual([
      { month: '2026-03', begun: 5, submitted: 5, published: 5 },
      { month: '2026-05', begun: 2, submitted: 2, published: 2 },
      { month: '2026-06', begun: 1, submitted: 1, published: 0 },
      { month: now, begun: 1, submitted: 0, published: 0 },
    ]);
    expect(desk.calls).toMatchObject([{ slug: '2020', submitted: 8, published: 7, declined: 0 }]);
    expect(desk.groups).toEqual([
      { key: 'academia', count: 5 },
      { key: 'anonymous', count: 1 },
      { key: 'government', count: 1 },
      { key: 'unstated', count: 1 },
    ]);
    expect(desk.countries).toEqual([
      { key: 'KE', count: 5 },
      { key: 'BR', count: 1 },
      { key: 'FR', count: 1 },
      { key: 'anonymous', count: 1 },
    ]);
    expect(desk.regions.map(({ key, count }) => `${key} ${count}`)).toEqual([
      'africa 5',
      'americas 1',
      'europe 1',
      'anonymous 1',
    ]);
    // The country of one contributor is known to the editors only.
    await db.contribution.updateMany({ where: { publicCountry: 'BR' }, data: { publicCountry: null } });
    expect((await readStatistics('desk')).countries).toContainEqual({ key: 'BR', count: 1 });
    const observed = await readStatistics('observer');
    expect(observed.countries).toContainEqual({ key: 'unstated', count: 1 });
    expect(JSON.stringify(observed)).not.toContain('"BR"');
    expect(observed.months).toEqual(desk.months);
    expect(desk.waits.map(({ call, decided }) => [call, decided])).toEqual([
      [null, { count: 7, median: 10, inTime: 6 }],
      ['2020', { count: 7, median: 10, inTime: 6 }],
    ]);

    const seen = await readStatistics('public');
    expect(seen.months).toEqual([
      { month: '2026-03', begun: null, submitted: null, published: 5 },
      { month: '2026-05', begun: null, submitted: null, published: 2 },
    ]);
    expect(seen.calls).toMatchObject([{ slug: '2020', submitted: null, published: 7, declined: null }]);
    // France alone and one anonymous contribution are too few, and would follow from the sum of the others.
    expect(seen.groups).toEqual([{ key: 'fewer', count: 7 }]);
    expect(seen.countries).toEqual([{ key: 'fewer', count: 7 }]);
    expect(JSON.stringify(seen)).not.toMatch(/FR|BR|"KE"|government/);
  });

  it('count what became of proposed cells, one whose decision was taken back once', async () => {
    const sent = await submit(
      proposing('manrs', [
        { cell: 'maintainer', value: 'The Internet Society' },
        { cell: 'launchDate', value: '2014' },
      ]),
    );
    const [first] = await db.proposedChange.findMany({ where: { contributionId: sent.id }, orderBy: { key: 'asc' } });
    expect(first).toBeDefined();
    const before = (await readStatistics('desk')).outcomes;
    expect(before).toMatchObject([{ slug: '2020', pending: 2, rejected: 0 }]);
    const decided = await decideChanges({
      reference: sent.reference,
      editor,
      decisions: [{ change: first?.id ?? '', outcome: 'reject', reason: 'Not so.' }],
    });
    expect(decided.ok).toBe(true);
    expect((await readStatistics('desk')).outcomes).toMatchObject([{ slug: '2020', pending: 1, rejected: 1 }]);
    expect((await readStatistics('public')).outcomes).toEqual([]);
    expect((await readStatistics('desk')).waits[0]?.firstAnswer?.count).toBe(8);
  });

  it('say how long it took in each call, where there are several', async () => {
    const rowsOfTimes = async () => {
      const tables = statisticsTables(await readStatistics('desk'), wordsIn('en'), 'en');
      return tables.find(({ name }) => name === 'times')?.rows;
    };
    const one = await rowsOfTimes();
    expect(one?.map(([call, until, count]) => [call, until, count])).toEqual([
      ['All calls', 'the first answer', 8],
      ['All calls', 'the end of the review', 7],
    ]);
    const { slug } = await makeCall('closed');
    const { id } = await db.contribution.findFirstOrThrow({ where: { publicCountry: 'FR' } });
    await db.contribution.update({ where: { id }, data: { call: { connect: { slug } } } });
    expect((await rowsOfTimes())?.map((row) => row.slice(0, 4))).toEqual([
      ['All calls', 'the first answer', 8, 10],
      ['All calls', 'the end of the review', 7, 10],
      [slug, 'the first answer', 1, 1],
      [slug, 'the end of the review', 1, 1],
      ['2020', 'the first answer', 7, 10],
      ['2020', 'the end of the review', 6, 10],
    ]);
  });

  it('are tables without columns that are not seen, and CSV files with the same rows', async () => {
    const [words, desk, seen] = [wordsIn('en'), await readStatistics('desk'), await readStatistics('public')];
    expect(statisticsCsv(seen, 'months', { words, locale: 'en', bom: false })).toBe(
      'month,published\r\n2026-03,5\r\n2026-04,0\r\n2026-05,2\r\n',
    );
    expect(statisticsCsv(desk, 'countries', { words, locale: 'en', bom: false })).toContain('Kenya,5\r\n');
    expect(statisticsTables(desk, words, 'en').map(({ name }) => name)).toEqual([
      'months',
      'calls',
      'groups',
      'regions',
      'countries',
      'outcomes',
      'times',
    ]);
  });

  it('fill the months between two others', () => {
    const month = (name: string) => ({ month: name, begun: null, submitted: 1, published: 1 });
    expect(everyMonth([month('2025-11'), month('2026-02')]).map((one) => one.month)).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    expect(everyMonth([])).toEqual([]);
  });
});
