import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { changeSnippet, deleteSnippet } from '@/lib/review/snippets';
import { listSnippets } from '@/lib/review/snippets';
import { snippetInput } from '@/lib/review/snippet-schema';
import snippetsFile from '@/prisma/data/snippets.json';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { seedSnippets } from './seeding';

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
