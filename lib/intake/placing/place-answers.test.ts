import { describe, expect, it } from 'vitest';
import type { Questionnaire } from '@/lib/calls/schema';
import { answerPlacesOf, formSections } from '@/lib/contributions/documents/form-sections';
import { readFile } from '@/lib/intake/read-file';
import { wordsIn } from '@/lib/platform/i18n/words';
import { codedSets } from '@/lib/questions/answer-places';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { EVERY_KIND } from '@/prisma/factories/every-kind';
import { filledForm, PLACEHOLDER, typedAt } from '@/prisma/factories/filled-forms';
import type { FormLook } from '@/prisma/factories/filled-forms';
import { makeWord } from '@/prisma/factories/word-files';
import { placeAnswers } from './place-answers';
import type { PlacingInput } from './place-answers';
import { printedIn } from './printed';

const words = wordsIn('en');
/** Each kind once: the second of each in the factory only has other settings. */
const questions = EVERY_KIND.map(({ question }) => question).filter(({ key }) => !key.endsWith('2'));

function formOf(questionnaire: Questionnaire) {
  const form = {
    ...{ locale: 'en' as const, words, questionnaire, annex: ['gcsc'], agreementsAddress: 'https://forum.example' },
    agreements: [
      { value: 'gcsc', label: 'Global Commission on the Stability of Cyberspace', code: 'A01' },
      { value: 'paris-call', label: 'Paris Call for Trust and Security in Cyberspace', code: 'A02' },
      { value: 'manrs', label: 'Mutually Agreed Norms, for Routing Security', code: 'A03' },
    ],
    sets: codedSets([
      {
        title: 'Norms',
        criteria: [
          { key: 'supply-chain-integrity', title: 'Supply chain', help: null },
          { key: 'report-vulnerabilities', title: 'Reporting of vulnerabilities', help: null },
        ],
      },
    ]),
  };
  const sections = formSections(form);
  const input: PlacingInput = {
    identity: { call: '2020', questionnaire: 1, language: 'en' },
    places: answerPlacesOf(form),
    questions: questionnaire.questions.map(({ key, title, shortTitle, help }, at) => ({
      ...{ key, title, shortTitle, help, number: String(at + 1) },
    })),
    aboutTitle: 'About you',
    printed: printedIn({ locale: 'en', site: '', title: '', fileName: '', facts: [], preface: [], sections }),
    placeholders: [PLACEHOLDER],
  };
  return { sections, input };
}

const whole = formOf({ questions, about: { title: 'About you', help: '' } });
/** Proposals have half of all places, and need no second look. */
const { sections, input } = formOf({
  questions: questions.filter(({ kind }) => kind !== 'proposals'),
  about: { title: 'About you', help: '' },
});
const { places } = input;
const PROPERTIES = { 'bpf-call': '2020', 'bpf-questionnaire': '1', 'bpf-language': 'en', 'bpf-export': 'e1' };

async function placed(body: string, more: Partial<PlacingInput> = {}, properties: Record<string, string> = PROPERTIES) {
  const read = await readFile({ name: 'a.docx', bytes: makeWord({ body, properties }) }, ['docx']);
  if (!read.ok || read.file.kind !== 'document') throw new Error('not read');
  return placeAnswers(read.file.document, { ...input, ...more });
}

/** What is typed, and how much of it came back: at its place, nowhere, and at another place or changed. */
async function returned(look: FormLook, isFilled: (place: PlacedAt, at: number) => boolean) {
  const filled = whole.input.places.filter(isFilled).map((place) => ({ place, ...typedAt(place) }));
  const typed = Object.fromEntries(filled.map(({ place, typed: text }) => [place.tag, text]));
  const { answers, notPlaced } = await placed(filledForm(whole.sections, typed, look), whole.input);
  const stored = new Map(filled.map(({ place, stored: value }) => [place.tag, JSON.stringify(value)]));
  const wrong = answers.filter(({ place, value }) => stored.get(place.tag) !== JSON.stringify(value));
  return {
    filled: filled.length,
    placed: answers.length - wrong.length,
    wrong: wrong.map(({ place, value, how }) => [place.tag, how, value, stored.get(place.tag)]),
    ways: [...new Set(answers.map(({ how }) => how))].toSorted(),
    notPlaced,
  };
}

const everything = () => true;
const third = (_: PlacedAt, at: number) => at % 3 === 1;

describe('a filled form', () => {
  it.each<[string, FormLook, string[]]>([
    ['as Word saves it, by its controls', { tags: true, bookmarks: true, codes: true }, ['tag']],
    ['without codes', { tags: true, bookmarks: false, codes: false }, ['tag']],
    ['without controls, by its bookmarks', { tags: false, bookmarks: true, codes: true }, ['bookmark']],
    ['with neither, by its codes', { tags: false, bookmarks: false, codes: true }, ['code']],
    ['as Google Docs saves it', { tags: false, bookmarks: false, codes: true, wrapped: true }, ['code']],
  ])('%s gives back all that was typed', async (_, look, ways) => {
    const all = whole.input.places.length;
    expect(await returned(look, everything)).toMatchObject({
      filled: all,
      placed: all,
      wrong: [],
      ways,
      notPlaced: [],
    });
    expect(await returned(look, third)).toMatchObject({ placed: Math.floor((all + 1) / 3), wrong: [], notPlaced: [] });
  });

  it('without any name gives back what its labels alone say, and nothing wrong', async () => {
    const { wrong, placed: count, notPlaced } = await returned({ tags: false, bookmarks: false, codes: false }, third);
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(5);
    expect(notPlaced.length).toBeGreaterThan(5);
  });

  it('that came back unfilled says so', async () => {
    for (const tags of [true, false]) {
      const result = await placed(filledForm(sections, {}, { tags, bookmarks: true, codes: true }));
      expect(result).toMatchObject({ answers: [], notPlaced: [], warnings: [{ kind: 'nothing_written' }] });
    }
  });
});

function detail(field: string): PlacedAt {
  const place = places.find(({ step, path }) => step === 'about' && path.join('.') === field);
  if (!place) throw new Error(`nothing asks for ${field}`);
  return place;
}
const [name, affiliation, email] = [detail('name'), detail('affiliation'), detail('email')];
const word = { tags: true, bookmarks: true, codes: true };
const coded = { tags: false, bookmarks: false, codes: true };
const said = ({ answers }: Awaited<ReturnType<typeof placed>>) =>
  answers.map(({ place, value }) => [place.tag, value] as const);
const left = ({ notPlaced }: Awaited<ReturnType<typeof placed>>) =>
  notPlaced.map(({ text, reason, place }) => [text, reason, place?.tag ?? null]);
const typedInto = (typed: Record<string, string>, look: FormLook = word) => filledForm(sections, typed, look);

describe('what was written in a form and can’t be stored', () => {
  it.each([
    ['a date that two people read differently', 'date', '4/3/2018', 'date_is_ambiguous'],
    ['words in place of a date', 'date', 'last spring', 'not_a_partial_date'],
    ['words in place of a number', 'number', 'about a dozen', 'not_a_decimal'],
    ['two addresses in place of one', 'link', 'https://example.org/a https://example.org/b', 'too_many'],
    ['a choice that is not offered', 'one', 'Perhaps', 'unknown_choice'],
    ['a code that there is not', 'several', 'C1.01, C9.99', 'unknown_choice'],
  ])('is left to a person with its reason: %s', async (_, kind, text, reason) => {
    const place = places.find(({ control, entry }) => control.kind === kind && !entry);
    for (const look of [word, coded]) {
      const result = await placed(typedInto({ [place?.tag ?? '']: text }, look));
      expect([said(result), left(result)]).toEqual([[], [[text, reason, place?.tag]]]);
    }
  });

  it('an e-mail address that is none is not stored as contact', async () => {
    const result = await placed(typedInto({ [email.tag]: 'ask our office' }));
    expect(left(result)).toEqual([['ask our office', 'not_an_email', email.tag]]);
  });

  it('text outside of all places is kept, in pieces that stand together', async () => {
    const body = typedInto({ [name.tag]: 'Ada' });
    const extra = '<w:p><w:r><w:t>A cover letter.</w:t></w:r></w:p><w:p><w:r><w:t>On two lines.</w:t></w:r></w:p>';
    const result = await placed(extra + body + extra);
    expect(said(result)).toEqual([[name.tag, 'Ada']]);
    expect(left(result)).toEqual([
      ['A cover letter.\n\nOn two lines.', 'outside_of_places', null],
      ['A cover letter.\n\nOn two lines.', 'outside_of_places', null],
    ]);
  });
});

describe('a form that was changed by its author', () => {
  const row = (body: string, code: string) => {
    const rows = body.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    return rows.find((one) => one.includes(`>${code}<`)) ?? '';
  };

  it('has an answer also beside the control, in the same cell', async () => {
    const body = typedInto({});
    const own = row(body, name.code);
    const beside = own.replace(/(<w:bookmarkEnd w:id="\d+"\/>)(?=<\/w:p><\/w:tc>)/, '$1<w:r><w:t>Ada B</w:t></w:r>');
    expect(said(await placed(body.replace(own, beside)))).toEqual([[name.tag, 'Ada B']]);
  });

  it('has a copied row: the first counts, the other is left to a person', async () => {
    const body = typedInto({ [name.tag]: 'Ada' });
    const own = row(body, name.code);
    const result = await placed(body.replace(own, own + own.replace('Ada', 'Bob')));
    expect([said(result), left(result)]).toEqual([[[name.tag, 'Ada']], [['Bob', 'place_twice', name.tag]]]);
  });

  it('has a code twice and no controls: neither counts', async () => {
    const body = typedInto({ [name.tag]: 'Ada' }, coded);
    const own = row(body, name.code);
    const result = await placed(body.replace(own, own + own.replace('Ada', 'Bob')));
    expect(said(result)).toEqual([]);
    expect(left(result).map(([text]) => text)).toEqual(['Ada', 'Bob']);
  });

  it('has one row copied over another: the code contradicts the control, and nothing is placed', async () => {
    const body = typedInto({ [name.tag]: 'Ada' });
    const [own, other] = [row(body, name.code), row(body, affiliation.code)];
    const result = await placed(
      body.replace(other, '').replace(own, own.replace(`>${name.code}<`, `>${affiliation.code}<`)),
    );
    expect([said(result), left(result)]).toEqual([[], [['Ada', 'contradicts_code', name.tag]]]);
  });

  it('has a cross or a word in place of the box, and one that says two things is left to a person', async () => {
    const [tick] = places.filter(({ control }) => control.kind === 'tick');
    const ticked = async (text: string) => {
      const body = typedInto({ [tick?.tag ?? '']: 'x' }, coded);
      return placed(body.replace('☒', text));
    };
    for (const text of ['X', 'yes', '☑', '[x]', '✓ yes', '☐ yes', '☐ x'])
      expect([text, said(await ticked(text))]).toEqual([text, [[tick?.tag, true]]]);
    for (const text of ['☐', '[ ]', 'no', '☐ no'])
      expect([text, said(await ticked(text)), left(await ticked(text))]).toEqual([text, [], []]);
    for (const text of ['☒ no', '☐ since 2018', 'since 2019', '☐ ☒'])
      expect([text, said(await ticked(text)), left(await ticked(text))]).toEqual([
        text,
        [],
        [[text, 'tick_unclear', tick?.tag]],
      ]);
  });
});

describe('a form of another call, version or language', () => {
  it('says so, and names the export that it came from', async () => {
    const body = typedInto({ [name.tag]: 'Ada' });
    const said2019 = { 'bpf-call': '2019', 'bpf-questionnaire': '4', 'bpf-language': 'fr', 'bpf-export': 'e7' };
    expect(await placed(body, {}, said2019)).toMatchObject({
      exportId: 'e7',
      warnings: [
        { kind: 'other_call', call: '2019' },
        { kind: 'other_language', language: 'fr' },
      ],
    });
    expect((await placed(body, {}, { ...PROPERTIES, 'bpf-questionnaire': '3' })).warnings).toEqual([
      { kind: 'other_version', version: 3, now: 1 },
    ]);
    expect((await placed(body, {}, {})).warnings).toEqual([{ kind: 'no_identity' }]);
  });

  it('is placed by its controls; its codes may be those of other questions and do not count', async () => {
    const typed = { [name.tag]: 'Ada' };
    const other = { ...PROPERTIES, 'bpf-questionnaire': '3' };
    expect(said(await placed(typedInto(typed), {}, other))).toEqual([[name.tag, 'Ada']]);
    expect(said(await placed(typedInto(typed, coded).replaceAll('>About you<', '>Author<'), {}, other))).toEqual([]);
  });

  it('is placed by the codes of its own version, and what is no longer asked is left to a person', async () => {
    const [kept, gone] = [name.tag, affiliation.tag];
    const now = places.filter(({ tag }) => tag !== gone).map((place) => ({ ...place, code: `Z${place.code}` }));
    const body = typedInto({ [kept]: 'Ada', [gone]: 'An institute' }, coded);
    const result = await placed(
      body,
      { places: now, placesThen: places },
      {
        ...PROPERTIES,
        'bpf-questionnaire': '3',
      },
    );
    expect([said(result), left(result)]).toEqual([[[kept, 'Ada']], [['An institute', 'no_longer_asked', gone]]]);
  });
});
