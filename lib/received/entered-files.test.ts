import { beforeEach, describe, expect, it } from 'vitest';
import { listUnsentEntries, openEntry } from '@/lib/contributions/on-behalf/entries';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { db } from '@/lib/platform/db/client';
import { letterAsAttachment, letterAsForwardedMail, letterAsWord } from '@/prisma/factories/free-form-files';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { confirmedAnswers } from './choices';
import { enterFile, fillEntry, readEntryToPlace } from './entered-files';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeEach(async () => {
  editor = await makeEditor();
});

const enter = (name: string, bytes: Buffer) =>
  enterFile({ editor, callSlug: '2020', receivedOn: '2020-11-03', file: { name, bytes } });

async function entered(name: string, bytes: Buffer) {
  const result = await enter(name, bytes);
  if (!result.ok) throw new Error(result.reason);
  const [unsent] = await listUnsentEntries(editor);
  if (!unsent) throw new Error('nothing was entered');
  const read = await readEntryToPlace({ editor, contributionId: unsent.contributionId });
  if (!read.ok) throw new Error(read.reason);
  return { id: unsent.contributionId, unsent, entry: read.entry };
}

const FROM = { receivedOn: '2020-11-02', affiliation: 'EastWest Institute', email: 'office@example.org' };
const placed = ({ reading, units }: Awaited<ReturnType<typeof entered>>['entry']) =>
  confirmedAnswers({
    ...reading,
    units,
    chosen: (field) =>
      field.startsWith('unit.') ? 'aside' : (reading.answers[Number(field.split('.')[1])]?.place.tag ?? ''),
  });

describe('a file that an editor enters', () => {
  it('begins a draft with nothing in it, and is kept with it', async () => {
    const bytes = letterAsWord();
    const { id, unsent } = await entered('letter.docx', bytes);
    expect(unsent).toMatchObject({ source: 'file', fileName: 'letter.docx', onBehalfOf: null, toPlace: true });
    expect(await db.draftSection.count({ where: { contributionId: id } })).toBe(0);
    const [original] = await db.original.findMany({ where: { contributionId: id } });
    expect({ name: original?.name, same: original && Buffer.from(original.bytes).equals(bytes) }).toEqual({
      name: 'letter.docx',
      same: true,
    });
  });

  it('goes with a draft that is discarded', async () => {
    const { id } = await entered('letter.docx', letterAsWord());
    await withdrawContribution({ contributionId: id, actor: editor });
    expect(await db.original.count({ where: { contributionId: id } })).toBe(0);
    expect(await listUnsentEntries(editor)).toEqual([]);
  });

  it('of a mail has the day of the mail and who seems to have sent it, which is a guess', async () => {
    const { entry, unsent } = await entered('mail.eml', letterAsForwardedMail());
    expect(unsent).toMatchObject({ source: 'mail', receivedOn: new Date('2020-10-15') });
    expect(entry.part.mail?.sender).toMatchObject({ address: 'programme.office@example.org', forwarded: true });
    expect(entry.guess).toMatchObject({ affiliation: 'EastWest Institute', email: 'programme.office@example.org' });
  });

  it('in a mail is read, and says what of the mail is not', async () => {
    const { entry, unsent } = await entered('mail.eml', letterAsAttachment());
    expect(unsent.fileName).toBe('contribution.docx (mail.eml)');
    expect(entry.unread).toEqual([{ name: 'logo.png', reason: 'document_type_refused' }]);
    expect(entry.part.mail?.text).toContain('You may publish it');
  });

  it('is placed only by the editor who entered it', async () => {
    const { id } = await entered('letter.docx', letterAsWord());
    expect(await readEntryToPlace({ editor: await makeEditor(), contributionId: id })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });

  it.each([
    ['nothing.docx', Buffer.alloc(0), 'file_needed'],
    ['old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'document_type_refused'],
    ['huge.eml', Buffer.alloc(40 * 1024 * 1024 + 1, 'a'), 'document_too_large'],
  ])('is refused as %s', async (name, bytes, reason) => {
    expect(await enter(name, bytes)).toEqual({ ok: false, reason });
    expect(await listUnsentEntries(editor)).toEqual([]);
  });
});

describe('what was placed', () => {
  it('fills the draft, with who it is from as the editor confirmed', async () => {
    const { id, entry } = await entered('letter.docx', letterAsWord());
    const { sections, faults } = placed(entry);
    expect(faults).toEqual([]);
    expect(await fillEntry({ editor, entry, sections, from: FROM })).toEqual({ ok: true });
    const rows = await db.draftSection.findMany({ where: { contributionId: id }, orderBy: { step: 'asc' } });
    const data = new Map(rows.map((row) => [row.step, row.data]));
    expect(data.get('about')).toMatchObject({ affiliation: 'EastWest Institute', email: 'office@example.org' });
    expect(JSON.stringify(data.get('signatory'))).toContain('We support two of the agreements');
    expect(await listUnsentEntries(editor)).toMatchObject([
      { onBehalfOf: 'EastWest Institute', toPlace: false, receivedOn: new Date('2020-11-02') },
    ]);
    expect(await openEntry({ editor, contributionId: id })).toMatchObject({ ok: true, status: 'draft' });
  });

  it('is stored once', async () => {
    const { id, entry } = await entered('letter.docx', letterAsWord());
    const { sections } = placed(entry);
    await fillEntry({ editor, entry, sections, from: FROM });
    expect(await fillEntry({ editor, entry, sections, from: FROM })).toEqual({ ok: false, reason: 'saved_elsewhere' });
    expect(await readEntryToPlace({ editor, contributionId: id })).toEqual({ ok: false, reason: 'saved_elsewhere' });
  });
});
