import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '@/lib/contributions/drafts/assembly';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import { placeOf } from '@/lib/contributions/drafts/steps';
import { inputOf } from '@/lib/contributions/drafts/sections';
import { readValues } from '@/lib/contributions/drafts/values';
import { submissionSchema } from '@/lib/contributions/schema';
import { fill } from './prefill';
import type { SentAbout } from './prefill';
import type { Body } from '@/lib/questions/body';
import { makeQuestion } from '@/prisma/factories/questions';

const questions = [
  makeQuestion('signatory', 'one'),
  makeQuestion('projects', 'two'),
  makeQuestion('proposals', 'three'),
  makeQuestion('text', 'four'),
];
const criteria = ['vulnerability-equities-processes', 'report-vulnerabilities'];

/** The sections as the form reads them. */
function partsOf(sections: ReadonlyMap<string, unknown>): DraftPart[] {
  return [...sections].map(([key, data]) => {
    const place = placeOf(key);
    if (place.step === 'about') return { ...place, section: { kind: 'about' }, data };
    if (place.position !== undefined) return { ...place, section: { kind: 'proposal', base: {}, criteria }, data };
    const asked = questions.find((one) => one.key === place.step) ?? makeQuestion('text', place.step);
    return { ...place, section: { kind: asked.kind, question: asked }, data };
  });
}

const words = fc.stringMatching(/^[a-z][a-z .,\n]{0,30}[a-z]$/);
const oneLine = fc.stringMatching(/^[a-z][a-z .,]{0,20}[a-z]$/);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const slug = fc.constantFrom('gcsc', 'paris-call', 'ungge-2015', 'manrs');
const cell = fc.oneof(
  fc.record({ cell: fc.constant('name'), value: oneLine, note: maybe(words), source: maybe(words) }),
  fc.record({ cell: fc.constant('summary'), value: words, note: maybe(words), source: maybe(words) }),
  fc.record({
    cell: fc.constant('launchDate'),
    value: fc.constantFrom('2018', '2018-02', '2018-04-17'),
    note: maybe(words),
    source: maybe(words),
  }),
  fc.record({
    cell: fc.constant('uniqueElements'),
    value: fc.array(oneLine, { minLength: 1, maxLength: 4 }),
    note: maybe(words),
    source: maybe(words),
  }),
  fc.record({
    cell: fc.constant('signatories'),
    value: fc.record({
      count: fc.nat(100),
      unit: oneLine,
      asOf: fc.constant('2019-11'),
      list: fc.array(oneLine, { minLength: 1, maxLength: 3 }),
    }),
    note: maybe(words),
    source: maybe(words),
  }),
  fc.record({
    cell: fc.constant('report-vulnerabilities'),
    value: fc.constantFrom('yes', 'no', 'unclear'),
    note: maybe(words),
    source: maybe(words),
  }),
);
const changes = fc.uniqueArray(cell, { minLength: 1, maxLength: 6, selector: (one) => one.cell });
const proposal = fc.oneof(
  fc.record({
    kind: fc.constant('update' as const),
    agreement: slug,
    baseVersion: fc.integer({ min: 1, max: 9 }),
    comment: maybe(words),
    changes,
  }),
  fc.record({
    kind: fc.constant('new' as const),
    comment: maybe(words),
    changes: changes.filter((list) => list.some((one) => one.cell === 'name')),
  }),
);
const body = fc.record({
  answers: fc.record({ four: words }),
  signatories: fc.uniqueArray(
    fc.oneof(fc.record({ agreement: slug, note: maybe(words) }), fc.record({ name: oneLine, note: maybe(words) })),
    {
      maxLength: 5,
      selector: (one) => ('agreement' in one ? one.agreement : Symbol('another')),
    },
  ),
  projects: fc.array(
    fc.record({
      title: oneLine,
      description: words,
      link: maybe(fc.constant('https://example.org/p')),
      agreements: fc.uniqueArray(slug),
      criteria: fc.subarray(criteria),
    }),
    { maxLength: 3 },
  ),
  proposals: fc.uniqueArray(proposal, {
    maxLength: 3,
    selector: (one) => ('agreement' in one ? one.agreement : Symbol('another')),
  }),
});
const about: SentAbout = readValues('about', {
  name: 'Programme office',
  email: 'office@example.org',
  country: 'US',
  show: { name: 'on' },
});

describe('fill', () => {
  const parse = (input: unknown) =>
    submissionSchema({ questions }, criteria).parse({ ...(input as object), consent: true });
  // Listed agreements stand before other names on the form, and cells in its order, wherever they were sent.
  const inFormOrder = (sent: ReturnType<typeof parse>) => ({
    ...sent,
    signatories: sent.signatories.toSorted(
      (one, other) => Number(one.agreement === undefined) - Number(other.agreement === undefined),
    ),
    proposals: sent.proposals.map((one) => ({
      ...one,
      changes: one.changes.toSorted((a, b) => a.cell.localeCompare(b.cell)),
    })),
  });

  it('makes sections that say again what was sent', () => {
    fc.assert(
      fc.property(body, (sent) => {
        const first = parse({ ...sent, ...inputOf({ kind: 'about' }, about) });
        const again = parse(assemble(partsOf(fill({ questions }, first as unknown as Body, about))));
        expect(inFormOrder(again)).toEqual(inFormOrder(first));
      }),
      { numRuns: 80 },
    );
  });

  it('is stable: what was filled, sent and filled again is the same', () => {
    fc.assert(
      fc.property(body, (sent) => {
        const filled = fill(
          { questions },
          parse({ ...sent, ...inputOf({ kind: 'about' }, about) }) as unknown as Body,
          about,
        );
        const again = fill({ questions }, parse(assemble(partsOf(filled))) as unknown as Body, about);
        expect([...again].map(([key, values]) => [key, values])).toEqual([...filled]);
      }),
      { numRuns: 40 },
    );
  });

  it('puts each item under the question it names, and what names none under the first of its kind', () => {
    const several = [...questions, makeQuestion('projects', 'five')];
    const project = { title: 'One', description: 'Text', agreements: [], criteria: [] };
    const sections = fill(
      { questions: several },
      {
        answers: { five: 'Words' },
        signatories: [],
        projects: [project, { ...project, title: 'Two', question: 'five' }],
        proposals: [],
      },
      about,
    );
    expect(sections.get('two')).toMatchObject({ text: '', projects: [{ title: 'One' }] });
    expect(sections.get('five')).toMatchObject({ text: 'Words', projects: [{ title: 'Two' }] });
  });
});
