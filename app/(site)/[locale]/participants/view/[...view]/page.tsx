import { ParticipantList } from '@/app/(site)/[locale]/participants/participant-list';
import { viewPage, wordsOfView } from '@/app/(site)/frame/view-page';
import { participantViewShape } from '@/lib/publication/participants/view';
import { readView } from '@/lib/publication/views/address';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

const { generateMetadata, Page } = viewPage({
  read: async ({ view }) => readView(view, participantViewShape),
  words: (view, locale) => wordsOfView('participants', view, locale),
  body: (view, locale) => <ParticipantList locale={locale} view={view} />,
});

export { generateMetadata };
export default Page;
