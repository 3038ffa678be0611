import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { ParticipantList } from './participant-list';

type Props = PageProps<'/[locale]/participants'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('participants');

export default async function ParticipantsPage({ params }: Props) {
  return <ParticipantList locale={await localeOf(params)} view={{}} />;
}
