import { describe, expect, it } from 'vitest';
import { sectionIssues } from '@/lib/contributions/drafts/sections';
import errors from '@/lib/platform/i18n/messages/en/errors.json';
import { wordsIn } from '@/lib/platform/i18n/words';
import { kindOf, question as questionSchema } from '@/lib/questions/registry';
import { EVERY_KIND } from '@/prisma/factories/every-kind';
import { makeQuestion } from '@/prisma/factories/questions';

const words = wordsIn('en');
const naming = {
  agreement: (slug: string) => ({ slug, name: slug, shortName: slug === 'paris-call' ? 'Paris Call' : slug }),
  criterion: (key: string) => key,
};
const telling = { words, locale: 'en', naming };
const options = [
  { key: 'one', label: 'One' },
  { key: 'two', label: 'Two' },
  { key: 'three', label: 'Three' },
];
const field = { key: 'what', label: 'What', kind: 'text' as const, required: true };

describe('a value of each kind', () => {
  const valued = EVERY_KIND.filter(({ value }) => value !== undefined);

  it.each(valued)('$question.key is typed, sent, read and typed again', ({ question, typed, value }) => {
    const kind = kindOf(question);
    const sent = kind.sent(kind.typed.parse(typed), question);
    const parsed = kind.value?.schema(question).parse(sent);
    expect(parsed).toEqual(kind.value?.schema(question).parse(value));
    expect(kind.value?.shape.safeParse(parsed).success).toBe(true);
    const again = kind.typed.parse({ text: '', ...kind.prefill(parsed, question) });
    expect(kind.value?.schema(question).parse(kind.sent(again, question))).toEqual(parsed);
  });

  it.each(valued)('$question.key is said in words', ({ question, value, said }) => {
    const kind = kindOf(question);
    const whole = kind.value?.say(kind.value.schema(question).parse(value), question, telling) ?? '';
    for (const words of said) expect(whole).toContain(words);
  });

  it.each(EVERY_KIND)('$question.key is empty before anything is typed, and keeps its settings', ({ question }) => {
    const kind = kindOf(question);
    const empty = kind.sent(kind.typed.parse(undefined), question);
    expect(empty === undefined || (Array.isArray(empty) && empty.length === 0)).toBe(true);
    expect(questionSchema.parse(question)).toMatchObject({ key: question.key });
    const named = kind.settingFields.map(({ name }) => name);
    expect(named.toSorted()).toEqual(Object.keys(kind.settings).toSorted());
  });
});

/** What is wrong with typed fields: each field with its code. */
const faults = (question: Parameters<typeof kindOf>[0] & object, typed: object) =>
  sectionIssues({ kind: 'text', question: question as never }, { text: '', ...typed }).map(
    ({ name, message }) => `${name}: ${message}`,
  );

describe('a wrong value', () => {
  const choice = makeQuestion('choice', 'a', { options, other: true });
  const choices = makeQuestion('choices', 'a', { options, min: 2, max: 2, other: true });
  const rating = makeQuestion('rating', 'a', {
    levels: options,
    evidence: true,
    everyRow: true,
    rows: [
      { key: 'law', label: 'Law' },
      { key: 'use', label: 'Use' },
    ],
  });
  const number = makeQuestion('number', 'a', { min: 1, max: 100, decimals: 1 });
  const records = makeQuestion('records', 'a', {
    max: 2,
    fields: [field, { key: 'when', label: 'When', kind: 'date' }],
  });
  const links = makeQuestion('link', 'a', { most: 2 });

  it.each([
    ['a choice that there is not', choice, { value: { choice: 'four', other: '' } }, ['value.choice: unknown_choice']],
    ['“other” without words', choice, { value: { choice: 'other' } }, ['value.other: other_needs_words']],
    ['too few choices', choices, { value: { choices: ['one'] } }, ['value.choices: too_few:2']],
    [
      'too many choices',
      choices,
      { value: { choices: ['one', 'two', 'three'] } },
      ['value.choices: too_many_choices:2'],
    ],
    ['neither yes nor no', makeQuestion('yes-no', 'a'), { value: 'perhaps' }, ['value: unknown_choice']],
    [
      'a row without its level, and another that is no level',
      rating,
      { value: { rows: { law: { level: '', evidence: 'https://example.org' }, use: { level: 'nine' } } } },
      ['value.rows.law.level: required', 'value.rows.use.level: unknown_choice'],
    ],
    [
      'a missing row where every row is needed',
      rating,
      { value: { rows: { law: { level: 'one' } } } },
      ['value.rows.use.level: required'],
    ],
    [
      'evidence that is no address',
      rating,
      { value: { rows: { law: { level: 'one', evidence: 'see annex' }, use: { level: 'two' } } } },
      ['value.rows.law.evidence: not_a_link'],
    ],
    ['words for a number', number, { value: 'many' }, ['value: not_a_decimal']],
    ['a number that can be read in two ways', number, { value: '1,200' }, ['value: decimal_is_ambiguous']],
    ['too many decimals', number, { value: '1.25' }, ['value: too_many_decimals:1']],
    ['decimals where none are asked', makeQuestion('number', 'a'), { value: '1.5' }, ['value: not_a_whole_number']],
    ['a number that is too low', number, { value: '0' }, ['value: too_small:1']],
    ['a number that is too high', number, { value: '100.5' }, ['value: too_great:100']],
    ['an ambiguous date', makeQuestion('date', 'a'), { value: '4/3/2018' }, ['value: date_is_ambiguous']],
    ['no date', makeQuestion('date', 'a'), { value: 'soon' }, ['value: not_a_partial_date']],
    ['no address', makeQuestion('link', 'a'), { value: 'javascript:alert(1)' }, ['value: not_a_link']],
    [
      'more addresses than asked',
      links,
      { value: 'https://a.org\nhttps://b.org\nhttps://c.org' },
      ['value: too_many:2'],
    ],
    [
      'a record without a needed field, and a wrong one',
      records,
      {
        records: [
          { what: '', when: '2019' },
          { what: 'B', when: '31/02/2018' },
        ],
      },
      ['records.0.what: required', 'records.1.when: not_a_partial_date'],
    ],
    [
      'more records than asked',
      records,
      { records: [{ what: 'A' }, { what: 'B' }, { what: 'C' }] },
      ['records: too_many:2'],
    ],
    [
      'more words than asked',
      makeQuestion('text', 'a', { maxWords: 3 }),
      { text: 'One two three four.' },
      ['text: too_many_words:3:4'],
    ],
  ])('is refused with a reason: %s', (_, question, typed, expected) => {
    expect(faults(question, typed)).toEqual(expected);
    for (const fault of expected) {
      const code = fault.split(' ')[1]?.split(':')[0] ?? '';
      expect(Object.keys(errors.codes)).toContain(code);
    }
  });

  it('is shown in a draft as it was typed', () => {
    const shown = (question: typeof number | typeof records, typed: object) => {
      const kind = kindOf(question);
      return JSON.stringify(kind.shown(kind.sent(kind.typed.parse(typed), question), question, telling));
    };
    expect(shown(number, { value: 'many' })).toContain('many');
    expect(shown(records, { records: [{ what: 'A', when: 'soon' }] })).toContain('soon');
  });
});

describe('settings', () => {
  const parse = (question: object) => questionSchema.safeParse(question).success;

  it('refuses a choice whose key is reserved, unreadable or used twice', () => {
    const withKeys = (...keys: string[]) =>
      parse(makeQuestion('choice', 'a', { options: keys.map((key) => ({ key, label: key })) }));
    expect(withKeys('one', 'two')).toBe(true);
    for (const keys of [['one', 'other'], ['one', 'one'], ['one', 'constructor'], ['one', '2'], ['one']])
      expect(withKeys(...keys)).toBe(false);
  });

  it('says which settings contradict each other', () => {
    const told = (question: Parameters<typeof kindOf>[0]) => kindOf(question).settingFaults?.(question as never);
    expect(told(makeQuestion('number', 'a', { min: 5, max: 4 }))).toEqual([
      { message: 'max_below_min', path: ['max'] },
    ]);
    expect(told(makeQuestion('choices', 'a', { options, min: 4 }))).toEqual([
      { message: 'more_than_choices', path: ['min'] },
    ]);
    const inner = { key: 'n', label: 'N', kind: 'number' as const, min: 2, max: 1 };
    expect(told(makeQuestion('records', 'a', { fields: [field, inner] }))).toEqual([
      { message: 'max_below_min', path: ['fields', 1, 'max'] },
    ]);
  });
});
