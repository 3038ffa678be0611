import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CurrentCall } from '@/app/(site)/home/current-call';
import { ElementShares } from '@/app/(site)/home/element-shares';
import { Figures } from '@/app/(site)/home/figures';
import { Latest } from '@/app/(site)/home/latest';
import { localeOf } from '@/app/(site)/frame/locale';
import { missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { agreements, calls, contributions, criterionSets } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';

type Props = PageProps<'/[locale]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  // A mistyped first part of an address arrives here too.
  if ((await params).locale !== locale) return missingMetadata(locale);
  const [t, common] = await Promise.all([getTranslations('home'), getTranslations('common')]);
  const metadata = pageMetadata({
    title: common('siteName'),
    description: t('description'),
    path: pathsIn(locale).home,
  });
  return { ...metadata, title: { absolute: `${common('siteName')}: ${t('title')}` } };
}

export default async function HomePage({ params }: Props) {
  const locale = await localeOf(params);
  const [t, list, sets, everyCall, published] = await Promise.all([
    getTranslations('home'),
    agreements(),
    criterionSets(),
    calls(locale),
    contributions(),
  ]);
  const [elements] = sets;
  // The standing call, open all year, is not the year's.
  const current = everyCall.find(({ closesAt }) => closesAt !== null);
  return (
    <>
      <div className="grid gap-x-16 gap-y-12 pb-14 lg:grid-cols-[minmax(0,1fr)_21rem] lg:pb-20">
        <header>
          <p className="eyebrow mb-4">{t('eyebrow')}</p>
          <h1>{t('title')}</h1>
          <p className="mt-6 max-w-[38rem] font-serif text-lg text-pretty text-muted md:text-xl">{t('lead')}</p>
        </header>
        <CurrentCall call={current} />
      </div>
      <Figures agreements={list} sets={sets} contributions={published} />
      {elements && list.length > 0 && <ElementShares set={elements} agreements={list} />}
      <Latest agreements={list} contributions={published} />
    </>
  );
}
