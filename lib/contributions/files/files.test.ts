import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { startDraft } from '@/lib/contributions/drafts/drafts';
import { submitContribution } from '@/lib/contributions/submission';
import { db } from '@/lib/platform/db/client';
import { makeJpeg, makePdf } from '@/prisma/factories/files';
import { makePdfOf } from '@/prisma/factories/pdfs';
import { placeInStatus } from '@/prisma/factories/past-triggers';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { MAX_BYTES_PER_FILE, MAX_FILES } from './constants';
import { mutation } from '@/lib/platform/mutation';
import { addFile, removeAttachments, removeFile } from './files';
import { listDraftFiles, listFilesForReview, listSentFiles, readFileForReview, readOwnFile } from './files';

useTestDatabase();

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

async function begin() {
  const started = await startDraft({ callSlug: '2020' });
  if (!started.ok) throw new Error(started.reason);
  return started.contributionId;
}

async function add(contributionId: string, name: string, words = name, size = 0) {
  const letter = makePdf(words);
  const bytes = size > 0 ? Buffer.concat([letter, Buffer.alloc(size - letter.length, ' ')]) : letter;
  return addFile({ contributionId, questionKey: 'gaps', name, bytes });
}

const added = async (...input: Parameters<typeof add>) => {
  const result = await add(...input);
  if (!result.ok) throw new Error(result.reason);
  return result.id;
};
const names = (files: { name: string }[]) => files.map(({ name }) => name);

async function submit(contributionId: string) {
  const submitted = await submitContribution({
    callSlug: '2020',
    draftId: contributionId,
    input: { answers: { gaps: 'One' }, consent: true },
  });
  if (!submitted.ok) throw new Error(submitted.reason);
  return submitted.reference;
}

describe('the files of a draft', () => {
  it('are kept with their content, in the order they came', async () => {
    const id = await begin();
    const first = await added(id, 'one.pdf');
    await added(id, 'folder/two.pdf');
    expect(await listDraftFiles(id)).toEqual([
      {
        id: first,
        questionKey: 'gaps',
        name: 'one.pdf',
        mediaType: 'application/pdf',
        size: makePdf('one.pdf').length,
        findings: [],
      },
      expect.objectContaining({ name: 'two.pdf' }),
    ]);
    const content = await readOwnFile({ contributionId: id, id: first });
    expect(content && Buffer.from(content.bytes).equals(makePdf('one.pdf'))).toBe(true);
  });

  it('are stored once, however often they are sent', async () => {
    const id = await begin();
    const first = await added(id, 'one.pdf', 'the same');
    expect(await add(id, 'copy.pdf', 'the same')).toEqual({ ok: true, id: first });
    expect(names(await listDraftFiles(id))).toEqual(['one.pdf']);
  });

  it('can be taken out, and out again', async () => {
    const id = await begin();
    const first = await added(id, 'one.pdf');
    expect(await removeFile({ contributionId: id, id: first })).toEqual({ ok: true });
    expect(await removeFile({ contributionId: id, id: first })).toEqual({ ok: true });
    expect(await listDraftFiles(id)).toEqual([]);
    expect(await readOwnFile({ contributionId: id, id: first })).toBeNull();
  });

  it('belong to one contribution: another one neither reads nor removes them', async () => {
    const [mine, theirs] = [await begin(), await begin()];
    const first = await added(mine, 'one.pdf');
    expect(await readOwnFile({ contributionId: theirs, id: first })).toBeNull();
    await removeFile({ contributionId: theirs, id: first });
    expect(names(await listDraftFiles(mine))).toEqual(['one.pdf']);
  });

  it('are limited in number, also for those who come at once', async () => {
    const id = await begin();
    const results = await Promise.all(Array.from({ length: MAX_FILES + 3 }, (_, at) => add(id, `${at}.pdf`)));
    expect(results.filter((result) => result.ok)).toHaveLength(MAX_FILES);
    expect(results.filter((result) => !result.ok)).toEqual(
      Array.from({ length: 3 }, () => ({ ok: false, reason: 'too_many_files' })),
    );
    expect(await listDraftFiles(id)).toHaveLength(MAX_FILES);
  });

  it('are limited in bytes', async () => {
    const id = await begin();
    for (const at of [1, 2, 3, 4]) await added(id, `${at}.pdf`, String(at), MAX_BYTES_PER_FILE);
    expect(await add(id, 'five.pdf')).toEqual({ ok: false, reason: 'too_many_files' });
  });

  it('are refused for what they are, and where there is no draft', async () => {
    const id = await begin();
    expect(await addFile({ contributionId: id, questionKey: 'gaps', name: 'a.pdf', bytes: Buffer.from('MZ') })).toEqual(
      { ok: false, reason: 'file_not_what_it_says' },
    );
    expect(await add(UNKNOWN, 'one.pdf')).toEqual({ ok: false, reason: 'not_found' });
    await submit(id);
    expect(await add(id, 'late.pdf')).toEqual({ ok: false, reason: 'already_submitted' });
    expect(await removeFile({ contributionId: id, id: UNKNOWN })).toEqual({ ok: false, reason: 'already_submitted' });
  });
});

describe('the files of a submission', () => {
  it('go with its revision, and editors read those and no others', async () => {
    const id = await begin();
    const sent = await added(id, 'sent.pdf');
    const taken = await added(id, 'taken-out.pdf');
    expect(await listFilesForReview({ reference: 'BPF-2020-999' })).toEqual([]);
    await removeFile({ contributionId: id, id: taken });
    const reference = await submit(id);
    expect(names(await listSentFiles({ contributionId: id }))).toEqual(['sent.pdf']);
    expect(names(await listFilesForReview({ reference, revision: 1 }))).toEqual(['sent.pdf']);
    expect(await readFileForReview({ reference, id: sent })).toMatchObject({
      name: 'sent.pdf',
      mediaType: 'application/pdf',
    });
    const other = await begin();
    const draft = await added(other, 'draft.pdf');
    expect(await readFileForReview({ reference, id: draft })).toBeNull();
  });

  it('list their active content; files from before the examination say that they were not examined', async () => {
    const id = await begin();
    const bytes = makePdfOf(['<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>']);
    const letter = await addFile({ contributionId: id, questionKey: 'gaps', name: 'letter.pdf', bytes });
    const older = await added(id, 'older.pdf');
    await db.attachment.update({ where: { id: older }, data: { findings: [], examinedAt: null } });
    const reference = await submit(id);
    expect((await listFilesForReview({ reference })).map(({ name, findings }) => [name, findings])).toEqual([
      ['letter.pdf', ['script']],
      ['older.pdf', null],
    ]);
    // Marked, and given out as it came.
    const content = letter.ok ? await readFileForReview({ reference, id: letter.id }) : null;
    expect(content && Buffer.from(content.bytes).equals(bytes)).toBe(true);
    expect(await readFileForReview({ reference, id: older })).toMatchObject({ name: 'older.pdf' });
  });

  it('are kept as images without what a camera noted, with the size of what is kept', async () => {
    const id = await begin();
    const sent = await sharp(makeJpeg())
      .withExifMerge({ IFD0: { Make: 'Telephone-of-mine' } })
      .jpeg()
      .toBuffer();
    const result = await addFile({ contributionId: id, questionKey: 'gaps', name: 'photo.jpg', bytes: sent });
    const kept = result.ok ? await readOwnFile({ contributionId: id, id: result.id }) : null;
    expect([sent.includes('Telephone-of-mine'), kept && Buffer.from(kept.bytes).includes('Telephone-of-mine')]).toEqual(
      [true, false],
    );
    expect((await listDraftFiles(id))[0]?.size).toBe(kept?.bytes.byteLength);
  });

  it('stay with it when they are taken out of a later draft', async () => {
    const id = await begin();
    const first = await added(id, 'one.pdf');
    await submit(id);
    // A correction makes it a draft again, with the files of its newest revision.
    await placeInStatus({ id }, 'draft');
    expect(await removeFile({ contributionId: id, id: first })).toEqual({ ok: true });
    expect(await listDraftFiles(id)).toEqual([]);
    expect(names(await listSentFiles({ contributionId: id }))).toEqual(['one.pdf']);
  });

  it('are gone with all their bytes at withdrawal, and nothing else is', async () => {
    const [id, other] = [await begin(), await begin()];
    await added(id, 'one.pdf');
    await added(other, 'other.pdf');
    await submit(id);
    const removed = await mutation({ actor: 'contributor' }, async (context) => ({
      ok: true,
      files: await removeAttachments(id, context),
    }));
    expect(removed).toEqual({ ok: true, files: 1 });
    expect(await listSentFiles({ contributionId: id })).toEqual([]);
    expect(await db.attachment.count({ where: { contributionId: id } })).toBe(0);
    expect(names(await listDraftFiles(other))).toEqual(['other.pdf']);
  });
});
