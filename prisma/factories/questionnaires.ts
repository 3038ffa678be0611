import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { db } from '@/lib/platform/db/client';
import { questionnaire } from '@/lib/calls/schema';
import type { Questionnaire } from '@/lib/calls/schema';

const words = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 é?]{0,38}[a-z?]$/);
const help = fc.oneof(fc.constant(''), words);
const options = fc
  .uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), { minLength: 2, maxLength: 5 })
  .chain((keys) => fc.tuple(...keys.map((key) => words.map((label) => ({ key: `o-${key}`, label })))));
const flag = fc.constantFrom(true, undefined);
const count = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: undefined });

/** The settings of every kind of question. */
const kinds: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc.constantFrom<Record<string, unknown>>(
    { kind: 'text' },
    { kind: 'text', size: 'short' },
    { kind: 'signatory' },
    { kind: 'projects' },
    { kind: 'proposals' },
    { kind: 'yes-no' },
    { kind: 'date' },
    { kind: 'file' },
  ),
  fc.record({ kind: fc.constant('choice'), options, other: flag }),
  fc.record({ kind: fc.constant('choices'), options, other: flag, max: fc.constantFrom(2, undefined) }),
  fc.record({
    kind: fc.constant('rating'),
    levels: options,
    rows: fc.option(options, { nil: undefined }),
    notApplicable: flag,
    evidence: flag,
  }),
  fc.record({ kind: fc.constant('number'), unit: fc.option(words, { nil: undefined }), decimals: count(4) }),
  fc.record({ kind: fc.constant('link'), most: count(5) }),
  fc.record({
    kind: fc.constant('records'),
    record: fc.option(words, { nil: undefined }),
    fields: fc.tuple(
      fc.record({ key: fc.constant('what'), label: words, kind: fc.constant('text'), required: flag }),
      fc.record({ key: fc.constant('when'), label: words, kind: fc.constant('date') }),
      fc.record({ key: fc.constant('sector'), label: words, kind: fc.constant('choice'), options, other: flag }),
    ),
  }),
);

const asked = fc
  .record({
    title: words,
    help,
    number: fc.option(fc.constantFrom('1a', '2', 'B'), { nil: undefined }),
    example: fc.option(words, { nil: undefined }),
    required: flag,
    maxWords: count(500),
    settings: kinds,
    inSection: fc.nat(2),
    dependsOn: fc.option(fc.nat(20), { nil: undefined }),
    worded: fc.option(words, { nil: undefined }),
  })
  .map(({ settings, ...question }) => ({ ...question, ...settings }));

/** Valid questionnaires of every kind, with sections, audiences and conditions, as they are stored. */
export const anyQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .record({ list: fc.array(asked, { minLength: 1, maxLength: 6 }), hasSections: fc.boolean(), about: words })
  .map(({ list, hasSections, about }) => {
    const sections = hasSections ? ['general', 'specific'] : [];
    const ordered = list.toSorted((one, other) => (hasSections ? one.inSection - other.inSection : 0));
    return questionnaire.parse(
      withoutUndefined({
        sections: hasSections ? sections.map((key) => ({ key, title: `Section ${key}`, help: '' })) : undefined,
        audiences: [{ key: 'governments', label: 'Governments' }],
        questions: ordered.map(({ inSection, dependsOn, worded, ...question }, at) => ({
          ...question,
          key: `question-${at}`,
          shortTitle: `Question ${at}`,
          section: hasSections ? sections[inSection - 1] : undefined,
          askedIf:
            dependsOn === undefined || at === 0
              ? undefined
              : [{ question: `question-${dependsOn % at}`, operator: 'answered' }],
          wordings: worded === undefined ? undefined : { governments: { title: worded, help: '' } },
        })),
        about: { title: about, help: 'What is published.' },
      }),
    );
  });

/** As JSON has it: what is absent has no name. */
const withoutUndefined = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/**
 * A call without a questionnaire, open for a week. If it is `published`, its first questionnaire is public at once.
 * Returns its slug.
 */
export async function makeEmptyCall({ published = false } = {}): Promise<{ slug: string }> {
  const paragraph = ['The forum asks, and publishes the answers.'];
  return db.call.create({
    data: {
      slug: `e-${randomBytes(5).toString('hex')}`,
      opensAt: new Date(Date.now() - DAY),
      closesAt: new Date(Date.now() + 7 * DAY),
      timeZone: 'UTC',
      acceptsLate: false,
      published,
      texts: {
        en: {
          title: 'A call without questions',
          summary: 'A call of the tests.',
          introduction: paragraph,
          instructions: paragraph,
          afterwards: paragraph,
          reading: [],
        },
      },
    },
    select: { slug: true },
  });
}

/**
 * A published call that is like the one of 2020 in all but its questionnaire, of which it has none: texts, times, annex
 * and rules. Returns its slug.
 */
export async function makeCallLike2020(): Promise<{ slug: string }> {
  const { annex, texts, ...like } = await db.call.findUniqueOrThrow({
    where: { slug: '2020' },
    select: {
      opensAt: true,
      closesAt: true,
      timeZone: true,
      acceptsLate: true,
      acceptsFiles: true,
      maxWords: true,
      texts: true,
      annex: { select: { agreementId: true, position: true } },
    },
  });
  return db.call.create({
    data: {
      ...like,
      slug: `l-${randomBytes(5).toString('hex')}`,
      published: true,
      texts: texts ?? {},
      annex: { create: annex },
    },
    select: { slug: true },
  });
}

const DAY = 24 * 3_600_000;
