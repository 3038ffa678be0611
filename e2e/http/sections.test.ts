import { expect, test } from 'vitest';
import { makeCallAsking } from '@/prisma/factories/calls';
import { publish } from '@/prisma/factories/published';
import { makeQuestion } from '@/prisma/factories/questions';
import { submit } from '@/prisma/factories/submissions';
import { read, signIn, statusOf } from './requests';

/** What a page says from the first of these texts on, cut down to these texts in their order. */
const orderOn = (html: string, texts: readonly string[]) =>
  [...html.replace(/<script[\s\S]*?<\/script>/g, '').matchAll(new RegExp(texts.join('|'), 'g'))]
    .map(([text]) => text)
    .filter((text, at, all) => text !== all[at - 1]);
const headingsOn = (html: string) => [...html.matchAll(/<h([2-6])[^>]*>([^<]*)<\/h\1>/g)].map(([, , text]) => text);

test('the sections of a questionnaire are on status page, desk and public page, in their order', async () => {
  const sections = ['General zq6', 'Specific zq6'];
  const asked = (key: string, section?: string) => makeQuestion('text', key, { title: `Asked ${key}`, section });
  const { slug } = await makeCallAsking({
    sections: sections.map((title, at) => ({ key: `s${at + 1}`, title, help: '' })),
    questions: [asked('before'), asked('first', 's1'), asked('second', 's1'), asked('third', 's2')],
  });
  const answers = { before: 'Said before.', first: 'Said first.', second: 'Said second.', third: 'Said third.' };
  const { reference, token } = await submit({ answers, consent: true }, { callSlug: slug });
  const inOrder = ['Said before', 'General zq6', 'Said first', 'Said second', 'Specific zq6', 'Said third'];

  const status = await read(`/en/calls/${slug}/contribute/status`, {
    headers: { Cookie: `contribution_${slug}=${token}` },
  });
  expect(orderOn(status, inOrder)).toEqual(inOrder);
  expect(headingsOn(status)).toEqual(expect.arrayContaining(sections));

  const desk = await read(`/desk/contributions/${reference}`, { headers: await signIn() });
  // Without the list of texts of which a passage can be taken out.
  const words = desk.slice(desk.indexOf('What they wrote'), desk.indexOf('id="redactions"'));
  // Beside each question of the section.
  expect(orderOn(words, inOrder)).toEqual(inOrder.toSpliced(3, 0, 'General zq6'));

  await publish(reference);
  const page = `/en/contributions/${reference}`;
  await expect.poll(() => statusOf(page), { interval: 50, timeout: 20_000 }).toBe(200);
  const published = await read(page);
  expect(orderOn(published.slice(published.indexOf('In their own words')), inOrder)).toEqual(inOrder);
  expect(headingsOn(published)).toEqual(expect.arrayContaining(sections));
});
