import type { Found, FoundForUpdate } from '@/app/(form)/form/found-list';
import { searchAgreements } from '@/lib/agreements/search/search';
import { countPendingByOthers } from '@/lib/contributions/pending';
import { cutText } from '@/lib/platform/text/cut-text';

/** Agreements that a text may mean, each with the number of other contributions that want to change it. */
export async function findForUpdate(sought: string, contributionId: string): Promise<FoundForUpdate[]> {
  const results = await searchAgreements(sought);
  const pending = await countPendingByOthers({ agreements: results.map(({ slug }) => slug), except: contributionId });
  return results.map((agreement) => ({ ...agreement, others: pending.get(agreement.slug)?.contributions ?? 0 }));
}

/** The search in a page's address; null where there is none. */
export async function foundFor(asked: string | string[] | undefined, contributionId: string): Promise<Found | null> {
  const sought = typeof asked === 'string' ? cutText(asked, MAX_ASKED).trim() : '';
  return sought === '' ? null : { sought, results: await findForUpdate(sought, contributionId) };
}

/** The limit is that of the longest name: the searched text may become a name. */
export const MAX_ASKED = 300;
