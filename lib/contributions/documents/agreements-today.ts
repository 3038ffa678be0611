import { readAgreementCells } from '@/lib/agreements/cells';
import type { AgreementCells } from '@/lib/agreements/cells';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import { readValues } from '@/lib/contributions/drafts/values';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';

/** The agreements that a draft wants to update, as they stand now, by slug. */
export async function readToday(parts: readonly DraftPart[], tx: Tx = db): Promise<Map<string, AgreementCells>> {
  const slugs = parts.flatMap(({ section, data }) => {
    const { kind, agreement } = readValues('proposal', data);
    return section.kind === 'proposal' && kind === 'update' && agreement ? [agreement] : [];
  });
  return readAgreementsToday(slugs, tx);
}

/** The agreements as they stand now, by slug. */
export async function readAgreementsToday(slugs: readonly string[], tx: Tx = db): Promise<Map<string, AgreementCells>> {
  const found = await Promise.all([...new Set(slugs)].map((slug) => readAgreementCells(slug, tx)));
  return new Map(found.flatMap((one) => (one ? [[one.slug, one]] : [])));
}
