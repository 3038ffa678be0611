import { beforeAll, describe, expect, it } from 'vitest';
import { findByLink } from './links';
import { saveSection } from '@/lib/contributions/drafts/drafts';
import { confirmAddress, createLink } from './links';
import { db } from '@/lib/platform/db/client';
import { findMailToSend } from '@/lib/notifications/mail-data';
import { sendQueuedMail } from '@/lib/notifications/delivery';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { requestChanges } from '@/lib/review/correspondence';
import { publishContribution } from '@/lib/review/publication';
import { beginCorrection, sendCorrection } from '@/prisma/factories/corrections';
import { makeEditor } from '@/prisma/factories/people';
import { makeSignOff } from '@/prisma/factories/sign-offs';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { findPersonalData } from '@/prisma/factories/personal-data';
import { eraseContact } from './erasure';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

const MARKS = {
  name: 'Zquibble Person',
  email: 'zquibble.mail@example.org',
  affiliation: 'Zquibble House',
  label: 'zquibble-label',
  signed: 'zquibble-signature',
  approver: 'Zquibble Director',
};

/** Marked contact details in every place that can hold them. */
async function marked(show: { name?: boolean; affiliation?: boolean } = {}) {
  const { reference, token } = await submit({
    ...eastWestSubmission(),
    about: { name: MARKS.name, email: MARKS.email, affiliation: MARKS.affiliation, country: 'NR', show },
  });
  const { id } = await beginCorrection(reference);
  await createLink({ contributionId: id, purpose: 'comment', label: MARKS.label }, db);
  await db.draftComment.create({
    data: { contributionId: id, step: 'about', signedAs: MARKS.signed, text: 'Looks fine.' },
  });
  await makeSignOff(id, { name: MARKS.approver });
  await requestChanges({ editor, reference, text: 'Please name a source.', items: [] });
  return { id, reference, token };
}

describe('eraseContact', () => {
  it('leaves no trace of who it was in any table, and the link goes on working', async () => {
    const { id, token } = await marked();
    const places = await findPersonalData(['zquibble']);
    expect(places).toEqual(
      expect.arrayContaining([
        'access_links.label',
        'contacts.affiliation',
        'contacts.email',
        'contacts.name',
        'draft_comments.signed_as',
        'draft_sections.data',
        'sign_offs.name',
      ]),
    );
    expect(await eraseContact({ contributionId: id, alsoPublic: false })).toEqual({ ok: true });
    expect(await findPersonalData(['zquibble'])).toEqual([]);
    expect((await db.contact.findUniqueOrThrow({ where: { contributionId: id } })).erasedAt).not.toBeNull();
    expect(await findByLink({ token })).toMatchObject({ ok: true, contribution: { id } });
  });

  it('keeps what is public unless that is to go as well; then it is anonymous for good', async () => {
    const { id, reference } = await marked({ name: true, affiliation: true });
    await publishContribution({ editor, reference });
    await eraseContact({ contributionId: id, alsoPublic: false });
    expect(await findPersonalData(['zquibble'])).toEqual([
      'contributions.public_affiliation',
      'contributions.public_name',
    ]);
    expect(await readContribution(reference, 'en')).toMatchObject({
      attribution: { name: MARKS.name, anonymous: false },
    });
    await eraseContact({ contributionId: id, alsoPublic: true });
    expect(await findPersonalData(['zquibble'])).toEqual([]);
    expect(await readContribution(reference, 'en')).toMatchObject({
      attribution: { name: null, affiliation: null, anonymous: true },
    });
  });

  it('lets no mail leave, and no link that was mailed confirm anything', async () => {
    const { id } = await marked();
    const confirm = await createLink({ contributionId: id, purpose: 'confirm_email' }, db);
    await eraseContact({ contributionId: id, alsoPublic: false });
    expect(await confirmAddress({ token: confirm })).toEqual({ ok: false, reason: 'link_expired' });
    const queued = await db.mail.findMany({
      where: { contributionId: id, status: 'queued' },
      select: { id: true, kind: true },
    });
    expect(queued.map(({ kind }) => kind).sort()).toEqual([
      'changes-requested',
      'confirm-address',
      'contribution-received',
    ]);
    for (const mail of queued) {
      expect((await findMailToSend(mail.id))?.recipient).toEqual({ state: 'gone' });
      expect(await sendQueuedMail(mail.id, { began: new Date(), last: true })).toBe('recipient_gone');
    }
  });

  it('does not let a page left open put it back', async () => {
    const { id } = await marked();
    const before = await db.draftSection.findUniqueOrThrow({
      where: { contributionId_step: { contributionId: id, step: 'about' } },
    });
    await eraseContact({ contributionId: id, alsoPublic: false });
    const saved = await saveSection({
      contributionId: id,
      key: 'about',
      expectedVersion: before.version,
      data: { name: MARKS.name },
    });
    expect(saved).toMatchObject({ ok: false, reason: 'saved_elsewhere' });
    expect(await findPersonalData(['zquibble'])).toEqual([]);
  });

  it('is written down once, without a name, and repeated without effect', async () => {
    const { id } = await marked();
    for (let time = 0; time < 2; time++)
      expect(await eraseContact({ contributionId: id, alsoPublic: false })).toEqual({ ok: true });
    const events = await db.auditEvent.findMany({
      where: { subjectId: id, action: 'contribution.contact_erased' },
      select: { details: true },
    });
    expect(events).toEqual([{ details: { public: false } }]);
    expect(await eraseContact({ contributionId: '00000000-0000-4000-8000-000000000000', alsoPublic: false })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });

  it('stays erased through a correction that gives no details', async () => {
    const { id } = await marked();
    await eraseContact({ contributionId: id, alsoPublic: true });
    expect(await sendCorrection(id, { answers: { gaps: 'Still here' } })).toMatchObject({ ok: true });
    expect((await db.contact.findUniqueOrThrow({ where: { contributionId: id } })).erasedAt).not.toBeNull();
    expect(await findPersonalData(['zquibble'])).toEqual([]);
  });
});
