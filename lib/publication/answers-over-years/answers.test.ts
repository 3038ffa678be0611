import { expect, it } from 'vitest';
import { wordsIn } from '@/lib/platform/i18n/words';
import { makeCallAsking } from '@/prisma/factories/calls';
import { publish } from '@/prisma/factories/published';
import { makeQuestion } from '@/prisma/factories/questions';
import { submit } from '@/prisma/factories/submissions';
import type { SubmissionInput } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listSharedQuestions, readAnswersOverYears } from './answers';
import type { Audience } from './answers';

useTestDatabase();

const KEY = 'which-gaps';
const read = (audience: Audience) => readAnswersOverYears(KEY, { locale: 'en', words: wordsIn('en'), audience });

type Sending = { call: string; answer: string; affiliation?: string; isPublic?: boolean };

async function send({ call, answer, affiliation, isPublic = true }: Sending): Promise<string> {
  const about: SubmissionInput['about'] =
    affiliation === undefined
      ? { anonymous: true, affiliation: 'A hidden society', show: { name: false, affiliation: false, country: false } }
      : { anonymous: false, affiliation, show: { name: false, affiliation: true, country: false } };
  const { reference } = await submit({ answers: { [KEY]: answer }, about, consent: true }, { callSlug: call });
  if (isPublic) await publish(reference);
  return reference;
}

it('puts the answers of an organisation to two calls side by side, and names no other', async () => {
  const asking = { questions: [makeQuestion('text', KEY), makeQuestion('text', 'only-once')] };
  const [earlier, later] = [
    (await makeCallAsking(asking)).slug,
    (await makeCallAsking({ questions: asking.questions.slice(0, 1) })).slug,
  ];
  const first = await send({ call: earlier, affiliation: 'River Institute', answer: 'Gaps upstream.' });
  const second = await send({ call: later, affiliation: 'river institute', answer: 'Write to desk@example.org.' });
  const waiting = await send({ call: later, affiliation: 'Waiting Institute', answer: 'Not yet.', isPublic: false });
  const hidden = await send({ call: later, answer: 'From an anonymous one.' });

  const found = await read('public');
  const columns = found?.groups[0]?.columns ?? [];
  expect(columns.map(({ call }) => call).toSorted()).toEqual([earlier, later].toSorted());
  expect(found?.groups[0]?.rows).toHaveLength(1);
  const [row] = found?.groups[0]?.rows ?? [];
  const answersTo = (call: string) => row?.answers[columns.find((column) => column.call === call)?.key ?? ''];
  expect(answersTo(earlier)).toMatchObject([{ reference: first, text: 'Gaps upstream.' }]);
  expect(answersTo(later)).toMatchObject([{ reference: second }]);
  expect(found?.groups[0]).toMatchObject({ unnamed: {}, counts: [] });
  expect(JSON.stringify(found)).not.toMatch(/desk@example\.org|hidden society|From an anonymous one|Not yet/);

  const desk = await read('desk');
  expect(desk?.groups[0]?.rows.map(({ organisation }) => organisation.toLowerCase())).toEqual(
    expect.arrayContaining([hidden.toLowerCase(), 'river institute', 'waiting institute']),
  );
  expect(JSON.stringify(desk)).toContain(waiting);
  expect(await listSharedQuestions('en')).toContain(KEY);
  expect(await listSharedQuestions('en')).not.toContain('only-once');
});

it('counts answers without a name from five on', async () => {
  const { slug } = await makeCallAsking({ questions: [makeQuestion('text', KEY)] });
  const unnamed = async () => {
    const group = (await read('public'))?.groups[0];
    return group?.unnamed[group.columns.find(({ call }) => call === slug)?.key ?? ''];
  };
  for (const answer of ['One.', 'Two.', 'Three.', 'Four.']) await send({ call: slug, answer });
  expect(await unnamed()).toBeUndefined();
  await send({ call: slug, answer: 'Five.' });
  expect(await unnamed()).toBe(5);
});

it('counts the levels of each thing that is rated on its own, in the calls that ask about it', async () => {
  const key = 'measures-in-place';
  const level = (name: string) => ({ key: name, label: `Level ${name}` });
  const asked = (rows: string[]) =>
    makeQuestion('rating', key, {
      levels: [level('planned'), level('done')],
      rows: rows.map((name) => ({ key: name, label: `Thing ${name}` })),
    });
  const earlier = (await makeCallAsking({ questions: [asked(['strategy'])] })).slug;
  const later = (await makeCallAsking({ questions: [asked(['strategy', 'team'])] })).slug;
  const rate = async (call: string, rows: Record<string, { level: string }>) => {
    const { reference } = await submit({ values: { [key]: { rows } }, consent: true }, { callSlug: call });
    await publish(reference);
  };
  await rate(earlier, { strategy: { level: 'planned' } });
  for (let time = 0; time < 5; time += 1)
    await rate(later, { strategy: { level: 'done' }, team: { level: 'planned' } });
  await rate(later, { team: { level: 'planned' } });

  const counts = async (audience: Audience) => {
    const found = await readAnswersOverYears(key, { locale: 'en', words: wordsIn('en'), audience });
    return found?.groups[0]?.counts.map(({ thing, calls, options }) => ({
      thing,
      calls,
      counts: options.map((option) => option.counts),
    }));
  };
  const [first, second] = (await counts('desk')) ?? [];
  expect([first?.thing, second?.thing]).toEqual(['Thing strategy', 'Thing team']);
  expect(first?.calls.toSorted()).toEqual([earlier, later].toSorted());
  expect(first?.counts.map((of) => of[first.calls.indexOf(later)])).toEqual([0, 5]);
  expect(first?.counts.map((of) => of[first.calls.indexOf(earlier)])).toEqual([1, 0]);
  expect(second).toEqual({ thing: 'Thing team', calls: [later], counts: [[6], [0]] });
  const [told, toldOfTeam] = (await counts('public')) ?? [];
  expect(told?.counts.map((of) => of[told.calls.indexOf(earlier)])).toEqual([null, null]);
  expect(toldOfTeam?.counts).toEqual([[6], [null]]);
});

it('is not there for a question that no call asks', async () => {
  expect(await readAnswersOverYears('nothing', { locale: 'en', words: wordsIn('en'), audience: 'public' })).toBeNull();
});
