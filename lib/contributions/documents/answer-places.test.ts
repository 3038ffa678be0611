import { describe, expect, it } from 'vitest';
import { listCodedAgreements, listCriteria } from '@/lib/agreements/cells';
import { ASKED_FIELDS } from '@/lib/agreements/facts/registry';
import { readCall } from '@/lib/calls/calls';
import type { Questionnaire } from '@/lib/calls/schema';
import { readValues } from '@/lib/contributions/drafts/values';
import { db } from '@/lib/platform/db/client';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { AnswerPlace } from '@/lib/questions/answer-place';
import { codedSets } from '@/lib/questions/answer-places';
import { EVERY_KIND } from '@/prisma/factories/every-kind';
import { makeQuestion } from '@/prisma/factories/questions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { answerPlacesOf } from './form-sections';
import type { FormShape } from './form-sections';

useTestDatabase();

const words = wordsIn('en');
const everyKind: Questionnaire = {
  questions: EVERY_KIND.map(({ question }) => question),
  about: { title: 'About you', help: '' },
};

async function placesFor(questionnaire: Questionnaire, annex: readonly string[] = [], shape?: FormShape) {
  return answerPlacesOf({
    ...{ locale: 'en', words, questionnaire, annex, shape },
    agreements: await listCodedAgreements(),
    sets: codedSets(await listCriteria()),
    agreementsAddress: 'https://forum.example/agreements',
  });
}

async function placesOf2020() {
  const call = await readCall('2020', 'en');
  if (!call) throw new Error('no call');
  return placesFor(
    call.questionnaire.content,
    call.annex.map(({ slug }) => slug),
  );
}

const named = ({ code, label }: AnswerPlace) => `${code} ${label}`;

describe('the places for answers to the call of 2020', () => {
  it('begin with the annex, have the consent behind the author, and end with the tables of question 3', async () => {
    const places = await placesOf2020();
    const [first] = places;
    expect(first).toMatchObject({ step: 'signatory', path: ['agreements'], control: { kind: 'tick' }, column: 2 });
    expect(first?.code).toMatch(/^Q1 \/ A\d\d$/);
    const consent = places.findIndex(({ step }) => step === 'check');
    expect(places[consent]).toMatchObject({ code: 'Z / 1', path: ['consent'], tag: 'bpf:check/consent', column: 2 });
    expect(places[consent - 1]).toMatchObject({ code: 'Y / 3', path: ['attribution'] });
    const call = await readCall('2020', 'en');
    const questions = (call?.questionnaire.content.questions ?? []).map(({ key }) => key);
    const steps = (part: typeof places) => [...new Set(part.map(({ step }) => step))];
    expect(steps(places.slice(0, consent + 1))).toEqual([...questions, 'about', 'check']);
    expect(steps(places.slice(consent + 1))).toEqual(['agreements']);
    expect(places.filter(({ code }) => code.startsWith('Q3') && code !== 'Q3 / T')).toEqual(places.slice(consent + 1));
  });

  it('name every agreement, fact and criterion, and how the contribution is published', async () => {
    const places = await placesOf2020();
    const options = places.filter(({ step }) => step === 'signatory').flatMap(({ option }) => option ?? []);
    expect(options.toSorted()).toEqual((await listCodedAgreements()).map(({ value }) => value).toSorted());
    const fresh = places.filter(({ entry }) => entry?.kind === 'new').map(({ path }) => path.join('/'));
    for (const field of ASKED_FIELDS)
      expect([field, fresh.some((path) => path.split(/[/:]/).includes(field))]).toEqual([field, true]);
    const criteria = (await listCriteria()).flatMap((set) => set.criteria.map(({ key }) => `cells/${key}/value`));
    expect(criteria.filter((path) => !fresh.includes(path))).toEqual([]);
    expect(places.filter(({ step }) => step === 'about').map(({ path }) => path.join('.'))).toEqual([
      'affiliation',
      'show.affiliation',
      'name',
      'country',
      'show.country',
      'stakeholderGroup',
      'email',
      'language',
      'attribution',
    ]);
  });

  it('keep the codes of agreements when another one is retired', async () => {
    const before = await listCodedAgreements();
    const retired = before.find(({ code }) => code === 'A05');
    await db.agreement.update({ where: { slug: retired?.value ?? '' }, data: { retiredAt: new Date() } });
    expect(await listCodedAgreements()).toEqual(before.filter((one) => one !== retired));
    await db.agreement.update({ where: { slug: retired?.value ?? '' }, data: { retiredAt: null } });
  });
});

describe('the places of a questionnaire with every kind', () => {
  it('have unique tags and bookmarks within the limits of Word', async () => {
    for (const places of [await placesFor(everyKind), await placesOf2020()]) {
      expect(new Set(places.map(({ tag }) => tag)).size).toBe(places.length);
      expect(new Set(places.map(({ bookmark }) => bookmark)).size).toBe(places.length);
      expect(places.filter(({ tag }) => tag.length > 64).map(named)).toEqual([]);
      expect(places.filter(({ bookmark }) => !/^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(bookmark)).map(named)).toEqual([]);
    }
  });

  it('cover each question, and every field of a record', async () => {
    const places = await placesFor(everyKind);
    for (const { key } of everyKind.questions)
      expect([key, places.some(({ step, path }) => step === key && path[0] === 'text')]).toEqual([key, true]);
    const fields = new Set(places.filter(({ step }) => step === 'records1').map(({ path }) => path[2]));
    const [records] = everyKind.questions.filter(({ key }) => key === 'records1');
    const asked = records?.kind === 'records' ? records.fields.map(({ key }) => key) : [];
    expect(asked.length).toBeGreaterThan(9);
    expect(asked.filter((key) => !fields.has(key))).toEqual([]);
  });

  it('are fields that the form reads', async () => {
    const places = (await placesFor(everyKind)).filter(({ path, step }) => path[0] !== 'changes' && step !== 'check');
    expect(places.length).toBeGreaterThan(400);
    const unread = places.filter((place) => {
      const value = typedFor(place);
      const question = everyKind.questions.find(({ key }) => key === place.step);
      const kind = place.entry ? 'proposal' : (question?.kind ?? 'about');
      return JSON.stringify(at(readValues(kind, nested(place.path, value)), place.path)) !== JSON.stringify(value);
    });
    expect(unread.map(named)).toEqual([]);
  });

  it('stay the same places when questions are moved, renumbered and added', async () => {
    const before = await placesFor(everyKind);
    const questions = [
      makeQuestion('text', 'added'),
      ...everyKind.questions.toReversed().map((question, index) => ({ ...question, number: `B.${index}` })),
    ];
    const after = await placesFor({ ...everyKind, questions });
    const anchors = (places: AnswerPlace[]) => places.map(({ tag, bookmark }) => `${tag} ${bookmark}`).toSorted();
    expect(anchors(after.filter(({ step }) => step !== 'added'))).toEqual(anchors(before));
    expect(after.find(({ step }) => step === 'text1')?.code).toMatch(/^QB\.\d+$|^Q\d+$/);
  });

  it('grow with the rows of a draft and keep those that were there', async () => {
    const before = await placesFor(everyKind);
    const after = await placesFor(everyKind, [], { projects1: { filled: 4 } });
    const tags = new Set(after.map(({ tag }) => tag));
    expect(before.filter(({ tag }) => !tags.has(tag)).map(named)).toEqual([]);
    expect(tags.has('bpf:projects1/projects/4/title')).toBe(true);
  });
});

/** Something that the control of a place can hold. */
function typedFor({ control, option }: AnswerPlace): unknown {
  if (control.kind === 'tick') return option === undefined ? true : [option];
  if (control.kind === 'several') return control.options.slice(0, 2).map(({ value }) => value);
  return control.kind === 'one' ? control.options[0]?.value : 'typed';
}

/** Lists and objects around a value, by the names on the way to it. */
function nested([name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const inner = nested(rest, value);
  return /^\d+$/.test(name) ? [...Array.from({ length: Number(name) }, () => ({})), inner] : { [name]: inner };
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner ? Reflect.get(inner, name) : undefined),
    value,
  );
