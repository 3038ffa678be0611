import { expect, test } from 'vitest';
import { textsIn } from '@/e2e/fixtures/archives';
import { makeCallAsking } from '@/prisma/factories/calls';
import { publish } from '@/prisma/factories/published';
import { makeQuestion } from '@/prisma/factories/questions';
import { submit } from '@/prisma/factories/submissions';
import { ask, read, statusOf, textOf } from './requests';

const soon = { interval: 50, timeout: 20_000 };

test('an audience reads its own wording in the Word file and on its public page; an unknown one the usual', async () => {
  const [usual, worded] = ['What does zq4 do?', 'What does your government do about zq4?'];
  const { slug } = await makeCallAsking({
    audiences: [{ key: 'governments', label: 'Governments of zq4' }],
    questions: [
      makeQuestion('text', 'policy', { title: usual, wordings: { governments: { title: worded, help: '' } } }),
      makeQuestion('text', 'others', { title: 'Asked of all in zq4' }),
    ],
  });
  const page = await read(`/en/calls/${slug}`);
  expect(page).toContain(`/en/calls/${slug}/questions.docx?audience=governments`);
  expect(textOf(page)).toContain('Governments of zq4');
  const wordOf = async (search: string) => {
    const file = await ask(`/en/calls/${slug}/questions.docx${search}`);
    const text = await textsIn(Buffer.from(await file.arrayBuffer()));
    return [file.status, ...[usual, worded, 'Asked of all in zq4'].map((title) => text.includes(title))];
  };
  for (const search of ['', '?audience=', '?audience=nobody'])
    expect([search, ...(await wordOf(search))]).toEqual([search, 200, true, false, true]);
  expect(await wordOf('?audience=governments')).toEqual([200, false, true, true]);
  expect(await statusOf('/en/calls/none/questions.docx?audience=governments')).toBe(404);

  const sent = await submit(
    { audience: 'governments', answers: { policy: 'We write it down.' }, consent: true },
    { callSlug: slug },
  );
  await publish(sent.reference);
  const address = `/en/contributions/${sent.reference}`;
  await expect.poll(() => statusOf(address), soon).toBe(200);
  const said = textOf(await read(address));
  expect(said).toContain(worded);
  expect(said).not.toContain(usual);
});

test('a choice that two calls ask is a chart of both, in which a small group has no number', async () => {
  const option = (key: string) => ({ key, label: `Zq3 ${key}` });
  const asked = makeQuestion('choice', 'zq3-choice', { options: ['often', 'rarely', 'never'].map(option) });
  const calls = [
    (await makeCallAsking({ questions: [asked] })).slug,
    (await makeCallAsking({ questions: [asked] })).slug,
  ];
  const send = async (call: string, choice: string, times: number) => {
    for (let time = 0; time < times; time += 1) {
      const { reference } = await submit({ values: { 'zq3-choice': { choice } }, consent: true }, { callSlug: call });
      await publish(reference);
    }
  };
  const [first = '', second = ''] = calls;
  await send(first, 'often', 6);
  await send(first, 'never', 2);
  await send(second, 'rarely', 5);

  const page = '/en/questions/zq3-choice';
  await expect.poll(async () => (await read(page)).includes('figure-wide'), soon).toBe(true);
  const rowsOn = (html: string) =>
    [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf(cell)),
    );
  const counted = async () => {
    const rows = rowsOn(await read(page));
    const heads = rows.find((row) => calls.every((call) => row.includes(call))) ?? [];
    return Object.fromEntries(
      rows
        .filter(([label]) => label?.startsWith('Zq3 '))
        .map(([label, ...cells]) => [label, calls.map((call) => cells[heads.indexOf(call) - 1])]),
    );
  };
  // With the number of answers, a count of six would tell that two chose something else.
  await expect.poll(counted, soon).toEqual({
    'Zq3 often': ['not shown', 'not shown'],
    'Zq3 rarely': ['not shown', '5'],
    'Zq3 never': ['not shown', 'not shown'],
  });
  await send(first, 'never', 3);
  await expect.poll(counted, soon).toEqual({
    'Zq3 often': ['6', 'not shown'],
    'Zq3 rarely': ['not shown', '5'],
    'Zq3 never': ['5', 'not shown'],
  });
  const html = await read(page);
  const drawing = /<svg[^>]*role="img".*?<\/svg>/s.exec(html)?.[0] ?? '';
  for (const said of [`Zq3 often, ${first}`, `Zq3 rarely, ${second}`, 'not shown']) expect(drawing).toContain(said);
  expect(drawing).toMatch(/<title[^>]*>How often each option was chosen<\/title>/);
});
