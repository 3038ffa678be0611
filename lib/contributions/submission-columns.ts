import { notifyAssignee } from '@/lib/notifications/notices';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure, DomainError } from '@/lib/platform/errors';
import { carryRedactions } from './redaction/carry';
import { searchWords } from '@/lib/platform/text/fold-text';
import { refuseChangedCall } from './call-for-submission';
import { contentHash } from './content-hash';
import type { Submission } from './schema';
import { statesBeforeSubmission } from './state';
import { markSubmitted } from './status';
import { submissionText } from './submission-rows';

/** `said` are the values of answers in words. */
type RevisionInput = { id: string; submission: Submission; said: readonly (string | undefined)[]; now: Date };
/** `version`: as the call was read; without it the call takes submissions in any state. */
type NamingInput = RevisionInput & { call: { id: string; version?: number } };

/**
 * Gives number, reference and public attribution, and turns the draft into a submission. Throws DomainError
 * `already_submitted`, and those of `refuseChangedCall`: a submission is in before its call closes, or it is refused.
 */
export async function assignReference({ id, call, submission, said, now }: NamingInput, tx: Tx): Promise<string> {
  const { prefix, slug, nextNumber, ...state } = await tx.call.update({
    where: { id: call.id },
    data: { nextNumber: { increment: 1 } },
    select: {
      ...{ prefix: true, slug: true, nextNumber: true, version: true },
      ...{ opensAt: true, closesAt: true, acceptsLate: true, published: true, changedAt: true },
    },
  });
  if (call.version !== undefined && call.version !== state.version) refuseChangedCall(state, now);
  const number = nextNumber - 1;
  const reference = `${prefix}-${slug.toUpperCase()}-${String(number).padStart(3, '0')}`;
  const columns = Prisma.sql`number = ${number}, reference = ${reference}, submitted_at = ${now},
    ${submissionColumns({ revision: 1, submission, said, reference: Prisma.sql`${reference}` })}`;
  if (!(await markSubmitted({ id, from: statesBeforeSubmission(1), columns, now }, tx)))
    throw new DomainError(failure('already_submitted'));
  return reference;
}

/**
 * Stores a further revision, which keeps number, reference and the day of the first one. Throws DomainError
 * `already_submitted`.
 */
export async function saveNextRevision(
  { id, revision, submission, said, now }: RevisionInput & { revision: number },
  tx: Tx,
): Promise<string> {
  const columns = Prisma.sql`status_reason = NULL,
    ${submissionColumns({ revision, submission, said, reference: Prisma.sql`reference` })}`;
  const reference = await markSubmitted({ id, from: statesBeforeSubmission(revision), columns, now }, tx);
  if (!reference) throw new DomainError(failure('already_submitted'));
  await carryRedactions({ contributionId: id, now }, tx);
  await notifyAssignee(tx, { kind: 'corrected', by: null, contributionId: id });
  return reference;
}

/** The columns of the contribution's row that come from its newest revision. */
function submissionColumns({
  revision,
  submission,
  said,
  reference,
}: Pick<RevisionInput, 'submission' | 'said'> & { revision: number; reference: Prisma.Sql }): Prisma.Sql {
  const { about } = submission;
  const shown = <T>(allowed: boolean, value: T | undefined) => (about.anonymous || !allowed ? null : (value ?? null));
  return Prisma.sql`current_revision = ${revision}, anonymous = ${about.anonymous}, editors_only = ${about.editorsOnly}, shows_contacts = ${submission.showContacts},
    public_name = ${shown(about.show.name, about.name)}, public_affiliation = ${shown(about.show.affiliation, about.affiliation)},
    public_country = ${shown(about.show.country, about.country)}, stakeholder_group = ${about.stakeholderGroup ?? null}::stakeholder_group,
    language = ${submission.language ?? null},
    search = to_tsvector('simple', concat_ws(' ', reference_words(${reference}), ${searchWords(submissionText(submission, said))}::text)), content_hash = ${contentHash(submission)}`;
}
