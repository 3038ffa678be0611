import fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import type { PublicChange } from '@/lib/publication/schema';
import type { PublicContributionSummary } from '@/lib/publication/contributions/schema';
import { agreementFeed, datasetFeed } from './changes';
import { contributionsFeed } from './contributions';

const ORIGIN = 'https://dataset.example.org';
const EARLIER = '2020-10-17T12:00:00.000Z';
const LATER = '2021-03-01T09:30:00.000Z';
const HOSTILE = ']]></title><entry/>&amp; <b>bold</b> <!-- \u0000\u0008\u000b\ufffe "x" \'y\' 😀 ١٢٣';
const paris = { slug: 'paris-call', name: 'Paris Call', shortName: 'Paris Call' };

const published: PublicContributionSummary = {
  reference: 'BPF-2020-001',
  call: '2020',
  status: 'published',
  submittedAt: EARLIER,
  statusReason: null,
  statusAt: EARLIER,
  publishedAt: EARLIER,
  attribution: {
    anonymous: false,
    name: null,
    affiliation: 'Example institute',
    country: 'KE',
    stakeholderGroup: null,
  },
  language: null,
  summaryOf: null,
  enteredOnBehalf: null,
  counts: { signatories: 1, projects: 0, proposedCells: 3, acceptedCells: 2 },
  agreements: [paris],
};
const withdrawn: PublicContributionSummary = {
  ...published,
  reference: 'BPF-2020-002',
  status: 'withdrawn',
  statusAt: LATER,
  attribution: null,
  counts: null,
  agreements: [],
};
const content = (value: string, note: string | null = null) => ({ value, note, source: null });
const decision: PublicChange = {
  agreement: paris,
  version: 2,
  kind: 'decision',
  summary: 'Contribution BPF-2020-001',
  reason: null,
  reverts: null,
  at: EARLIER,
  contribution: 'BPF-2020-001',
  changes: [
    {
      cell: 'maintainer',
      before: content('A secretariat'),
      after: content('Another one', 'Since 2020.'),
      contributions: ['BPF-2020-001', 'BPF-2020-009'],
    },
  ],
};
const revert: PublicChange = {
  ...decision,
  version: 3,
  kind: 'revert',
  reverts: 2,
  reason: 'The source says otherwise.',
  at: LATER,
  contribution: null,
  changes: [{ cell: 'maintainer', before: content('Another one'), after: null, contributions: [] }],
};
const context = { names: { agreements: {}, criteria: {} }, published: new Set(['BPF-2020-001']), origin: ORIGIN };

/** What RFC 4287 demands of a feed and of each entry. */
function expectWhole(xml: string, self: string) {
  const feed = parseAtomFeed(xml);
  expect(feed).toMatchObject({
    id: `${ORIGIN}${self}`,
    updated: expect.stringMatching(/Z$/) as string,
    title: expect.objectContaining({ value: expect.stringMatching(/\S/) as string }) as object,
  });
  expect(feed.authors).toEqual([{ name: 'IGF Best Practice Forum on Cybersecurity', uri: `${ORIGIN}/en` }]);
  expect(feed.links).toContainEqual({ rel: 'self', href: `${ORIGIN}${self}` });
  const entries = feed.entries ?? [];
  const ids = entries.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, updated, links } of entries) {
    expect(URL.canParse(id ?? '')).toBe(true);
    expect(updated).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(links?.[0]?.href).toBe(id);
  }
  return { ...feed, entries };
}

describe('the feed of contributions', () => {
  it('has the latest first, with permanent addresses; a withdrawn one has no content', () => {
    const { entries, updated } = expectWhole(
      contributionsFeed([published, withdrawn], ORIGIN),
      '/feeds/contributions.atom',
    );
    expect(updated).toBe(LATER);
    expect(entries.map(({ id, title }) => [id, title?.value])).toEqual([
      [`${ORIGIN}/en/contributions/BPF-2020-002`, 'BPF-2020-002: withdrawn'],
      [`${ORIGIN}/en/contributions/BPF-2020-001`, 'BPF-2020-001: Example institute'],
    ]);
    expect(entries[1]?.content?.value).toContain(`<a href="${ORIGIN}/en/agreements/paris-call">Paris Call</a>`);
    expect(entries[0]?.authors).toBeUndefined();
  });

  it('states of a taken down contribution only that and why', () => {
    const down = { ...withdrawn, status: 'unpublished' as const, statusReason: 'It is <not> theirs.' };
    const { entries } = expectWhole(contributionsFeed([down], ORIGIN), '/feeds/contributions.atom');
    expect(entries[0]).toMatchObject({ title: { value: 'BPF-2020-002: taken down' } });
    expect(entries[0]?.content?.value).toContain('Their reason: It is &#60;not&#62; theirs.');
    expect(entries[0]?.authors).toBeUndefined();
  });

  it('names only contributors who chose to be named', () => {
    const anonymous = {
      ...published,
      attribution: { anonymous: true, name: null, affiliation: null, country: null, stakeholderGroup: null },
    };
    const { entries } = expectWhole(contributionsFeed([anonymous], ORIGIN), '/feeds/contributions.atom');
    expect(entries[0]).toMatchObject({ title: { value: 'BPF-2020-001: Anonymous' } });
    expect(entries[0]?.authors).toBeUndefined();
  });

  it('is valid without an entry', () => {
    expect(expectWhole(contributionsFeed([], ORIGIN), '/feeds/contributions.atom')).toMatchObject({
      updated: '1970-01-01T00:00:00.000Z',
      entries: [],
    });
  });
});

describe('the feeds of changes', () => {
  it('state what became of each value, from which contribution, and why it was taken back', () => {
    const { entries } = expectWhole(datasetFeed({ ...context, changes: [revert, decision] }), '/feeds/dataset.atom');
    expect(entries.map(({ id, title }) => [id, title?.value])).toEqual([
      [`${ORIGIN}/en/agreements/paris-call/versions/3`, 'Paris Call, version 3: 1 change taken back'],
      [`${ORIGIN}/en/agreements/paris-call/versions/2`, 'Paris Call, version 2: 1 value changed'],
    ]);
    expect(entries[0]?.content?.value).toContain('The source says otherwise.');
    expect(entries[0]?.content?.value).toContain('No value any more.');
    const made = entries[1]?.content?.value ?? '';
    expect(made).toContain('<del>A secretariat</del>');
    expect(made).toContain('Since 2020.');
    // A contribution without a page is named but not linked.
    expect(made).toContain(`<a href="${ORIGIN}/en/contributions/BPF-2020-001">BPF-2020-001</a>, BPF-2020-009`);
  });

  it('exist for one agreement', () => {
    const { entries } = expectWhole(
      agreementFeed(paris, { ...context, changes: [decision] }),
      '/feeds/agreements/paris-call.atom',
    );
    expect(entries).toHaveLength(1);
  });
});

describe('whatever people write', () => {
  const hostile = (text: string) => ({
    contributions: contributionsFeed(
      [
        {
          ...published,
          attribution: { anonymous: false, name: null, affiliation: text, country: null, stakeholderGroup: null },
          agreements: [{ ...paris, name: text }],
        },
      ],
      ORIGIN,
    ),
    dataset: datasetFeed({
      ...context,
      changes: [
        {
          ...revert,
          agreement: { ...paris, name: text, shortName: text },
          reason: text,
          changes: [{ cell: 'summary', before: content(text), after: null, contributions: [] }],
        },
      ],
    }),
  });

  it('stays text, without markup and without signs that XML can’t hold', () => {
    const { contributions, dataset } = hostile(HOSTILE);
    for (const [xml, self] of [
      [contributions, '/feeds/contributions.atom'],
      [dataset, '/feeds/dataset.atom'],
    ] as const) {
      expect(xml).not.toMatch(/<b>|<entry\/>|[\u0000-\u0008\u000b\ufffe]/);
      const { entries } = expectWhole(xml, self);
      expect(entries).toHaveLength(1);
      expect(entries[0]?.content?.value).toContain('&#60;b&#62;bold');
      expect(entries[0]?.content?.value).toContain('😀 ١٢٣');
    }
  });

  it('leaves a feed of one entry, also where it is halves of characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const xml of Object.values(hostile(text))) {
          expect(parseAtomFeed(xml).entries).toHaveLength(1);
          expect(xml.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
