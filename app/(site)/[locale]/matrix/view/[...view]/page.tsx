import { getTranslations } from 'next-intl/server';
import { MatrixPageBody } from '@/app/(site)/[locale]/matrix/matrix-page-body';
import { readMatrix } from '@/app/(site)/[locale]/matrix/read-matrix';
import { viewPage, wordsOfView } from '@/app/(site)/frame/view-page';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

const { generateMetadata, Page } = viewPage({
  read: ({ view }) => readMatrix(view),
  words: async ({ view }, locale) => {
    const t = await getTranslations('matrix');
    return wordsOfView('matrix', view, locale, t('viewTitle'));
  },
  body: (read, locale) => <MatrixPageBody locale={locale} {...read} />,
});

export { generateMetadata };
export default Page;
