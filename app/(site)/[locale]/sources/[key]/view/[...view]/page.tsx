import { SourcePageBody, wordsOfSource } from '@/app/(site)/[locale]/sources/[key]/source-page-body';
import { viewPage } from '@/app/(site)/frame/view-page';
import { titleOfView } from '@/app/(site)/frame/view-title';
import { sourceRecord } from '@/app/server/published';
import { sourceViewShape } from '@/lib/publication/sources';
import { readView } from '@/lib/publication/views/address';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

const { generateMetadata, Page } = viewPage({
  read: async ({ key, view }: { locale: string; key: string; view: string[] }) => {
    const chosen = readView(view, sourceViewShape);
    const record = chosen && (await sourceRecord(key));
    return record && { record, view: chosen };
  },
  words: async ({ record, view }, locale) => {
    const words = await wordsOfSource(record, locale);
    return { ...words, title: await titleOfView(words.title, view, locale) };
  },
  body: ({ record, view }, locale) => <SourcePageBody locale={locale} record={record} view={view} />,
});

export { generateMetadata };
export default Page;
