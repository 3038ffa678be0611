import type { Found, FoundForUpdate } from '@/app/(form)/form/found-list';
import { searchAgreements } from '@/lib/agreements/search/search';
import { countPendingByOthers } from '@/lib/contributions/pending';
import { cutText } from '@/lib/platform/text/cut-text';

/** Agreements that may be meant by a text, each with how many other contributions want it changed. */
export async function findForUpdate(sought: string, contributionId: string): Promise<FoundForUpdate[]> {
  const results = await searchAgreements(sought);
  const pending = await countPendingByOthers({ agreements: results.map(({ slug }) => slug), except: contributionId });
  return results.map((agreement) => ({ ...agreement, others: pending.get(agreement.slug)?.contributions ?? 0 }));
}

/** What a page's address asks for; null where it asks for nothing. */
export async function foundFor(asked: string | string[] | undefined, contributionId: string): Promise<Found | null> {
  const sought = typeof asked === 'string' ? cutText(asked, MOST_ASKED).trim() : '';
  return sought === '' ? null : { sought, results: await findForUpdate(sought, contributionId) };
}

/** As long as the longest name: what is sought may become one. */
export const MOST_ASKED = 300;
