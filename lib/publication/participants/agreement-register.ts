import { readAgreement } from '@/lib/publication/agreements';
import { listSignatoriesOf } from '@/lib/publication/signatories';
import { countsBeside } from './counts';
import { listParticipationsOf } from './register';
import { Prisma, db } from '@/lib/platform/db/client';
import type { PublicCounts, PublicParticipation } from './schema';

/** The rows of one agreement with its counts, claimed and computed; null for an unknown agreement. */
export async function readAgreementRegister(
  slug: string,
): Promise<{ counts: PublicCounts; participations: PublicParticipation[] } | null> {
  const [agreement, { participations, withdrawn }, signing, proposing] = await Promise.all([
    readAgreement(slug),
    listParticipationsOf(slug),
    listSignatoriesOf(slug),
    countUnnamedProposers(slug),
  ]);
  const unnamed = signing.unnamed + proposing;
  return agreement && { participations, counts: countsBeside({ agreement, rows: participations, unnamed, withdrawn }) };
}

/**
 * How many published contributions without the name of an organisation have accepted proposals on who takes part,
 * beside those that already count because they say that they signed.
 */
async function countUnnamedProposers(slug: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(DISTINCT c.id)::int AS count
    FROM proposed_changes t JOIN agreements a ON a.id = t.agreement_id AND a.slug = ${slug}
      JOIN contributions c ON c.id = t.contribution_id AND c.status = 'published'
    WHERE starts_with(t.key, 'participations:') AND t.status IN ('accepted', 'amended')
      AND (c.anonymous OR coalesce(c.public_affiliation, '') = '')
      AND NOT EXISTS (SELECT 1 FROM contribution_revisions r JOIN signatures s ON s.revision_id = r.id
        WHERE r.contribution_id = c.id AND r.number = c.current_revision AND s.agreement_id = a.id)`);
  return row?.count ?? 0;
}
