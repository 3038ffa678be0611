import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { changeSnippet, deleteSnippet } from '@/lib/review/snippets';
import { listSnippets } from '@/lib/review/snippets';
import { snippetInput } from '@/lib/review/snippet-schema';
import snippetsFile from '@/prisma/data/snippets.json';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { seedCall } from '@/lib/calls/schema';
import callsFile from '@/prisma/data/calls.json';
import { seedCalls, seedSnippets } from './seeding';

useTestDatabase();

it('adds some words for reasons once, and leaves the editors’ changes', async () => {
  const snippets = snippetInput.array().parse(snippetsFile);
  const again = () => db.$transaction((tx) => seedSnippets(snippets, tx));
  await db.snippet.deleteMany();
  expect(await again()).toBe(snippets.length);
  expect(await again()).toBe(0);

  const editor = await makeEditor();
  const [first, ...others] = await listSnippets();
  await changeSnippet(editor, first?.id ?? '', { title: 'Ours', text: 'Our own words.' });
  expect(await again()).toBe(0);
  expect((await listSnippets()).find(({ title }) => title === 'Ours')?.text).toBe('Our own words.');

  for (const { id } of [...others, ...(first ? [first] : [])]) await deleteSnippet(editor, id);
  expect(await again()).toBe(0); // thrown away for good
  expect(await listSnippets()).toEqual([]);
});

it('adds a call once: one that was hidden, changed or removed stays so', async () => {
  const calls = seedCall.array().parse(callsFile);
  const again = () => db.$transaction((tx) => seedCalls(calls, tx));
  await db.call.update({ where: { slug: '2020' }, data: { published: false, maxWords: 300 } });
  expect(await again()).toBe(0);
  expect(await db.call.findUnique({ where: { slug: '2020' } })).toMatchObject({ published: false, maxWords: 300 });

  // Its place is empty as after a removal, which the questionnaire's triggers do not allow here.
  await db.call.update({ where: { slug: '2020' }, data: { slug: 'another' } });
  expect(await again()).toBe(0);

  await db.seededCall.deleteMany();
  expect(await again()).toBe(1); // the standing call is still there
});
