import { describe, expect, it } from 'vitest';
import { addSource } from '@/lib/agreements/sources/edit-sources';
import { newSource } from '@/lib/agreements/sources/schema';
import { db } from '@/lib/platform/db/client';
import { editParticipant } from '@/lib/review/participants/edit-participant';
import { removeParticipation } from '@/lib/review/participants/register';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeParticipation } from '@/prisma/factories/participants';
import { makeEditor } from '@/prisma/factories/people';
import { published, takenDown, withdrawn } from '@/prisma/factories/published';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { searchPublic } from './search';
import type { SearchGroup } from './schema';

useTestDatabase();

const search = (sought: string, group?: SearchGroup) => searchPublic({ sought, locale: 'en', group, limit: 20 });
const hitsOf = async (sought: string, group: SearchGroup) => (await search(sought, group)).data[0]?.hits ?? [];
const groups = async (sought: string) => (await search(sought)).data.map(({ group }) => group);

const SOURCE = { kind: 'text', title: '', author: '', year: '', publisher: '', link: '', archivedLink: '' };
async function addedSource(typed: Record<string, string>) {
  const content = newSource.parse({ ...SOURCE, accessedOn: '', citedAs: '', ...typed });
  const added = await addSource({ editor: await makeEditor(), content });
  if (!added.ok) throw new Error(added.reason);
  return added.key;
}

async function renamed(slug: string, name: string) {
  const { version } = await db.participant.findUniqueOrThrow({ where: { slug } });
  const input = { kind: 'organisation', name } as const;
  expect(await editParticipant({ editor: await makeEditor(), slug, seen: version, input })).toEqual({ ok: true });
}

describe('searching participants', () => {
  it('finds names, former names, evidence and reservations, the participant of this name first', async () => {
    const { participant } = await makeParticipation({
      name: 'Zqoriginal Exchange',
      source: 'Zqlist of supporters',
      reservation: 'It applies zqreservedly.',
    });
    await makeParticipation({ name: 'Friends of the Zqoriginal Exchange' });
    const path = `/en/participants/${participant}`;
    expect(await hitsOf('zqoriginal exchange', 'participants')).toMatchObject([
      { title: 'Zqoriginal Exchange', about: 'Organisation', path, excerpt: '' },
      { title: 'Friends of the Zqoriginal Exchange' },
    ]);
    for (const word of ['zqlist', 'zqreservedly'])
      expect(await hitsOf(word, 'participants')).toMatchObject([
        { path, about: 'Paris Call: Endorsed', excerpt: 'Zqlist of supporters · It applies zqreservedly.' },
      ]);
    await renamed(participant, 'Zqrenamed Exchange');
    expect((await hitsOf('zqoriginal exchange', 'participants')).at(-1)).toMatchObject({
      title: 'Zqrenamed Exchange',
      about: 'Former name',
      path,
      excerpt: 'Zqoriginal Exchange',
    });
  });

  it('does not find a row by the words of a proposal that a passage was taken out of', async () => {
    const { participant } = await makeParticipation({
      name: 'Zqredacted Exchange',
      quotation: 'It says zqhidden.',
      source: 'A list',
    });
    expect(await hitsOf('zqhidden', 'participants')).toMatchObject([{ excerpt: expect.stringContaining('zqhidden') }]);
    const { changes } = await submit(proposing('manrs', [{ cell: 'maintainer', value: 'It says zqhidden.' }]));
    const change = Object.values(changes)[0] ?? '';
    await db.proposedChange.update({ where: { id: change }, data: { redacted: { value: 'It says.' } } });
    await db.participation.updateMany({
      where: { participant: { slug: participant } },
      data: { proposedChangeId: change },
    });
    expect(await hitsOf('zqhidden', 'participants')).toEqual([]);
    expect(await hitsOf('zqredacted', 'participants')).toMatchObject([{ title: 'Zqredacted Exchange' }]);
  });

  it('offers a name that is spelt alike', async () => {
    const { participant } = await makeParticipation({ name: 'Kwalungo Institute' });
    const { data, near } = await search('Kwalungu');
    expect(data).toEqual([]);
    expect(near?.searches).toEqual(['kwalungo']);
    expect(near?.names).toMatchObject([{ title: 'Kwalungo Institute', path: `/en/participants/${participant}` }]);
  });
});

it('finds sources by title, author and the words that cite them, and offers one that is spelt alike', async () => {
  const key = await addedSource({
    title: 'A Zqtreatise on Zones',
    author: 'Zqwriter Office',
    citedAs: 'Zqtreatise (9)',
  });
  for (const word of ['zqtreatise', 'zqwriter'])
    expect(await hitsOf(word, 'sources')).toMatchObject([
      { title: 'A Zqtreatise on Zones', about: 'The text itself', path: `/en/sources/${key}` },
    ]);
  expect((await search('zqtreatese')).near).toMatchObject({
    searches: ['zqtreatise'],
    names: [{ title: 'A Zqtreatise on Zones' }],
  });
});

it('finds a stated view with its criterion, as a value', async () => {
  const value = { criterion: 'supply-chain-integrity', value: 'no' };
  await published(proposing('manrs', [{ cell: 'views', value, note: 'It is zqsilent on it.', source: 'The text' }]), {
    accept: 'manrs',
  });
  expect(await groups('zqsilent')).toEqual(['values', 'proposals']);
  expect(await hitsOf('zqsilent', 'values')).toMatchObject([
    {
      title: 'MANRS',
      about: expect.stringMatching(/: Stated view: No$/) as string,
      path: '/en/agreements/manrs#supply-chain-integrity',
      excerpt: 'It is zqsilent on it.',
    },
  ]);
});

it('finds an agreement by a former name', async () => {
  const { slug } = await makeAgreement({ name: 'The Zqformer Compact', shortName: 'ZFC' });
  await published(proposing(slug, [{ cell: 'name', value: 'The Later Compact', source: 'The text' }]), {
    accept: slug,
  });
  expect(await hitsOf('zqformer compact', 'agreements')).toEqual([
    {
      title: 'The Later Compact',
      about: 'Former name',
      path: `/en/agreements/${slug}`,
      excerpt: 'The Zqformer Compact',
      language: null,
    },
  ]);
});

describe('searching proposals', () => {
  it('finds values and notes of published contributions, one hit for each agreement', async () => {
    const { reference } = await published(
      proposing('gcsc', [
        { cell: 'summary', value: 'It speaks of zqproposed rules.', note: 'A zqnote.' },
        { cell: 'supply-chain-integrity', value: 'yes', note: 'A zqproposed norm, see zqnote.' },
      ]),
    );
    const hits = await hitsOf('zqproposed zqnote', 'proposals');
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({
      title: expect.stringMatching(/^GCSC Six Critical Norms: /) as string,
      about: `${reference}, unnamed`,
      path: `/en/contributions/${reference}#proposals`,
      excerpt: expect.stringContaining('zqproposed') as string,
    });
  });
});

describe('what is not public', () => {
  const proposal = (word: string) => ({
    ...proposing('gcsc', [
      { cell: 'summary', value: `It says ${word}value.`, note: `A ${word}note, ask zqmail${word}@example.org.` },
    ]),
  });

  it('of proposals is not found: waiting, withdrawn, taken down, comments and contact details', async () => {
    await submit(proposal('zqwaits'));
    await withdrawn((await published(proposal('zqwithdrawn'))).reference);
    await takenDown((await published(proposal('zqdown'))).reference);
    const open = proposal('zqopen');
    const proposals = open.proposals?.map((one) => ({ ...one, comment: 'Ask zqcomment for it.' }));
    await published({ ...open, proposals });
    expect(await groups('zqopenvalue')).toEqual(['proposals']);
    const secret = ['zqwaits', 'zqwithdrawn', 'zqdown'].flatMap((word) => [`${word}value`, `${word}note`]);
    for (const sought of [...secret, 'zqcomment', 'zqmailzqopen']) {
      const found = await search(sought);
      expect([sought, found.data]).toEqual([sought, []]);
      expect(JSON.stringify(found.near)).not.toContain(sought);
    }
  });

  it('of the register is not found: removed rows, and what rests on an author who became anonymous', async () => {
    const removed = await makeParticipation({ name: 'Zqremoved Exchange', reservation: 'A zqproviso.' });
    const { reference } = await published({
      signatories: [{ agreement: 'manrs' }],
      about: { affiliation: 'Zqhidden Exchange', show: { affiliation: true } },
      consent: true,
    });
    const row = { agreement: 'manrs', action: 'signed', declaredBy: 'participant', source: undefined } as const;
    await makeParticipation({
      ...row,
      name: 'Zqhidden Exchange',
      reservation: 'A zqhiddenword.',
      contribution: reference,
    });
    for (const word of ['zqremoved', 'zqhidden']) expect(await groups(word)).toContain('participants');

    const seen = { editor: await makeEditor(), id: removed.id, seen: 1 };
    expect(await removeParticipation({ ...seen, reason: 'Entered for zqreason' })).toEqual({ ok: true });
    await db.contribution.update({
      where: { reference },
      data: { anonymous: true, publicAffiliation: null, publicCountry: null, publicName: null },
    });
    for (const sought of ['zqremoved', 'zqproviso', 'zqreason', 'zqhidden', 'zqhiddenword']) {
      const found = await search(sought);
      expect([sought, found.data]).toEqual([sought, []]);
      expect(JSON.stringify(found.near)).not.toContain(sought);
    }
  });

  it('of a retired agreement is not found, neither its former name nor its participants', async () => {
    const { slug } = await makeAgreement({ name: 'The Zqretired Compact', shortName: 'ZRC' });
    await published(proposing(slug, [{ cell: 'name', value: 'Another Compact', source: 'The text' }]), {
      accept: slug,
    });
    await makeParticipation({ agreement: slug, name: 'Zqleft Exchange' });
    expect(await groups('zqretired')).toEqual(['agreements']);
    await db.agreement.update({ where: { slug }, data: { retiredAt: new Date() } });
    for (const sought of ['zqretired', 'zqleft']) expect((await search(sought)).data).toEqual([]);
  });
});
