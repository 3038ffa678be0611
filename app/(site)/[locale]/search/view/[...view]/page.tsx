import { SearchPageBody } from '@/app/(site)/[locale]/search/search-page-body';
import { viewPage, wordsOfView } from '@/app/(site)/frame/view-page';
import { searchViewShape } from '@/lib/publication/search/schema';
import { readView } from '@/lib/publication/views/address';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

const { generateMetadata, Page } = viewPage({
  read: async ({ view }) => readView(view, searchViewShape),
  words: (view, locale) => wordsOfView('search', view, locale),
  body: (view, locale) => <SearchPageBody locale={locale} view={view} />,
});

export { generateMetadata };
export default Page;
