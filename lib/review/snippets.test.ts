import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { addSnippet, changeSnippet, deleteSnippet } from './snippets';
import { listSnippets } from './snippets';

useTestDatabase();

const titles = async () => (await listSnippets()).map(({ title }) => title);

describe('words for reasons', () => {
  it('are added, changed and deleted, and each step is written down', async () => {
    const editor = await makeEditor();
    const added = await addSnippet(editor, { title: ' Zoning ', text: 'Outside of what the dataset holds.\r\n' });
    if (!added.ok) throw new Error(added.reason);
    expect((await listSnippets()).at(-1)).toEqual({
      id: added.id,
      title: 'Zoning',
      text: 'Outside of what the dataset holds.',
    });
    expect(await changeSnippet(editor, added.id, { title: 'Zoning', text: 'Not of this dataset.' })).toEqual({
      ok: true,
      id: added.id,
    });
    expect((await listSnippets()).at(-1)?.text).toBe('Not of this dataset.');
    expect(await deleteSnippet(editor, added.id)).toEqual({ ok: true });
    expect(await titles()).not.toContain('Zoning');
    const events = await db.auditEvent.findMany({
      where: { subjectId: added.id },
      orderBy: { id: 'asc' },
      select: { action: true, subjectKind: true, details: true },
    });
    expect(events).toEqual(
      ['added', 'changed', 'deleted'].map((step) => ({
        action: `snippet.${step}`,
        subjectKind: 'snippet',
        details: {},
      })),
    );
  });

  it('need a title of their own and a text', async () => {
    const editor = await makeEditor();
    await addSnippet(editor, { title: 'Taken', text: 'One.' });
    const taken = { ok: false, reason: 'invalid', issues: [{ path: 'title', code: 'title_taken' }] };
    expect(await addSnippet(editor, { title: 'Taken', text: 'Two.' })).toEqual(taken);
    const other = await addSnippet(editor, { title: 'Free', text: 'Three.' });
    expect(await changeSnippet(editor, other.ok ? other.id : '', { title: 'Taken', text: 'Three.' })).toEqual(taken);
    expect(await addSnippet(editor, { title: ' ', text: '' })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [
        { path: 'title', code: 'required', params: {} },
        { path: 'text', code: 'required', params: {} },
      ],
    });
    expect((await listSnippets()).find(({ title }) => title === 'Taken')?.text).toBe('One.');
  });

  it('that another editor has deleted can’t be changed or deleted again', async () => {
    const editor = await makeEditor();
    const gone = '00000000-0000-4000-8000-000000000000';
    expect(await changeSnippet(editor, gone, { title: 'Gone', text: 'Gone.' })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await deleteSnippet(editor, gone)).toEqual({ ok: false, reason: 'not_found' });
  });
});
