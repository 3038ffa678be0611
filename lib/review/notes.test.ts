import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { findMailToSend } from '@/lib/notifications/mail-data';
import { composeMail } from '@/lib/notifications/compose';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { listMessages } from '@/lib/contributions/messages';
import { declineContribution, publishContribution } from './publication';
import { undoRecusal, recuse } from '@/lib/review/interests/recusal';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { handlesOf, mentionsIn } from './note-schema';
import { writeNote } from './notes';
import { readNotes } from './notes';

useTestDatabase();

describe('handles', () => {
  const person = (userId: string, name: string | null, email: string) => ({ userId, name, email });
  const handles = (...people: ReturnType<typeof person>[]) => handlesOf(people).map(({ handle }) => handle);

  it('are names, or addresses where names are missing or the same', () => {
    expect(handles(person('1', 'Éditor One', 'a@example.org'), person('2', null, 'second.desk@example.org'))).toEqual([
      'editor-one',
      'second-desk',
    ]);
    expect(handles(person('1', 'Editor', 'desk.a@example.org'), person('2', 'editor', 'desk.b@example.org'))).toEqual([
      'desk-a',
      'desk-b',
    ]);
    expect(handles(person('1', 'Editor', 'desk@example.org'), person('2', 'Editor', 'desk@example.com'))).toEqual([
      'desk-example-org',
      'desk-example-com',
    ]);
    expect(handles(person('1', '…', 'one@example.org'), person('2', 'One', 'two@example.org'))).toEqual([
      'one-example-org',
      'one',
    ]);
  });

  it('are unique for any names, and each can be mentioned', () => {
    const word = fc.constantFrom('Anna', 'anna', 'Änna', 'Desk', 'desk.a', '', 'A B');
    const people = fc.uniqueArray(
      fc.record({
        name: fc.option(word),
        local: fc.constantFrom('anna', 'desk', 'desk.a', 'a-b', 'a.b'),
        host: fc.constantFrom('example.org', 'example.com'),
      }),
      { selector: ({ local, host }) => `${local}@${host}` },
    );
    fc.assert(
      fc.property(people, (all) => {
        const made = handlesOf(all.map(({ name, local, host }, at) => person(String(at), name, `${local}@${host}`)));
        expect(new Set(made.map(({ handle }) => handle)).size).toBe(all.length);
        for (const { handle, userId } of made)
          expect(mentionsIn(`Ask @${handle}.`, made)).toEqual({ userIds: [userId], unknown: [] });
      }),
    );
  });

  it('are found in text, but not in addresses', () => {
    const known = handlesOf([
      person('1', 'Editor One', 'one@example.org'),
      person('2', 'Editor Two', 'two@example.org'),
    ]);
    expect(mentionsIn('@editor-one, please; (@Editor-Two!) and @EDITOR-ONE again', known)).toEqual({
      userIds: ['1', '2'],
      unknown: [],
    });
    expect(mentionsIn('Write to desk@editor-one.example or https://example.org/@editor-one', known)).toEqual({
      userIds: [],
      unknown: [],
    });
    expect(mentionsIn('@nobody and @editor-one.', known)).toEqual({ userIds: ['1'], unknown: ['nobody'] });
  });
});

describe('notes', () => {
  type Person = Awaited<ReturnType<typeof makeEditor>>;
  let writer: Person;
  let reader: Person;
  beforeEach(async () => {
    await db.user.updateMany({ data: { deactivatedAt: new Date() } });
    [writer, reader] = [await makeEditor(), await makeEditor()];
  });
  const handleOf = ({ name }: Person) => (name ?? '').toLowerCase().replace(' ', '-');
  const send = async () => (await submit(eastWestSubmission())).reference;
  const note = (editor: Person, reference: string, text: string) => writeNote({ editor, reference, input: { text } });
  const noticesOf = async (userId: string) =>
    (await db.notice.findMany({ where: { userId }, select: { kind: true } })).map(({ kind }) => kind);

  it('are read by other editors; a mentioned editor gets a notice without a quotation', async () => {
    const reference = await send();
    const text = `Is the source sound, @${handleOf(reader)}? @${handleOf(writer)} is not sure.`;
    expect(await note(writer, reference, text)).toEqual({ ok: true, told: 1, unknown: [], barred: [] });
    expect(await note(writer, reference, text)).toEqual({ ok: true, told: 1, unknown: [], barred: [] });
    expect(await readNotes(reference, reader)).toMatchObject({
      barred: null,
      notes: [{ text, by: writer.name, told: [reader.name] }],
      mentionable: [{ userId: writer.userId }],
    });
    expect([await noticesOf(reader.userId), await noticesOf(writer.userId)]).toEqual([['mentioned'], []]);
    const mail = await db.mail.findFirstOrThrow({
      where: { userId: reader.userId, kind: 'desk-notices' },
      select: { id: true },
    });
    const toSend = await findMailToSend(mail.id);
    const rendered = toSend && (await composeMail(toSend, () => Promise.resolve('')));
    expect(rendered?.text).toContain(reference);
    expect(JSON.stringify(rendered)).not.toContain('sound');
    const events = await db.auditEvent.findMany({
      where: { action: 'contribution.noted', userId: writer.userId },
      select: { details: true },
    });
    expect(events).toEqual([{ details: { mentions: 1 } }]);
  });

  it('list unknown mentions, and editors who may not read the note', async () => {
    const reference = await send();
    const own = await makeEditor({ organisation: 'EastWest Institute' });
    await recuse({ editor: reader, reference });
    expect(await note(writer, reference, `@nobody @${handleOf(own)} @${handleOf(reader)}`)).toEqual({
      ok: true,
      told: 0,
      unknown: ['nobody'],
      barred: [reader.name, own.name],
    });
    for (const person of [own, reader]) expect(await noticesOf(person.userId)).toEqual([]);
    expect(await readNotes(reference, writer)).toMatchObject({ mentionable: [] });
  });

  it('are hidden from recused editors and those of the contribution’s organisation, who can write none', async () => {
    const reference = await send();
    const own = await makeEditor({ organisation: 'EastWest Institute', role: 'admin' });
    await note(writer, reference, 'Between us.');
    await recuse({ editor: reader, reference });
    expect(await readNotes(reference, own)).toEqual({ barred: 'own_organisation' });
    expect(await readNotes(reference, reader)).toEqual({ barred: 'recused' });
    expect(await note(own, reference, 'Mine.')).toEqual({ ok: false, reason: 'own_organisation' });
    expect(await note(reader, reference, 'Mine.')).toEqual({ ok: false, reason: 'recused' });
    await undoRecusal({ editor: writer, reference, userId: reader.userId });
    expect(await readNotes(reference, reader)).toMatchObject({ notes: [{ text: 'Between us.' }] });
    expect(await readNotes('BPF-2020-999', writer)).toBeNull();
  });

  it('are taken in any state and refused where they say nothing', async () => {
    const [published, declined] = [await send(), await send()];
    await publishContribution({ editor: writer, reference: published });
    await declineContribution({ editor: writer, reference: declined, reason: 'Off topic.' });
    expect(await note(writer, published, 'Well.')).toMatchObject({ ok: true });
    expect(await note(writer, declined, 'Well.')).toMatchObject({ ok: true });
    expect(await note(writer, declined, ' \n ')).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'text', code: 'required', params: {} }],
    });
    expect(await note(writer, declined, 'x'.repeat(4_001))).toMatchObject({
      ok: false,
      reason: 'invalid',
      issues: [{ code: 'too_long' }],
    });
    expect(await note(writer, 'BPF-2020-999', 'Well.')).toEqual({ ok: false, reason: 'not_found' });
  });

  it('never reach the contributor or the public', async () => {
    const reference = await send();
    await note(writer, reference, 'zq7-between-us');
    await publishContribution({ editor: writer, reference });
    const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
    const outside = [
      await readContribution(reference, 'en'),
      await listMessages(id),
      await db.mail.findMany({ where: { contributionId: id } }),
      await db.auditEvent.findMany({ where: { subjectId: id } }),
    ];
    expect(
      JSON.stringify(outside, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain('zq7-between-us');
  });
});
