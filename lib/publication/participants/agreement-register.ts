import { readAgreement } from '@/lib/publication/agreements';
import { listSignatoriesOf } from '@/lib/publication/signatories';
import { countsBeside } from './counts';
import { listParticipationsOf } from './register';
import type { PublicCounts, PublicParticipation } from './schema';

/** The rows of one agreement with its counts, claimed and computed; null for an unknown agreement. */
export async function readAgreementRegister(
  slug: string,
): Promise<{ counts: PublicCounts; participations: PublicParticipation[] } | null> {
  const [agreement, { participations, withdrawn, unnamed: proposing }, signing] = await Promise.all([
    readAgreement(slug),
    listParticipationsOf(slug),
    listSignatoriesOf(slug),
  ]);
  const unnamed = signing.unnamed + proposing;
  return agreement && { participations, counts: countsBeside({ agreement, rows: participations, unnamed, withdrawn }) };
}
