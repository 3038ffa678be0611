import { beforeAll, expect, it } from 'vitest';
import { addFile } from '@/lib/contributions/files/files';
import { saveSection, startDraft } from '@/lib/contributions/drafts/drafts';
import { submitContribution } from '@/lib/contributions/submission';
import { db } from '@/lib/platform/db/client';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { eraseContact } from '@/lib/contributions/erasure';
import { publishContribution } from './publication';
import { makePdf } from '@/prisma/factories/files';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { findPersonalData } from '@/prisma/factories/personal-data';
import { eraseContactAtDesk } from './contact-erasure';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

/** Sent from a draft with a file, marked contact details in all of it. */
async function marked() {
  const begun = await startDraft({ callSlug: '2020' });
  if (!begun.ok) throw new Error(begun.reason);
  const { contributionId: id } = begun;
  await saveSection({ contributionId: id, key: 'about', expectedVersion: 0, data: { name: 'Zqanary Person' } });
  const file = await addFile({
    contributionId: id,
    questionKey: 'gaps',
    name: 'zqanary-letter.pdf',
    bytes: makePdf('Signed: zqanary in the file'),
  });
  if (!file.ok) throw new Error(file.reason);
  const about = {
    name: 'Zqanary Person',
    email: 'zqanary@example.org',
    affiliation: 'Zqanary House',
    show: { affiliation: true },
  };
  const sent = await submitContribution({ callSlug: '2020', draftId: id, input: { ...eastWestSubmission(), about } });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return { id, reference: sent.reference };
}

const filesOf = (id: string) => db.attachment.count({ where: { contributionId: id } });
const inFiles = async () =>
  (
    await db.$queryRaw<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM attachments WHERE position('zqanary'::bytea IN bytes) > 0`
  )[0]?.n;

it('an editor erases what the contributor could erase, files included; only the status page says why', async () => {
  const { id, reference } = await marked();
  await publishContribution({ editor, reference });
  expect([await filesOf(id), await inFiles(), (await findPersonalData(['zqanary'])).length > 3]).toEqual([1, 1, true]);
  const reason = 'You asked for it by letter.';
  expect(await eraseContactAtDesk({ editor, reference, reason, alsoPublic: true })).toEqual({ ok: true });
  expect(await findPersonalData(['zqanary'])).toEqual([]);
  expect([await filesOf(id), await inFiles()]).toEqual([0, 0]);
  expect(await readContribution(reference, 'en')).toMatchObject({
    attribution: { anonymous: true, affiliation: null },
  });
  expect(await db.message.findMany({ where: { contributionId: id }, select: { kind: true, text: true } })).toEqual([
    { kind: 'note', text: reason },
  ]);
  expect(await db.mail.count({ where: { contributionId: id, kind: 'editor-note' } })).toBe(0);
  const events = await db.auditEvent.findMany({
    where: { subjectId: id, actorKind: 'editor' },
    orderBy: { id: 'asc' },
    select: { action: true, userId: true, details: true },
  });
  expect(events.slice(1)).toEqual([
    { action: 'contribution.files_removed', userId: editor.userId, details: { files: 1 } },
    { action: 'contribution.contact_erased', userId: editor.userId, details: { public: true } },
  ]);
});

it('is refused to an editor of the same organisation', async () => {
  const { reference } = await marked();
  const own = await makeEditor({ organisation: 'Zqanary House' });
  expect(await eraseContactAtDesk({ editor: own, reference, reason: 'Mine.', alsoPublic: false })).toEqual({
    ok: false,
    reason: 'own_organisation',
  });
  expect(await eraseContactAtDesk({ editor, reference: 'BPF-2020-999', reason: 'None.', alsoPublic: false })).toEqual({
    ok: false,
    reason: 'not_found',
  });
});

it('removes the files also where the contributor erases', async () => {
  const { id } = await marked();
  expect(await eraseContact({ contributionId: id, alsoPublic: true })).toEqual({ ok: true });
  expect([
    await filesOf(id),
    await db.revisionAttachment.count({ where: { revision: { contributionId: id } } }),
  ]).toEqual([0, 0]);
});
