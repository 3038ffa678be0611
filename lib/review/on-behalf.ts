import type { Editor } from '@/lib/accounts/policy';
import { queueEntryMail } from '@/lib/contributions/on-behalf/consent';
import { publishAtOnce } from '@/lib/contributions/publish-at-once';
import { withdraw } from '@/lib/contributions/withdrawal';
import type { Tx } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { DomainError, failure, orThrow } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { loadReviewable } from './decide';

/*
 * What editors do about contributions that one of them entered on behalf of its contributor (docs/decisions/0044). The
 * refusals for who may not decide on a contribution hold here too.
 */

type Input = { editor: Editor; reference: string; now?: Date };

/**
 * Notes that the contributor agrees to what was entered in their name, and how the editor knows: from then on it counts.
 * Noting it again replaces the note.
 * Reasons: `not_found` (also where no editor entered it), a `Blocker` (lib/review/policy), `not_allowed_in_status`,
 * `confirmed_by_contributor`.
 */
export function noteConsent({ editor, reference, note, now = new Date() }: Input & { note: string }): Promise<Result> {
  return mutation({ actor: editor, command: 'note_consent', reference }, async (context) => {
    const { tx, audit } = context;
    const { id } = await loadReviewable(reference, editor, tx);
    const entry = await findEntry(id, tx);
    if (entry.confirmed) throw new DomainError(failure('confirmed_by_contributor'));
    await tx.entryOnBehalf.update({
      where: { contributionId: id },
      data: { consentedAt: entry.consentedAt ?? now, notedById: editor.userId, consentNote: note },
      select: { contributionId: true },
    });
    await audit({ action: 'contribution.consent_noted', subject: { kind: 'contribution', id } });
    await publishAtOnce(id, now, context);
    return { ok: true };
  });
}

/**
 * Withdraws a contribution at its contributor's request, who needs no link for that: everything happens as when they
 * withdraw it themselves. The reason is kept among the editors' notes. Withdrawing again changes nothing.
 * Reasons: those of `noteConsent` but the last.
 */
export function withdrawEntry({
  editor,
  reference,
  reason,
  now = new Date(),
}: Input & { reason: string }): Promise<Result> {
  return mutation({ actor: editor, command: 'withdraw', reference }, async (context) => {
    const { tx } = context;
    const { id, status } = await loadReviewable(reference, editor, tx, ['withdrawn']);
    await findEntry(id, tx);
    if (status === 'withdrawn') return { ok: true };
    orThrow(await withdraw({ contributionId: id, now }, context));
    await tx.note.create({
      data: { contributionId: id, userId: editor.userId, text: reason, createdAt: now },
      select: { id: true },
    });
    return { ok: true };
  });
}

/** So often in a day an address that may be a stranger's is mailed a link to one entry. */
const MAX_MAILS = 5;
const DAY = 86_400_000;

/**
 * Mails the contributor another link to check what was entered in their name.
 * Reasons: `not_found` (also where no editor entered it, or there is no address), a `Blocker` (lib/review/policy),
 * `not_allowed_in_status`, `confirmed_by_contributor`, `too_many_questions` (five in a day).
 */
export function mailEntryLink({ editor, reference, now = new Date() }: Input): Promise<Result> {
  return mutation({ actor: editor, command: 'mail_entry_link', reference }, async ({ tx, audit }) => {
    const { id, reachable } = await loadReviewable(reference, editor, tx);
    const entry = await findEntry(id, tx);
    if (!reachable) throw new DomainError(failure('not_found'));
    if (entry.confirmed) throw new DomainError(failure('confirmed_by_contributor'));
    const mails = { contributionId: id, kind: 'entered-on-behalf', createdAt: { gt: new Date(now.getTime() - DAY) } };
    if ((await tx.mail.count({ where: mails })) >= MAX_MAILS) throw new DomainError(failure('too_many_questions'));
    await queueEntryMail({ contributionId: id, locale: 'en', event: String(now.getTime()) }, tx);
    await audit({ action: 'contribution.entry_link_mailed', subject: { kind: 'contribution', id } });
    return { ok: true };
  });
}

/** Throws DomainError `not_found` for a contribution that no editor entered. */
async function findEntry(contributionId: string, tx: Tx): Promise<{ consentedAt: Date | null; confirmed: boolean }> {
  const entry = await tx.entryOnBehalf.findUnique({
    where: { contributionId },
    select: { consentedAt: true, notedById: true },
  });
  if (!entry) throw new DomainError(failure('not_found'));
  return { consentedAt: entry.consentedAt, confirmed: entry.consentedAt !== null && entry.notedById === null };
}
