import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { addSource, changeSource, deleteSource } from './edit-sources';
import { editedSource, newSource } from './schema';
import { listDeskSources, readDeskSource } from './sources';

useTestDatabase();

const PAPER = 'cybersecurity-agreements-2019';
const EMPTY = { author: '', year: '', publisher: '', link: '', archivedLink: '', accessedOn: '', citedAs: '' };
const contentOf = (typed: Record<string, string>) => newSource.parse({ kind: 'text', ...EMPTY, ...typed });
const codesOf = (typed: Record<string, string>) =>
  newSource
    .safeParse({ kind: 'text', title: 'Title', ...EMPTY, ...typed })
    .error?.issues.map(({ path, message }) => [path[0], message]);

async function added(title: string, typed: Record<string, string> = {}) {
  const editor = await makeEditor();
  const result = await addSource({ editor, content: contentOf({ title, ...typed }) });
  if (!result.ok) throw new Error(result.reason);
  return { editor, key: result.key };
}
const eventsOf = async (key: string) =>
  (await db.auditEvent.findMany({ where: { subjectId: key }, orderBy: { id: 'asc' }, select: { action: true } })).map(
    ({ action }) => action,
  );

describe('the record of a source', () => {
  it('is added with a key of its title and year, and empty fields stay empty', async () => {
    const { key } = await added(' A Charter of  Zones ', {
      year: '2021',
      citedAs: 'Charter of Zones\n\nCharter of Zones\n',
    });
    expect(key).toBe('a-charter-of-zones-2021');
    expect(await readDeskSource(key)).toMatchObject({
      title: 'A Charter of  Zones',
      year: 2021,
      author: null,
      link: null,
      citedAs: ['Charter of Zones'],
      cells: 0,
      version: 1,
    });
    expect((await added('A Charter of Zones', { year: '2021' })).key).toBe('a-charter-of-zones-2021-2');
    expect((await added('–')).key).toBe('source');
    expect(await eventsOf(key)).toEqual(['source.added']);
  });

  it('is changed, with who changed it, and every state stays in its history', async () => {
    const { key, editor } = await added('First title');
    const other = await makeEditor();
    const content = contentOf({ title: 'Second title', kind: 'third_party' });
    expect(await changeSource({ editor: other, key, version: 1, content })).toEqual({ ok: true, key });
    const source = await readDeskSource(key);
    expect(source?.history.map(({ content: state, who }) => [state?.title, who])).toEqual([
      ['Second title', other.name],
      ['First title', editor.name],
    ]);
    expect(await changeSource({ editor, key, version: 1, content })).toEqual({ ok: false, reason: 'stale' });
    expect(await changeSource({ editor, key, version: 2, content })).toEqual({ ok: true, key });
    expect((await readDeskSource(key))?.version).toBe(2);
    expect(await eventsOf(key)).toEqual(['source.added', 'source.changed']);
    expect(await changeSource({ editor, key: 'no-such-source', version: 1, content })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });

  it('is deleted only where no cell names it, and its history stays', async () => {
    const { key, editor } = await added('Short-lived', { link: 'https://short.example/text' });
    await db.cell.updateMany({
      where: { key: 'summary', agreement: { slug: 'manrs' } },
      data: { source: 'https://short.example/text, page 3' },
    });
    expect((await listDeskSources()).find((source) => source.key === key)?.cells).toBe(1);
    expect(await deleteSource({ editor, key })).toEqual({ ok: false, reason: 'source_in_use' });
    expect(await deleteSource({ editor, key: PAPER })).toEqual({ ok: false, reason: 'source_in_use' });
    await db.cell.updateMany({ where: { key: 'summary', agreement: { slug: 'manrs' } }, data: { source: 'Another' } });
    expect(await deleteSource({ editor, key })).toEqual({ ok: true, key });
    expect(await readDeskSource(key)).toBeNull();
    expect(await deleteSource({ editor, key })).toEqual({ ok: false, reason: 'not_found' });
    const states = await db.sourceVersion.findMany({ where: { sourceKey: key }, orderBy: { id: 'asc' } });
    expect(states.map(({ content }) => content === null)).toEqual([false, true]);
    expect(await eventsOf(key)).toEqual(['source.added', 'source.deleted']);
    await expect(db.sourceVersion.deleteMany({ where: { sourceKey: key } })).rejects.toThrow();
  });

  it('is not cited by the words or links of another', async () => {
    const { editor, key } = await added('Cited', { link: 'https://cited.example/a/', citedAs: 'The cited text' });
    const content = contentOf({
      title: 'Another',
      link: 'https://free.example/b',
      archivedLink: 'https://cited.example/a',
      citedAs: 'The cited text',
    });
    expect(await addSource({ editor, content })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [
        { path: 'citedAs', code: 'named_elsewhere' },
        { path: 'archivedLink', code: 'named_elsewhere' },
      ],
    });
    const own = contentOf({ title: 'Cited again', link: 'https://cited.example/a/', citedAs: 'The cited text' });
    expect(await changeSource({ editor, key, version: 1, content: own })).toEqual({ ok: true, key });
  });

  it('two at the same moment get two keys', async () => {
    const keys = await Promise.all([added('At once'), added('At once'), added('At once')]);
    expect(keys.map(({ key }) => key).toSorted()).toEqual(['at-once', 'at-once-2', 'at-once-3']);
  });
});

describe('what is typed', () => {
  it('is refused with a code for each field', () => {
    expect(codesOf({ title: ' ' })).toEqual([['title', 'required']]);
    expect(codesOf({ kind: '' })).toEqual([['kind', 'choose_one']]);
    for (const year of ['19', '1066', 'MMXX', '2019-04', '-2019', '2019.5'])
      expect([year, codesOf({ year })]).toEqual([year, [['year', 'not_a_year']]]);
    expect(codesOf({ link: 'javascript:alert(1)' })).toEqual([['link', 'not_a_link']]);
    expect(codesOf({ archivedLink: 'x y' })).toEqual([['archivedLink', 'not_a_link']]);
    expect(codesOf({ accessedOn: '4/3/2018' })).toEqual([['accessedOn', 'date_is_ambiguous']]);
    expect(codesOf({ citedAs: 'short' })).toEqual([['citedAs', 'name_too_short']]);
    expect(codesOf({ citedAs: Array.from({ length: 21 }, (_, at) => `Long enough ${at}`).join('\n') })).toEqual([
      ['citedAs', 'too_many'],
    ]);
    expect(codesOf({ title: 'x'.repeat(50_000) })).toEqual([['title', 'too_long']]);
    expect(codesOf({ more: 'x' })?.map(([, message]) => message)).toHaveLength(1);
  });

  it('of a change needs the key and the version that was seen', () => {
    const typed = { kind: 'text', title: 'Title', ...EMPTY };
    expect(editedSource.parse({ ...typed, key: 'a-key', version: '3' })).toMatchObject({ key: 'a-key', version: 3 });
    expect(editedSource.safeParse({ ...typed, key: 'A key', version: '3' }).success).toBe(false);
    expect(editedSource.safeParse({ ...typed, key: 'a-key', version: 'x' }).success).toBe(false);
  });
});
