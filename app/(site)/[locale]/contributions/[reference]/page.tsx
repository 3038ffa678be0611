import type { Metadata } from 'next';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import {
  contribution as readContribution,
  contributions,
  criterionSets,
  effects,
  referenceNames,
} from '@/app/server/published';
import { ContributionArticle, contributionMetadata } from './contribution-article';

type Props = PageProps<'/[locale]/contributions/[reference]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const contribution = await readContribution((await params).reference, locale);
  return contribution ? contributionMetadata(locale, contribution) : missingMetadata(locale);
}

export default async function ContributionPage({ params }: Props) {
  const locale = await localeOf(params);
  const { reference } = await params;
  const [contribution, changed, sets, names, references] = await Promise.all([
    readContribution(reference, locale),
    effects(reference),
    criterionSets(),
    referenceNames(),
    contributions(),
  ]);
  if (!contribution) return <Missing locale={locale} />;
  return (
    <ContributionArticle
      locale={locale}
      contribution={contribution}
      effects={changed}
      sets={sets}
      names={names}
      references={references}
    />
  );
}
