import { redirect } from 'next/navigation';
import type { OpenForm } from '@/app/(form)/server/form';
import { ownContribution } from '@/app/(form)/server/open-draft';
import type { CurrentContribution } from '@/app/(form)/server/current-contribution';
import { contributePaths } from '@/app/(form)/server/paths';
import { readSent } from '@/lib/contributions/sent';
import type { SentContribution } from '@/lib/contributions/sent';
import type { Locale } from '@/lib/platform/i18n/routing';

export type OwnSent = {
  call: OpenForm['call'];
  held: CurrentContribution;
  sent: SentContribution;
  paths: ReturnType<typeof contributePaths>;
};

/** Loads the sent contribution, in any status, or redirects to the page where the contributor can continue. */
export async function ownSent(locale: Locale, slug: string): Promise<OwnSent> {
  const { call, held } = await ownContribution(locale, slug);
  const paths = contributePaths(locale, slug);
  const sent = held.status === 'draft' ? null : await readSent(held.id);
  if (!sent) redirect(held.status === 'draft' ? paths.check : paths.discarded);
  return { call, held, sent, paths };
}
