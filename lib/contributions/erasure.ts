import { removeAttachments } from '@/lib/contributions/files/files';
import { forgetEntry } from '@/lib/contributions/on-behalf/consent';
import { removeOriginals } from './originals';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { sendErasureNotice } from '@/lib/notifications/erasure-notice';
import { TAGS } from '@/lib/platform/cache/tags';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

type ErasureInput = {
  contributionId: string;
  /** Also what is shown in public of who wrote it: it becomes anonymous. */
  alsoPublic: boolean;
  now?: Date;
};

/**
 * Erases the contributor's name and contact details everywhere: contact details, typed and unsent texts about them,
 * colleagues' comments and approvals, the labels of links, and the sent files, which often contain a name. Files it was filled from and
 * the record of Word forms that were given out go, too. Private links keep
 * working. Mails that have not left find no address. Doing so again changes nothing. Reasons: `not_found`.
 */
export async function eraseContact({ contributionId, alsoPublic, now = new Date() }: ErasureInput): Promise<Result> {
  const tellErased = await noticeOfErasure(contributionId);
  const result = await mutation({ actor: 'contributor' }, (context) =>
    erase({ contributionId, alsoPublic, now }, context),
  );
  if (!result.ok) return result;
  tellErased();
  return result;
}

/**
 * Tells a contributor with a confirmed address once, at that address, that it was erased: prepare it before, and call
 * the result afterwards. The request does not wait for a slow mail server. A failure is not repeated, and not logged
 * with the address.
 */
export async function noticeOfErasure(contributionId: string, tx: Tx = db): Promise<() => void> {
  const address = await readConfirmedAddress(contributionId, tx);
  return () => {
    if (address)
      void sendErasureNotice({ to: address, contributionId }).catch(() =>
        console.warn('The last mail to an erased address could not be sent.'),
      );
  };
}

/** Null also where the address is erased already, or was never confirmed: then it gets no mail about a contribution. */
async function readConfirmedAddress(contributionId: string, tx: Tx): Promise<string | null> {
  const contact = await tx.contact.findUnique({
    where: { contributionId },
    select: { email: true, emailConfirmedAt: true },
  });
  return contact?.emailConfirmedAt ? contact.email : null;
}

/** `eraseContact` inside the caller's transaction. */
export async function erase(
  { contributionId, alsoPublic, now }: Required<ErasureInput>,
  context: MutationContext,
): Promise<Result> {
  const { tx, audit } = context;
  const held = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM contributions WHERE id = ${contributionId}::uuid FOR NO KEY UPDATE`;
  if (held.length === 0) return failure('not_found');
  const erased = await eraseDetails(contributionId, now, tx);
  await eraseTyped(contributionId, alsoPublic, now, tx);
  await removeAttachments(contributionId, context);
  await removeOriginals(contributionId, tx);
  await tx.wordExport.deleteMany({ where: { contributionId } });
  await tx.draftComment.deleteMany({ where: { contributionId } });
  await tx.signOff.deleteMany({ where: { contributionId } });
  // Reasons that editors typed and have not recorded may name a person.
  await tx.unrecordedChoices.deleteMany({ where: { contributionId } });
  await forgetEntry(contributionId, now, tx);
  await tx.accessLink.updateMany({ where: { contributionId, label: { not: null } }, data: { label: null } });
  // A person who opens one of these links later would confirm an address that does not exist any more, or ask about it.
  await tx.accessLink.updateMany({
    where: { contributionId, purpose: { in: ['confirm_email', 'read_held'] }, revokedAt: null },
    data: { revokedAt: now },
  });
  const unnamed = alsoPublic && (await becomeAnonymous(contributionId, context));
  if (erased || unnamed) {
    const details = { public: unnamed };
    await audit({
      action: 'contribution.contact_erased',
      subject: { kind: 'contribution', id: contributionId },
      details,
    });
  }
  return { ok: true };
}

const NO_DETAILS = {
  name: null,
  affiliation: null,
  email: null,
  country: null,
  showName: false,
  showAffiliation: false,
  showCountry: false,
  emailConfirmedAt: null,
  remindIn: null,
};

/** Empties the contact. Returns whether it was not erased before. */
async function eraseDetails(contributionId: string, now: Date, tx: Tx): Promise<boolean> {
  const before = await tx.contact.findUnique({ where: { contributionId }, select: { erasedAt: true } });
  if (before?.erasedAt) return false;
  await tx.contact.upsert({
    where: { contributionId },
    create: { contributionId, ...NO_DETAILS, erasedAt: now },
    update: { ...NO_DETAILS, erasedAt: now },
    select: { contributionId: true },
  });
  return true;
}

/** What was typed about the author and not sent. A new version, so that a page left open can't put it back unseen. */
async function eraseTyped(contributionId: string, anonymous: boolean, now: Date, tx: Tx): Promise<void> {
  const typed = await tx.draftSection.findUnique({
    where: { contributionId_step: { contributionId, step: ABOUT_STEP } },
    select: { data: true },
  });
  if (!typed) return;
  const before = readValues('about', typed.data);
  const data = readValues('about', {
    anonymous: anonymous || before.anonymous,
    stakeholderGroup: before.stakeholderGroup,
    language: before.language,
  });
  await tx.draftSection.update({
    where: { contributionId_step: { contributionId, step: ABOUT_STEP } },
    data: { data, version: { increment: 1 }, updatedAt: now },
    select: { step: true },
  });
}

/** Takes name, affiliation and country out of what is public. Returns whether anything changed. */
async function becomeAnonymous(id: string, { tx, invalidate }: MutationContext): Promise<boolean> {
  const data = { anonymous: true, publicName: null, publicAffiliation: null, publicCountry: null };
  const { count } = await tx.contribution.updateMany({ where: { id, anonymous: false }, data });
  if (count === 0) return false;
  const { reference } = await tx.contribution.findUniqueOrThrow({ where: { id }, select: { reference: true } });
  if (reference !== null) invalidate(TAGS.contributions, TAGS.contribution(reference), TAGS.dataset);
  return true;
}
