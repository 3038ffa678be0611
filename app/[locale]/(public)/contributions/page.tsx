import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ContributionLine } from '@/app/[locale]/(public)/_contributions/contribution-line';
import { localeOf } from '@/app/[locale]/locale';
import { pageMetadata } from '@/app/[locale]/page-metadata';
import { LinkButton } from '@/app/_components/button';
import { EmptyState } from '@/app/_components/empty-state';
import { PageHeader } from '@/app/_components/page-header';
import { contributions } from '@/app/_server/published';
import { pathsIn } from '@/lib/i18n/paths';

type Props = PageProps<'/[locale]/contributions'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('contributions');
  return pageMetadata({ title: t('title'), description: t('description'), path: pathsIn(locale).contributions });
}

export default async function ContributionsPage({ params }: Props) {
  const locale = await localeOf(params);
  const [t, list] = await Promise.all([getTranslations('contributions'), contributions()]);
  const action = (
    <LinkButton href={pathsIn(locale).calls} variant="secondary">
      {t('empty.action')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')} />
      {list.length === 0 ? (
        <EmptyState title={t('empty.title')} action={action}>
          {t('empty.body')}
        </EmptyState>
      ) : (
        <ul className="border-t border-rule">
          {list.map((contribution) => (
            <ContributionLine key={contribution.reference} contribution={contribution} />
          ))}
        </ul>
      )}
    </>
  );
}
