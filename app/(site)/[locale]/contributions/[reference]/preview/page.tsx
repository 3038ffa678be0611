import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { missingMetadata } from '@/app/(site)/frame/missing';
import { contributions, criterionSets, referenceNames } from '@/app/server/published';
import { currentActor } from '@/app/server/session';
import { Notice } from '@/app/ui/notice';
import { can } from '@/lib/accounts/policy';
import { readAsPublished } from '@/lib/publication/contributions/contributions';
import { listEffectsAsPublished } from '@/lib/publication/effects';
import {
  ContributionArticle,
  contributionMetadata,
} from '@/app/(site)/[locale]/contributions/[reference]/contribution-article';

type Props = PageProps<'/[locale]/contributions/[reference]/preview'>;

/** Rendered at each request, only for editors; no cache stores it (`next.config.js`). */
export const dynamic = 'force-dynamic';

/** Readers who are not editors get 404, whether the contribution exists or not. */
async function previewOf(params: Props['params']) {
  const locale = await localeOf(params);
  const actor = await currentActor();
  const contribution =
    actor && can(actor, 'contribution.read') ? await readAsPublished((await params).reference, locale) : null;
  return { locale, contribution };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, contribution } = await previewOf(params);
  if (!contribution) return missingMetadata(locale);
  const t = await getTranslations({ locale, namespace: 'contributions.preview' });
  const { reference } = contribution;
  const metadata = await contributionMetadata(locale, contribution);
  return { ...metadata, title: t('pageTitle', { reference }), robots: { index: false, follow: false } };
}

/** The page of a contribution as it will be after publication: the same components in the same frame, marked above. */
export default async function ContributionPreview({ params }: Props) {
  const { locale, contribution } = await previewOf(params);
  if (!contribution) notFound();
  const [changed, sets, names, references] = await Promise.all([
    listEffectsAsPublished(contribution.reference),
    criterionSets(),
    referenceNames(),
    contributions(),
  ]);
  const t = await getTranslations({ locale, namespace: 'contributions.preview' });
  const { reference } = contribution;
  const isPublic = references.some((one) => one.reference === reference && one.status === 'published');
  return (
    <>
      <aside aria-label={t('label')} className="mb-6">
        <Notice kind={isPublic ? 'info' : 'warning'} title={t(isPublic ? 'published' : 'title')}>
          <p>{t(isPublic ? 'publishedBody' : 'body')}</p>
          <p className="mt-1">
            <a href={`/desk/contributions/${encodeURIComponent(reference)}#publication`} className="link">
              {t('back')}
            </a>
          </p>
        </Notice>
      </aside>
      <ContributionArticle
        locale={locale}
        contribution={contribution}
        effects={changed}
        sets={sets}
        names={names}
        references={references}
      />
    </>
  );
}
