import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { localeOf } from '@/app/(site)/frame/locale';
import { missingMetadata } from '@/app/(site)/frame/missing';
import { contributions, criterionSets } from '@/app/server/published';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { readAsPublished } from '@/lib/publication/contributions/contributions';
import { listEffectsAsPublished } from '@/lib/publication/effects';
import {
  ContributionArticle,
  contributionMetadata,
} from '@/app/(site)/[locale]/contributions/[reference]/contribution-article';

type Props = PageProps<'/[locale]/contributions/[reference]/preview'>;

/** Read anew at each request, by editors alone, and kept by no cache (`next.config.js`). */
export const dynamic = 'force-dynamic';

/** Whoever is no editor finds nothing here, whether the contribution exists or not. */
async function previewOf(params: Props['params']) {
  const locale = await localeOf(params);
  const actor = await currentActor();
  const contribution =
    actor && can(actor, 'contribution.read') ? await readAsPublished((await params).reference, locale) : null;
  return { locale, contribution };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, contribution } = await previewOf(params);
  return contribution ? contributionMetadata(locale, contribution) : missingMetadata(locale);
}

/** The page of a contribution as readers will have it once it is published: the very same parts in the very same frame. */
export default async function ContributionPreview({ params }: Props) {
  const { locale, contribution } = await previewOf(params);
  if (!contribution) notFound();
  const [changed, sets, references] = await Promise.all([
    listEffectsAsPublished(contribution.reference),
    criterionSets(),
    contributions(),
  ]);
  return (
    <ContributionArticle
      locale={locale}
      contribution={contribution}
      effects={changed}
      sets={sets}
      references={references}
    />
  );
}
