import { getTranslations } from 'next-intl/server';
import { ParticipationList } from '@/app/(site)/[locale]/agreements/[slug]/participants/participation-list';
import { viewPage } from '@/app/(site)/frame/view-page';
import { titleOfView } from '@/app/(site)/frame/view-title';
import { agreement as readAgreement } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { participationViewShape } from '@/lib/publication/participants/view';
import { readView } from '@/lib/publication/views/address';

type Params = { locale: string; slug: string; view: string[] };

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

const { generateMetadata, Page } = viewPage({
  read: async ({ slug, view }: Params) => {
    const [agreement, found] = [await readAgreement(slug), readView(view, participationViewShape)];
    return agreement && found && { agreement, view: found };
  },
  words: async ({ agreement, view }, locale) => {
    const t = await getTranslations('participants.agreement');
    const name = agreement.shortName;
    return {
      title: await titleOfView(t('title', { name }), view, locale),
      description: t('description', { name }),
      path: pathsIn(locale).agreementParticipants(agreement.slug),
    };
  },
  body: ({ agreement, view }, locale) => <ParticipationList locale={locale} agreement={agreement} view={view} />,
});

export { generateMetadata };
export default Page;
