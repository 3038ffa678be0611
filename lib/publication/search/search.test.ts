import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { published, publish, takenDown, withdrawn } from '@/prisma/factories/published';
import { beginCorrection, sendCorrection } from '@/prisma/factories/corrections';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import type { SubmissionInput } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { searchPublic } from './search';
import type { SearchGroup } from './schema';

useTestDatabase();

const search = (sought: string, group?: SearchGroup) => searchPublic({ sought, locale: 'en', group, limit: 20 });
const hitsOf = async (sought: string, group: SearchGroup) => (await search(sought, group)).data[0]?.hits ?? [];
const titles = async (sought: string, group: SearchGroup) => (await hitsOf(sought, group)).map(({ title }) => title);
const groups = async (sought: string) => (await search(sought)).data.map(({ group }) => group);
/** A contribution that answers, runs a project and names a signatory; each with a word of its own. */
const telling = (word: string, about: SubmissionInput['about'] = {}): SubmissionInput => ({
  answers: { gaps: `What is missing is ${word}answer.` },
  projects: [{ title: `A project on ${word}project`, description: 'What it does.' }],
  signatories: [{ name: `The ${word}charter` }],
  about: { email: 'office@example.org', ...about },
  consent: true,
});

describe('searching the dataset', () => {
  it('finds other forms of a word, and no text that only contains its letters', async () => {
    const [one, several] = [await search('election'), await search('elections')];
    expect(one.data).toEqual(several.data);
    expect(one.found).toContain('elections');
    const hits = one.data.flatMap((group) => group.hits);
    expect(hits.length).toBeGreaterThan(0);
    for (const hit of hits) expect(`${hit.title} ${hit.about} ${hit.excerpt}`).toMatch(/\belections?\b/i);
    expect((await search('protection')).found).not.toContain('elections');
  });

  it('puts the agreement of this name first, whatever accents and capitals it is typed with', async () => {
    expect((await titles('PÀRIS call', 'agreements'))[0]).toMatch(/^Paris Call/);
    expect((await titles('manrs', 'agreements'))[0]).toMatch(/Mutually Agreed Norms/);
  });

  it('finds an agreement whose cells have the words between them, and shows a fact with one', async () => {
    const [first] = await hitsOf('paris elections', 'agreements');
    expect(first).toMatchObject({
      title: expect.stringMatching(/^Paris Call/) as string,
      path: '/en/agreements/paris-call',
    });
    expect(first?.excerpt).toMatch(/elections/);
  });

  it('finds rows of facts: an alias, and a norm in its own words', async () => {
    await published(
      proposing('gcsc', [
        { cell: 'aliases', value: { name: 'Commission de Stabilité Zquabble', sort: 'translation' } },
      ]),
      { accept: 'gcsc' },
    );
    const [hit] = await hitsOf('stabilite zquabble', 'agreements');
    expect(hit).toMatchObject({
      path: '/en/agreements/gcsc',
      title: expect.stringContaining('GCSC') as string,
    });
    expect(hit?.excerpt).toContain('Commission de Stabilité Zquabble');
  });

  it('finds notes and quotations as values, with their criterion and language', async () => {
    await published(
      proposing('paris-call', [
        { cell: 'reference-to-human-rights', value: 'yes', note: 'It speaks of zquotable dignity.' },
        {
          cell: 'quotations',
          value: {
            criterion: 'reference-to-human-rights',
            passage: 'Les droits zquités s’appliquent.',
            language: 'fr',
          },
          source: 'The text',
        },
      ]),
      { accept: 'paris-call' },
    );
    const path = '/en/agreements/paris-call#reference-to-human-rights';
    expect(await hitsOf('zquotable', 'values')).toEqual([
      {
        title: 'Paris Call',
        about: expect.stringMatching(/human rights: Yes$/i) as string,
        path,
        excerpt: 'It speaks of zquotable dignity.',
        language: null,
      },
    ]);
    expect(await hitsOf('zquites', 'values')).toEqual([
      {
        title: 'Paris Call',
        about: expect.stringMatching(/human rights: Quotation$/i) as string,
        path,
        excerpt: 'Les droits zquités s’appliquent.',
        language: 'fr',
      },
    ]);
    // Agreement and criterion have words of it too.
    expect((await hitsOf('paris human rights zquotable', 'values')).map((hit) => hit.path)).toEqual([path]);
    expect(await groups('zquotable')).toEqual(['values', 'proposals']);
  });

  it('does not find what is retired, nor a value that was replaced', async () => {
    expect(await titles('manrs', 'agreements')).not.toEqual([]);
    await db.agreement.update({ where: { slug: 'manrs' }, data: { retiredAt: new Date() } });
    expect((await titles('manrs', 'agreements')).join()).not.toMatch(/Mutually Agreed/);
    await db.agreement.update({ where: { slug: 'manrs' }, data: { retiredAt: null } });
  });

  it('finds criteria, questions of calls, entries of the glossary and sections of pages', async () => {
    expect((await hitsOf('confidence building', 'criteria')).map((hit) => hit.path)).toContain(
      '/en/criteria/specified-cbms',
    );
    expect((await hitsOf('gaps', 'questions')).every((hit) => hit.path.startsWith('/en/calls/2020'))).toBe(true);
    expect((await hitsOf('UNODA consultations', 'pages')).map((hit) => hit.path)).toContain('/en/background#un');
    expect((await hitsOf('binding once ratified', 'pages')).map((hit) => hit.path.replace(/#.*/, ''))).toContain(
      '/en/method',
    );
  });
});

describe('searching contributions', () => {
  it('finds answers with their question, projects, signatories and shown authors of published ones', async () => {
    const { reference } = await published(
      telling('zqopen', { affiliation: 'Zqhouse Institute', show: { affiliation: true } }),
    );
    const path = `/en/contributions/${reference}`;
    expect(await hitsOf('zqopenanswer', 'contributions')).toEqual([
      {
        title: `${reference}, Zqhouse Institute`,
        about: expect.stringMatching(/\w/) as string,
        path: `${path}#answer-gaps`,
        excerpt: 'What is missing is zqopenanswer.',
        language: null,
      },
    ]);
    expect(await titles('zqopenproject', 'projects')).toEqual(['A project on zqopenproject']);
    expect((await hitsOf('zqopencharter', 'contributions'))[0]?.excerpt).toBe('The zqopencharter');
    expect(await titles('zqhouse zqopenanswer', 'contributions')).toHaveLength(1);
    expect((await hitsOf(reference, 'contributions'))[0]?.path).toBe(path);
  });

  it('does not find what is not published, taken down, withdrawn or left out by a correction', async () => {
    const waiting = await submit(telling('zqwaiting'));
    const down = await published(telling('zqdown'));
    const gone = await published(telling('zqgone'));
    const corrected = await submit(telling('zqbefore'));
    const { id } = await beginCorrection(corrected.reference);
    await sendCorrection(id, telling('zqafter'));
    await publish(corrected.reference);
    for (const word of ['zqdown', 'zqgone']) expect(await groups(`${word}answer`)).toEqual(['contributions']);
    await takenDown(down.reference);
    await withdrawn(gone.reference);
    for (const word of ['zqwaiting', 'zqdown', 'zqgone', 'zqbefore'])
      for (const part of ['answer', 'project', 'charter']) {
        const found = await search(`${word}${part}`);
        expect([word, part, found.data]).toEqual([word, part, []]);
        expect(JSON.stringify(found.near)).not.toContain(word);
      }
    expect(await groups('zqafteranswer')).toEqual(['contributions']);
    expect(await groups(waiting.reference)).toEqual([]);
  });

  it('finds no author who is not shown, and no contact detail in a text', async () => {
    const secret = { name: 'Zqperson Secret', affiliation: 'Zqsecret House', country: 'NR' };
    const reach = { answers: { gaps: 'Ask zqmailbox@example.org or +41 22 555 70 77 about zqreach.' } };
    await published({ ...telling('zqanonymous', { ...secret, anonymous: true }), ...reach });
    for (const sought of ['zqperson', 'zqsecret', 'zqmailbox', '555 70 77']) {
      const found = await search(sought);
      expect([sought, found.data, found.near?.searches.join()]).toEqual([sought, [], expect.not.stringMatching(/^zq/)]);
    }
    const [hit] = await hitsOf('zqreach', 'contributions');
    expect(hit?.title).toMatch(/, unnamed$/);
    expect(hit?.excerpt).toBe('Ask ‹e-mail address not shown› or ‹telephone number not shown› about zqreach.');
  });
});

describe('a search that finds nothing', () => {
  it('finds words that begin so, and says it', async () => {
    await published(telling('zqbeginning'));
    const found = await search('zqbeginninga');
    expect(found).toMatchObject({ beginnings: true, found: ['zqbeginninganswer'], near: null });
    expect((await search('zqbeginninganswer')).beginnings).toBe(false);
  });

  it.each([
    ['Budapst Convntion', 'budapest convention', /Budapest Convention|Convention on Cybercrime/],
    ['elektion', 'elections', null],
    ['critcal infrastucture', 'critical infrastructure', /critical infrastructure/i],
  ])('offers for %s a search for %s, which finds something', async (typed, near, name) => {
    const { data, near: offered } = await search(typed);
    expect(data).toEqual([]);
    expect(offered?.searches).toContain(near);
    expect((await search(near)).data).not.toEqual([]);
    if (name) expect(offered?.names.map(({ title }) => title).join('\n')).toMatch(name);
  });

  it.each([
    '',
    '   ',
    '%',
    "'; DROP TABLE cells; --",
    '\\',
    '\u0000\u0007',
    '(((',
    ':*',
    '<->',
    '!',
    '🤷',
    '\ud800',
    'x'.repeat(1_000),
  ])('takes no harm by %j', async (sought) => {
    expect((await search(sought)).data).toEqual([]);
  });
});

it('gives a group in parts, each hit once', async () => {
  await published(eastWestSubmission());
  const all = await searchPublic({ sought: 'cyber', locale: 'en', group: 'agreements', limit: 50 });
  const parts = await Promise.all(
    [0, 3, 6].map((offset) => searchPublic({ sought: 'cyber', locale: 'en', group: 'agreements', limit: 3, offset })),
  );
  const shown = parts.flatMap(({ data }) => data[0]?.hits ?? []);
  expect(shown).toEqual(all.data[0]?.hits.slice(0, 9));
  expect(parts[0]?.data[0]?.count).toBe(all.data[0]?.hits.length);
});
