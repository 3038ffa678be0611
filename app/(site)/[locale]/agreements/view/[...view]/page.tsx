import { AgreementList } from '@/app/(site)/[locale]/agreements/list/agreement-list';
import { listingOf } from '@/app/(site)/[locale]/agreements/list/listing';
import { Missing } from '@/app/(site)/frame/missing';
import { viewPage, wordsOfView } from '@/app/(site)/frame/view-page';
import { agreementsView } from '@/lib/publication/agreement-list/view';
import { readView } from '@/lib/publication/views/address';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

const { generateMetadata, Page } = viewPage({
  read: async ({ view }) => readView(view, agreementsView),
  words: (view, locale) => wordsOfView('agreements', view, locale),
  body: async (view, locale) => {
    const listing = await listingOf(view);
    return listing ? <AgreementList listing={listing} /> : <Missing locale={locale} />;
  },
});

export { generateMetadata };
export default Page;
