import { describe, expect, it } from 'vitest';
import { examineOriginal, keepOriginal } from '@/lib/contributions/originals';
import { db } from '@/lib/platform/db/client';
import { orThrow } from '@/lib/platform/errors';
import { writeNote } from '@/lib/review/notes';
import { makeDraft } from '@/prisma/factories/drafts';
import { confirmContact, draftMail } from '@/prisma/factories/outbox';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { makeWord, paragraph } from '@/prisma/factories/word-files';
import { readHeldOn } from './held-data';
import { COLUMNS_LEFT_OUT, LEFT_OUT, TABLES_OF_CONTRIBUTOR, TABLES_OF_EDITOR } from './tables';

useTestDatabase();

const ADDRESS = 'secretariat@example.org';

async function send(text: string, about: object) {
  const input = { ...eastWestSubmission(), answers: { comments: text } };
  return submit({ ...input, about: { ...input.about, ...about } });
}

describe('what is held on an address', () => {
  it('knows every table that refers to contributions or people', async () => {
    const rows = await db.$queryRaw<{ name: string }[]>`
      WITH RECURSIVE refers AS (
        SELECT 'contributions'::regclass::oid AS id UNION SELECT 'users'::regclass::oid
        UNION SELECT k.conrelid FROM pg_constraint k JOIN refers r ON k.confrelid = r.id
          WHERE k.contype = 'f' AND r.id NOT IN ('users'::regclass, 'revisions'::regclass, 'agreements'::regclass)
      ) SELECT id::regclass::text AS name FROM refers`;
    const known = [TABLES_OF_CONTRIBUTOR, TABLES_OF_EDITOR, LEFT_OUT].flatMap((tables) => Object.keys(tables));
    expect(rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('is all of the contributions for which it is confirmed, with files, and nothing of others', async () => {
    const mine = await send('Written by the secretariat', { email: ADDRESS });
    await confirmContact(mine.reference);
    await send('Not confirmed: perhaps another person typed it', { email: ADDRESS });
    const other = await send('Of another organisation', { email: 'other@example.org' });
    await confirmContact(other.reference);
    await submit(proposing('manrs', [{ cell: 'maintainer', value: 'Of a third' }]));
    const bytes = makeWord({ body: paragraph('What they wrote') });
    const { original } = orThrow(await examineOriginal({ name: 'answers.docx', bytes }));
    await keepOriginal({ contributionId: mine.id, original, now: new Date() }, db);
    const editor = await makeEditor();
    orThrow(await writeNote({ editor, reference: mine.reference, input: { text: 'Between editors' } }));

    const draft = await draftMail(mine.reference);
    await db.mail.update({ where: { id: draft }, data: { payload: { note: 'Not sent yet' } } });

    const held = await readHeldOn(ADDRESS, new Date('2026-11-28T12:00:00Z'));
    expect(held).toMatchObject({ at: '2026-11-28T12:00:00.000Z', address: ADDRESS, desk: null });
    const text = JSON.stringify(held);
    expect(text).toContain('Written by the secretariat');
    for (const foreign of [
      'perhaps another person',
      'Of another organisation',
      'Of a third',
      'Between editors',
      'Not sent yet',
    ])
      expect(text).not.toContain(foreign);
    expect(held.contributor.contacts).toMatchObject([{ email: ADDRESS, contribution_id: mine.id }]);
    expect(held.contributor.originals).toMatchObject([
      { name: 'answers.docx', bytes: Buffer.from(bytes).toString('base64') },
    ]);
    expect(held.contributor.mails?.length).toBeGreaterThan(0);
    for (const rows of Object.values(held.contributor))
      for (const row of rows)
        expect(Object.keys(row as object).filter((name) => COLUMNS_LEFT_OUT.includes(name))).toEqual([]);
  });

  it('is the account of a person at the desk, with their own notes', async () => {
    const editor = await makeEditor();
    const { id } = await makeDraft();
    await db.note.create({ data: { contributionId: id, userId: editor.userId, text: 'My own note' } });
    const held = await readHeldOn(editor.email);
    expect(held.desk?.users).toMatchObject([{ email: editor.email }]);
    expect(held.desk?.notes).toMatchObject([{ text: 'My own note' }]);
    expect(Object.values(held.contributor).every((rows) => rows.length === 0)).toBe(true);
  });

  it('is nothing for an unknown address', async () => {
    const held = await readHeldOn('nobody@example.org');
    expect(held.desk).toBeNull();
    expect(Object.values(held.contributor).every((rows) => rows.length === 0)).toBe(true);
  });
});
