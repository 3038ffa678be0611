import { beforeAll, expect, test } from 'vitest';
import { textsIn } from '@/e2e/fixtures/archives';
import { submitContribution } from '@/lib/contributions/submission';
import { db } from '@/lib/platform/db/client';
import { apiPaths } from '@/lib/platform/i18n/paths';
import { kindOf } from '@/lib/questions/registry';
import { EVERY_KIND, makeCallWith, makeDraftOfEveryKind, sendDraft, textOf } from '@/prisma/factories/every-kind';
import type { KindCase } from '@/prisma/factories/every-kind';
import { publish } from '@/prisma/factories/published';
import { ask, read, readJson, signIn, statusOf } from './requests';

let call: string;
let draft: Awaited<ReturnType<typeof makeDraftOfEveryKind>>;
let reference: string;

const form = (step: string) => `/en/calls/${call}/contribute/${step}`;
const held = () => ({ headers: { Cookie: draft.cookie } });

/** What a page says, in the order of its text. */
const wordsOn = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<br\/?>|<\/(?:p|li|h\d|td|dd|dt|div)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"');

/** Every text in what was typed. */
const typedTexts = (typed: unknown): string[] => {
  if (typeof typed === 'string') return typed === '' ? [] : typed.split('\n').filter(Boolean);
  return typeof typed === 'object' && typed !== null ? Object.values(typed).flatMap(typedTexts) : [];
};

function expectEach(output: string, cases: readonly KindCase[] = EVERY_KIND, more = true) {
  for (const { question, said } of cases)
    for (const text of more ? [...said, textOf(question)] : said)
      expect([question.key, output.includes(text) ? text : output.slice(0, 300)]).toEqual([question.key, text]);
}

beforeAll(async () => {
  call = await makeCallWith(EVERY_KIND.map(({ question }) => question));
  draft = await makeDraftOfEveryKind(call);
});

test('the form of each kind holds what was typed, with no script', async () => {
  for (const { question, typed } of EVERY_KIND) {
    const html = (await read(form(question.key), held())).replaceAll('&#x27;', "'");
    for (const text of typedTexts(typed))
      expect([question.key, html.includes(text) ? text : '']).toEqual([question.key, text]);
    expect(html).toContain(question.title);
  }
  const first = await read(form('choice1'), held());
  expect(first).toMatch(/<input[^>]*value="first"[^>]*checked=""|<input[^>]*checked=""[^>]*value="first"/);
});

test('check page, print and Word of a draft say every answer', async () => {
  const check = wordsOn(await read(form('check'), held()));
  expectEach(check);
  expect(check).not.toMatch(/needs? another look before/);
  expectEach(wordsOn(await read(form('print'), held())));
  const word = await ask(form('contribution.docx'), held());
  expectEach(await textsIn(Buffer.from(await word.arrayBuffer())));
});

test('the call’s questions as a Word file name every choice', async () => {
  const response = await ask(`/en/calls/${call}/questions.docx`);
  const text = await textsIn(Buffer.from(await response.arrayBuffer()));
  for (const { question } of EVERY_KIND) expect(text).toContain(question.title);
  expect(text).toContain('High rating1');
});

test('status page and desk say every answer once it is sent', async () => {
  reference = await sendDraft(draft.id, call);
  expectEach(wordsOn(await read(form('status'), held())));
  const desk = await signIn();
  expectEach(wordsOn(await read(`/desk/contributions/${reference}`, { headers: desk })), ANSWERS);
  for (const word of ['choice2', 'nowhere', 'mills of records1']) {
    const found = await read(`/desk?q=${encodeURIComponent(word)}`, { headers: desk });
    expect([word, found.includes(reference)]).toEqual([word, word !== 'nowhere']);
  }
});

/** Proposals have parts of their own at the desk. */
const ANSWERS = EVERY_KIND.filter(({ question }) => !kindOf(question).entries);

test('public page, API, records, files and their description have every answer', async () => {
  await publish(reference);
  await expect.poll(() => statusOf(`/en/contributions/${reference}`), { interval: 50, timeout: 20_000 }).toBe(200);
  expectEach(wordsOn(await read(`/en/contributions/${reference}`)));
  const api = await readJson(apiPaths.contribution(reference));
  for (const { question, value } of EVERY_KIND.filter((one) => one.value !== undefined))
    expect(api.answers.find((answer: { question: string }) => answer.question === question.key).value).toEqual(value);

  const csv = await read(`/en/calls/${call}/answers.csv`);
  const xlsx = await ask(`/en/calls/${call}/answers.xlsx`);
  const sheets = await textsIn(Buffer.from(await xlsx.arrayBuffer()));
  const byQuestion = await read(`/en/calls/${call}/answers-by-question.csv`);
  expect(byQuestion.split('\r\n', 1)).toEqual([`question,title,${reference}`]);
  for (const output of [csv, byQuestion, sheets])
    for (const { question, cells = [] } of EVERY_KIND)
      for (const cell of [...cells, textOf(question)])
        expect([question.key, output.includes(String(cell)) ? cell : '']).toEqual([question.key, cell]);

  for (const key of ['records1', 'records2']) {
    const page = wordsOn(await read(`/en/calls/${call}/records/${key}`));
    const records = await readJson(apiPaths.callRecords(call, key));
    const file = await read(`/en/calls/${call}/records/${key}/records.csv`);
    const sheet = await ask(`/en/calls/${call}/records/${key}/records.xlsx`);
    const inSheet = await textsIn(Buffer.from(await sheet.arrayBuffer()));
    for (const output of [page, JSON.stringify(records), file, inSheet]) {
      expect(output).toContain(`First thing ${key}`);
      expect(output).toContain(`mills of ${key}`);
      expect(output).toContain(reference);
      expect(output).toContain('Institute of every kind');
      expect(output).not.toContain('office@example.org');
    }
    expect(page).toContain('Paris Call');
    expect(file).toContain('paris-call');
  }
  expect(await statusOf(`/en/calls/${call}/records/text1`)).toBe(404);
  expect(await statusOf(apiPaths.callRecords(call, 'text1'))).toBe(404);
  expect(await statusOf(`/en/calls/${call}/records/text1/records.csv`)).toBe(404);
  expect(await read(`/en/calls/${call}`)).toContain(`/en/calls/${call}/records/records1`);
});

test('the desk has every answer on one page and in files, with contact details in the files only', async () => {
  const [headers, desk] = [{ headers: await signIn() }, `/desk/calls/${call}/answers`];
  const page = await read(desk, headers);
  expectEach(wordsOn(page), ANSWERS);
  expect(page).toContain(reference);
  expect(page).not.toContain('office@example.org');
  const since = new Date();
  for (const file of ['answers.csv', 'answers-by-question.csv', 'answers.xlsx']) {
    const response = await ask(`${desk}/${file}`, headers);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = file.endsWith('.xlsx') ? await textsIn(bytes) : bytes.toString();
    for (const { cells = [], question } of EVERY_KIND)
      for (const cell of [...cells, textOf(question)]) expect(text).toContain(String(cell));
    expect(text).toContain('office@example.org');
    expect(await statusOf(`${desk}/${file}`)).toBe(401);
  }
  const recorded = await db.auditEvent.findMany({
    where: { action: 'call.answers_exported', subjectId: call, at: { gte: since } },
    orderBy: { id: 'asc' },
    select: { details: true },
  });
  expect(recorded.map(({ details }) => details)).toEqual(
    ['answers.csv', 'answers-by-question.csv', 'answers.xlsx'].map((file) => ({ file, contributions: 1 })),
  );
  expect(await statusOf(`${desk}/other.csv`, headers)).toBe(404);
  expect(await statusOf('/desk/calls/no-such-call/answers/answers.csv', headers)).toBe(404);
  expect(await statusOf('/desk/calls/desk/answers', headers)).toBe(404);
});

test('the description of the API has the shape of each value', async () => {
  const document = await readJson('/api/v1/openapi.json');
  const names = Object.keys(document.components.schemas);
  for (const name of ['Choice', 'Choices', 'YesNo', 'Rating', 'Number', 'Date', 'Link', 'Records'])
    expect(names).toContain(`${name}Value`);
});

test('an anonymous contribution is in the tables without a name', async () => {
  const sent = await submitContribution({
    callSlug: call,
    input: {
      values: { records1: [{ what: 'An unsigned incident' }] },
      about: { anonymous: true, affiliation: 'Institute in the dark', name: 'Programme office' },
      consent: true,
    },
  });
  const anonymous = sent.ok ? sent.reference : '';
  expect(await statusOf(`/en/contributions/${anonymous}`)).toBe(404);
  expect(await read(`/en/calls/${call}/answers.csv`)).not.toContain(anonymous);
  await publish(anonymous);
  await expect
    .poll(() => read(`/en/calls/${call}/answers.csv`), { interval: 50, timeout: 20_000 })
    .toContain(anonymous);
  for (const address of [
    'answers.csv',
    'answers-by-question.csv',
    'records/records1',
    'records/records1/records.csv',
  ]) {
    const text = await read(`/en/calls/${call}/${address}`);
    expect(text).not.toContain('Institute in the dark');
    expect([address, text.includes(anonymous)]).toEqual([address, true]);
  }
});
