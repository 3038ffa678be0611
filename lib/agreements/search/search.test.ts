import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { cellKeyFor } from '@/lib/agreements/facts/row-key';
import { createAgreement, writeRevision } from '@/lib/agreements/revisions';
import { db } from '@/lib/platform/db/client';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listFormerNames, searchAgreements } from './search';

useTestDatabase();

const slugs = async (sought: string) => (await searchAgreements(sought)).map(({ slug }) => slug);

async function addRow(slug: string, field: 'aliases' | 'symbols', value: Record<string, string>) {
  const { id } = await db.agreement.findUniqueOrThrow({ where: { slug } });
  const key = cellKeyFor(field, value);
  await write(id, [{ key, content: { value, note: null, source: null }, seenVersion: 0 }]);
}

/** The entry of the Global Commission as editors would rename it after its final report. */
async function rename(slug: string, key: 'name' | 'shortName', value: string) {
  const { id } = await db.agreement.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  await write(id, [{ key, content: { value, note: null, source: null }, seenVersion: 1 }]);
}

const write = (agreementId: string, cells: Parameters<typeof writeRevision>[0]['cells']) =>
  db.$transaction((tx) =>
    writeRevision(
      { agreementId, kind: 'import', summary: 'changed', userId: null, contributionId: null, cells, at: new Date() },
      tx,
    ),
  );

describe('searching the dataset', () => {
  it.each([
    ['Tech Accord', 'tech-accord'],
    ['cybersecurity tech accord', 'tech-accord'],
    ['manrs', 'manrs'],
    ['MUTUALLY agreed', 'manrs'],
    ['UN-GGE 2015', 'ungge-2015'],
    ['Budapest', 'budapest-convention'],
    ['convention on cybercrime', 'budapest-convention'],
    ['Communique Antalya', 'g20-antalya-communique'],
    ['Communiqué', 'g20-antalya-communique'],
    ['foc-recommendations', 'foc-recommendations'],
    ['Paris Cal', 'paris-call'],
  ])('finds %s first', async (sought, slug) => {
    expect((await slugs(sought))[0]).toBe(slug);
  });

  it.each([
    ['Budapst Convntion', 'budapest-convention'],
    ['charter of thrust', 'charter-of-trust'],
    ['Pars Call', 'paris-call'],
    ['siemes charter', 'charter-of-trust'],
    ['brazaville', 'brazzaville-declaration'],
    ['shangai cooperation', 'sco-agreement'],
    ['freedon online coaliton', 'foc-recommendations'],
    ['manrz', 'manrs'],
  ])('forgives the typing errors of %s', async (sought, slug) => {
    expect((await slugs(sought))[0]).toBe(slug);
  });

  it('puts the exact short name before names that begin so, and those before names that hold the words', async () => {
    const { id } = await createAgreement({ name: 'A Paris Call of another kind', shortName: 'Paris Call II' }, db);
    await db.agreement.update({ where: { id }, data: { version: 1 } });
    const { id: holding } = await createAgreement({ name: 'Friends of the Paris Call', shortName: 'Friends' }, db);
    await db.agreement.update({ where: { id: holding }, data: { version: 1 } });
    expect((await slugs('paris call')).slice(0, 3)).toEqual(['paris-call', 'paris-call-ii', 'friends']);
  });

  it('finds an agreement by its maintainer, a name in a note, a word in a text', async () => {
    expect(await slugs('Singapore Norms Package')).toEqual(['gcsc']);
    expect(await slugs('League of Arab States')).toEqual(['arab-convention']);
    expect(await slugs('awareness campaigns')).toEqual(['brazzaville-declaration']);
    expect((await slugs('Internet Society'))[0]).toBe('manrs');
  });

  it('finds texts with “elections” for “election”, and not words that only contain its letters', async () => {
    expect((await slugs('election')).toSorted()).toEqual(['gcsc', 'paris-call']);
    expect(await slugs('elections')).not.toContain('au-convention');
  });

  it('ranks a name with the whole word before one in which a word begins so, and both before texts', async () => {
    for (const [name, shortName] of [
      ['Protective measures of trust', 'PMT'],
      ['Protect trust', 'PT one'],
    ] as const) {
      const { id } = await createAgreement({ name: `${name} everywhere`, shortName }, db);
      await db.agreement.update({ where: { id }, data: { version: 1 } });
    }
    const found = await slugs('everywhere protect');
    expect(found).toEqual(['pt-one', 'pmt']);
    expect((await slugs('protect')).slice(0, 2).toSorted()).toEqual(['pmt', 'pt-one']);
    expect(await slugs('protect')).toContain('paris-call'); // its summary speaks of protecting
  });

  it('finds an agreement by a former name, which it returns, and by initials', async () => {
    await rename('gcsc', 'name', 'Global Commission on the Stability of Cyberspace: Cyberstability Framework');
    expect((await searchAgreements('gcsc'))[0]).toMatchObject({ slug: 'gcsc', formerly: null });
    const [found] = await searchAgreements('Cyberstability Framework');
    expect(found).toEqual({
      slug: 'gcsc',
      name: 'Global Commission on the Stability of Cyberspace: Cyberstability Framework',
      shortName: 'GCSC Six Critical Norms',
      formerly: null,
    });
    await rename('gcsc', 'shortName', 'Cyberstability');
    expect((await searchAgreements('GCSC Six Critical'))[0]).toMatchObject({
      slug: 'gcsc',
      formerly: 'GCSC Six Critical Norms',
    });
    expect(await listFormerNames()).toEqual(new Map([['gcsc', ['GCSC Six Critical Norms']]]));
  });

  it('finds an agreement by another name, with typing errors too', async () => {
    await addRow('manrs', 'aliases', { name: 'Routing Resilience Manifesto', sort: 'former' });
    expect(await slugs('Routing Resilience Manifesto')).toEqual(['manrs']);
    expect((await slugs('resilience manifesto'))[0]).toBe('manrs');
    expect(await slugs('Rooting Resiliense Manifest')).toEqual(['manrs']);
  });

  it('finds an agreement by the texts of its rows, and not by the names of their parts', async () => {
    await addRow('tech-accord', 'symbols', { symbol: 'A/RES/99/1234' });
    expect(await slugs('A/RES/99/1234')).toEqual(['tech-accord']);
    expect(await slugs('symbol')).not.toContain('tech-accord');
  });

  it.each([
    '',
    '   ',
    '%',
    '_',
    '%%%',
    "'",
    '"; DROP TABLE agreements; --',
    '\\',
    '\u0000\u0007',
    '(((',
    '🤷',
    '*?[q-x]',
    '﷽',
    '\ud800',
  ])('finds nothing for %j and takes no harm', async (sought) => {
    expect(await slugs(sought)).toEqual([]);
  });

  it('reads only the length of a name of a text of one megabyte', async () => {
    expect(await slugs('x'.repeat(1_000_000))).toEqual([]);
    expect(await slugs('manrs '.repeat(200_000))).toEqual(['manrs']);
  });

  it('does not find retired agreements', async () => {
    await db.agreement.update({ where: { slug: 'arab-convention' }, data: { retiredAt: new Date() } });
    expect(await slugs('Arab Convention')).not.toContain('arab-convention');
  });
});

describe('searching thousands', () => {
  beforeAll(async () => {
    const rows = Array.from({ length: 2_300 }, (_, at) => ({
      id: randomUUID(),
      slug: `made-up-${at}`,
      name: `Regional framework number ${at} on responsible conduct of states and companies in cyberspace`,
      shortName: `RF ${at}`,
      version: 1,
    }));
    await db.agreement.createMany({ data: rows });
  });

  it('is fast enough to search at every key press', async () => {
    await slugs('budapst');
    const began = performance.now();
    expect((await slugs('Budapst Convntion on cybercrime'))[0]).toBe('budapest-convention');
    expect(performance.now() - began).toBeLessThan(1_500); // about 60 ms where nothing else runs
  });
});
