import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Legend } from '@/app/[locale]/(public)/_dataset/legend';
import { groupBySpace } from '@/lib/publishing/reading';
import { localeOf } from '@/app/[locale]/locale';
import { pageMetadata } from '@/app/[locale]/page-metadata';
import { EmptyState } from '@/app/_components/empty-state';
import { PageHeader } from '@/app/_components/page-header';
import { Section } from '@/app/_components/section';
import { GlyphSprite } from '@/app/_components/value-mark';
import { agreements, criterionSets } from '@/app/_server/published';
import { pathsIn } from '@/lib/i18n/paths';
import { AgreementLine } from './agreement-line';

type Props = PageProps<'/[locale]/agreements'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('agreements');
  return pageMetadata({ title: t('title'), description: t('description'), path: pathsIn(locale).agreements });
}

export default async function AgreementsPage({ params }: Props) {
  const locale = await localeOf(params);
  const [t, common, list, [elements]] = await Promise.all([getTranslations('agreements'), getTranslations('common'), agreements(), criterionSets()]);
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')}>
        <GlyphSprite />
        <Legend label={common('legend')} />
        <p className="mt-2 text-sm text-muted">
          {t.rich('legend', {
            link: (words) => (
              <a href={pathsIn(locale).matrix} className="link">
                {words}
              </a>
            ),
          })}
        </p>
      </PageHeader>
      {list.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>}
      {groupBySpace(list, 'name').map(({ space, agreements: group }) => (
        <Section
          key={space}
          id={space}
          title={space === 'unplaced' ? t('unplaced') : common(`spaces.${space}`)}
          aside={t('count', { count: group.length })}
        >
          <ul className="border-t border-rule md:-mt-6 md:border-t-0">
            {group.map((agreement) => (
              <AgreementLine key={agreement.slug} agreement={agreement} elements={elements} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
