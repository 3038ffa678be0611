import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure, DomainError } from '@/lib/platform/errors';
import { contentHash } from './content-hash';
import type { Submission } from './schema';
import { submissionText } from './submission-rows';

type Contact = { name: string | null; affiliation: string | null; email: string; country: string | null };
type Sought = { callId: string; hash: string; exceptId?: string; /** Of exactly this sender. */ contact?: Contact };

/**
 * The oldest other contribution to the same call, sent and not withdrawn, whose newest revision has exactly this
 * content; or null.
 */
async function findSameContent(
  { callId, hash, exceptId, contact }: Sought,
  tx: Tx = db,
): Promise<{ reference: string } | null> {
  const row = await tx.contribution.findFirst({
    where: { callId, contentHash: hash, id: { not: exceptId }, status: { notIn: ['draft', 'withdrawn'] }, contact },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    select: { reference: true },
  });
  return row?.reference ? { reference: row.reference } : null;
}

/** The reference of the contribution that one repeats word for word, or null. For editors. */
export async function repeatedBy(reference: string): Promise<string | null> {
  const row = await db.contribution.findUnique({
    where: { reference },
    select: { id: true, callId: true, contentHash: true },
  });
  if (!row?.contentHash) return null;
  return (await findSameContent({ callId: row.callId, hash: row.contentHash, exceptId: row.id }))?.reference ?? null;
}

/** Shorter texts can be equal by chance, for example of two organisations that signed the same agreement. */
const MIN_COMPARED_LENGTH = 80;

/**
 * Throws DomainError `duplicate_submission` if another contribution to the call says the same. It names the first one's
 * reference only if the contact details are equal, an address among them, because a stranger may send the same words.
 * Of two that arrive at the same time, the second waits here for the first.
 */
export async function refuseRepetition(submission: Submission, callId: string, tx: Tx): Promise<void> {
  if (submissionText(submission).length < MIN_COMPARED_LENGTH) return;
  const hash = contentHash(submission);
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${callId}:${hash}`}, 0))`);
  const [first, { name, affiliation, email, country }] = [
    await findSameContent({ callId, hash }, tx),
    submission.about,
  ];
  if (!first) return;
  const own =
    email === undefined
      ? null
      : await findSameContent(
          {
            callId,
            hash,
            contact: { name: name ?? null, affiliation: affiliation ?? null, email, country: country ?? null },
          },
          tx,
        );
  throw new DomainError(
    failure(
      'duplicate_submission',
      own ? [{ path: '', code: 'sent_before', params: { reference: own.reference } }] : undefined,
    ),
  );
}
