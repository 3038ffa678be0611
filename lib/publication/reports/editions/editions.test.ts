import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { REPORT_FILES } from '@/lib/publication/reports/formats';
import { listReportTexts, saveReportText } from '@/lib/publication/reports/synthesis/texts';
import { reportKey, setWithheld } from '@/lib/publication/withholding/withholding';
import { makeEditor } from '@/prisma/factories/people';
import { published, withdrawn } from '@/prisma/factories/published';
import { eastWestSubmission } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { correctedOf, listEditions, readEdition, readEditionFile, readEditionTree } from './editions';
import { publishReport } from './publish';

useTestDatabase();

type Person = Awaited<ReturnType<typeof makeEditor>>;
let admin: Person;
let editor: Person;
let reference: string;
beforeAll(async () => {
  admin = await makeEditor({ role: 'admin' });
  editor = await makeEditor();
  ({ reference } = await published(eastWestSubmission(), { accept: 'gcsc' }));
});

const newestVersion = async () => (await listReportTexts('2020'))[0]?.version ?? 0;
const write = async (text: string, base?: number) =>
  saveReportText(editor, {
    call: '2020',
    sections: [{ title: 'What was said', text }],
    note: 'A note.',
    base: base ?? (await newestVersion()),
  });
const publishNow = async () => publishReport({ admin, call: '2020', base: await newestVersion() });
const numberOf = async () => {
  const done = await publishNow();
  if (!done.ok) throw new Error(done.reason);
  return done.number;
};
const textOf = async (number: number, name: string) =>
  new TextDecoder().decode((await readEditionFile('2020', number, name))?.bytes);
let number: number;
beforeEach(async () => {
  await write(`{count:published} contributed, one of them [@${reference}].`);
  number = await numberOf();
});

describe('the text of a report', () => {
  it('has a version for each saving, with its author and note', async () => {
    const [newest, before] = await listReportTexts('2020');
    expect(newest).toMatchObject({ note: 'A note.', author: editor.name ?? editor.email });
    expect(newest?.version).toBe((before?.version ?? 0) + 1);
  });

  it('refuses one of two editors who began from the same version', async () => {
    const base = await newestVersion();
    const results = await Promise.all([write('one', base), write('other', base)]);
    expect(results.map((result) => (result.ok ? 'ok' : result.reason)).toSorted()).toEqual(['draft_changed', 'ok']);
  });
});

describe('a published report', () => {
  it('is frozen in every format, with checksums, and with its counts computed', async () => {
    const edition = await readEdition('2020', number);
    expect(edition?.files.map(({ name }) => name).toSorted()).toEqual(REPORT_FILES.toSorted());
    for (const { name, sha256, size } of edition?.files ?? []) {
      const file = await readEditionFile('2020', number, name);
      expect(
        createHash('sha256')
          .update(file?.bytes ?? '')
          .digest('hex'),
      ).toBe(sha256);
      expect(file?.bytes.byteLength).toBe(size);
    }
    expect(edition?.checksum).toBe(edition?.files.find(({ name }) => name === 'report.json')?.sha256);
    expect(await textOf(number, 'report.md')).toContain(
      `1 contributed, one of them \\[[${reference}](#${reference})\\].`,
    );
    expect((await readEditionTree('2020', number))?.edition).toBe(number);
  });

  it('keeps its address and bytes when another is published', async () => {
    const before = await textOf(number, 'report.md');
    await write('Another synthesis.');
    const next = await numberOf();
    expect(next).toBe(number + 1);
    expect(await textOf(number, 'report.md')).toBe(before);
    expect(await textOf(next, 'report.md')).toContain('Another synthesis.');
  });

  it('is changed by no statement', async () => {
    await expect(db.reportEdition.updateMany({ data: { title: 'x' } })).rejects.toThrow();
    await expect(db.reportFile.deleteMany()).rejects.toThrow();
    await expect(db.reportText.deleteMany()).rejects.toThrow();
  });

  it('is refused to editors, for a text that has changed, and for one that cites what is not there', async () => {
    const base = await newestVersion();
    expect(await publishReport({ admin: editor, call: '2020', base })).toMatchObject({ reason: 'forbidden' });
    expect(await publishReport({ admin, call: '2020', base: base - 1 })).toMatchObject({ reason: 'draft_changed' });
    await write('See [@BPF-2020-999].');
    expect(await publishNow()).toMatchObject({ reason: 'synthesis_unresolved' });
  });

  it('is not rewritten by a withdrawal, and says that it came later', async () => {
    const later = await published({ ...eastWestSubmission(), answers: { comments: 'Words of a later contribution.' } });
    await write('Nothing is cited.');
    const next = await numberOf();
    expect((await readEdition('2020', next))?.goneSince).toEqual([]);
    await withdrawn(later.reference);
    expect((await readEdition('2020', next))?.goneSince).toMatchObject([
      { reference: later.reference, status: 'withdrawn' },
    ]);
    expect(await textOf(next, 'report.md')).toContain('Words of a later contribution.');
    const after = await numberOf();
    expect(await textOf(after, 'report.md')).not.toContain('Words of a later contribution.');
  });

  it('is withheld by an admin with a reason, with its checksum, and a later one is offered', async () => {
    const subject = { kind: 'report' as const, key: reportKey('2020', number) };
    const say = { subject, reason: 'A court order.', withheld: true };
    expect(await setWithheld({ ...say, admin: editor })).toMatchObject({ reason: 'forbidden' });
    expect(await setWithheld({ ...say, admin })).toEqual({ ok: true });
    expect(await setWithheld({ ...say, admin })).toMatchObject({ reason: 'already_in_status' });
    const edition = await readEdition('2020', number);
    expect(edition).toMatchObject({ withheld: { reason: 'A court order.' } });
    expect(edition?.files).toHaveLength(REPORT_FILES.length);
    expect(await readEditionTree('2020', number)).toBeNull();
    expect(edition && correctedOf(edition, await listEditions('2020'))).toBeNull();
    const next = await numberOf();
    expect(edition && correctedOf(edition, await listEditions('2020'))?.number).toBe(next);
    expect(await setWithheld({ ...say, admin, reason: 'It was lifted.', withheld: false })).toEqual({ ok: true });
    expect(await readEditionTree('2020', number)).not.toBeNull();
    const events = await db.auditEvent.findMany({
      where: { subjectId: '2020', action: { in: ['report.withheld', 'report.given_out_again'] } },
      orderBy: { at: 'asc' },
      select: { action: true, details: true },
    });
    expect(events).toEqual([
      { action: 'report.withheld', details: { number } },
      { action: 'report.given_out_again', details: { number } },
    ]);
  });
});
