import { db } from '@/lib/platform/db/client';
import { listParticipationsOf } from '@/lib/publication/participants/register';
import { tableCsv, TABLES } from './tables';

/** The participants of one agreement as CSV, with the columns of participants.csv; null for an unknown agreement. */
export async function agreementParticipantsCsv(slug: string, options: { bom?: boolean } = {}): Promise<string | null> {
  if ((await db.agreement.count({ where: { slug, version: { gt: 0 } } })) === 0) return null;
  const { participations } = await listParticipationsOf(slug);
  return tableCsv(TABLES.participants({ participations }), options);
}
