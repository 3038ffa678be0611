import { ContributionList } from '@/app/(site)/[locale]/contributions/contribution-list';
import { viewPage, wordsOfView } from '@/app/(site)/frame/view-page';
import { contributionViewShape } from '@/lib/publication/contributions/facets';
import { readView } from '@/lib/publication/views/address';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

const { generateMetadata, Page } = viewPage({
  read: async ({ view }) => readView(view, contributionViewShape),
  words: (view, locale) => wordsOfView('contributions', view, locale),
  body: (view, locale) => <ContributionList locale={locale} view={view} />,
});

export { generateMetadata };
export default Page;
