import { getTranslations } from 'next-intl/server';
import { SetFigures } from '@/app/(site)/[locale]/analysis/parts/set-figures';
import { readAnalysis } from '@/app/(site)/[locale]/analysis/read-analysis';
import { titleOfView } from '@/app/(site)/frame/view-title';
import { viewPage } from '@/app/(site)/frame/view-page';
import { pathsIn } from '@/lib/platform/i18n/paths';

type Params = { locale: string; set: string; view: string[] };

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** The figures for some of the agreements, or for an earlier state of the dataset. */
const { generateMetadata, Page } = viewPage({
  read: ({ set, view }: Params) => readAnalysis(set, view),
  words: async ({ set, view }, locale) => {
    const t = await getTranslations('analysis');
    return {
      title: await titleOfView(`${t('title')}: ${set.title}`, view, locale),
      description: t('description'),
      path: pathsIn(locale).analysisOf(set.slug),
    };
  },
  body: (analysis, locale) => <SetFigures analysis={analysis} locale={locale} />,
});

export { generateMetadata };
export default Page;
