import type { Editor } from '@/lib/accounts/policy';
import { askForAddress } from '@/lib/contributions/address';
import type { Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { DomainError, failure } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { loadReviewable } from './decide';

type AskInput = {
  editor: Editor;
  reference: string;
  /** The corrected address; absent to ask at the same one again. */
  email?: string;
  now?: Date;
};

/** Mails leave in these states, too. */
const SETTLED = ['declined', 'kept', 'unpublished'];

/**
 * An editor has the contributor asked once more to confirm the address, or corrects it: it then has to be confirmed by
 * its owner, and until then gets nothing but the question. A confirmed address is corrected only after a mail to it has
 * failed, because the private link follows the address; that of an anonymous contributor is not for editors to know.
 * Reasons: `not_found` (there is no address to confirm), a `Blocker` (lib/review/policy), `consent_missing` (what was
 * entered on behalf is corrected in its form), `not_allowed_in_status`, `invalid` (with issues), `too_many_questions`
 * (five in a day).
 */
export function askContributorAddress({ editor, reference, email, now = new Date() }: AskInput): Promise<Result> {
  const command = email === undefined ? 'ask_address' : 'correct_address';
  return mutation({ actor: editor, command, reference }, async (context) => {
    const { id, awaitsConsent } = await loadReviewable(reference, editor, context.tx, SETTLED);
    if (awaitsConsent) throw new DomainError(failure('consent_missing'));
    const state = await readState(id, context.tx);
    if (!state) throw new DomainError(failure('not_found'));
    if (email !== undefined && !state.mayCorrect) throw new DomainError(failure('not_allowed_in_status'));
    return askForAddress({ contributionId: id, email, locale: 'en', now }, context);
  });
}

/** What an editor can do about a contributor's address. It holds no address. */
export type AddressState = {
  confirmed: boolean;
  /** The newest mail to it failed. */
  failed: boolean;
  mayCorrect: boolean;
};

/** Null where there is no address, or an editor corrects it in the form of what was entered on behalf. */
export async function readAddressState(reference: string): Promise<AddressState | null> {
  const row = await db.contribution.findUnique({
    where: { reference },
    select: { id: true, entry: { select: { consentedAt: true } } },
  });
  if (!row || (row.entry && row.entry.consentedAt === null)) return null;
  return readState(row.id, db);
}

async function readState(contributionId: string, tx: Tx): Promise<AddressState | null> {
  const contact = await tx.contact.findUnique({
    where: { contributionId },
    select: {
      email: true,
      emailConfirmedAt: true,
      erasedAt: true,
      contribution: { select: { anonymous: true } },
    },
  });
  if (!contact || contact.email === null || contact.erasedAt !== null) return null;
  const newest = await tx.mail.findFirst({
    where: { contributionId, status: { in: ['sent', 'failed'] } },
    orderBy: { statusAt: 'desc' },
    select: { status: true },
  });
  const [confirmed, failed] = [contact.emailConfirmedAt !== null, newest?.status === 'failed'];
  return { confirmed, failed, mayCorrect: !contact.contribution.anonymous && (!confirmed || failed) };
}
