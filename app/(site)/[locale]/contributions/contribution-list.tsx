import { getTranslations } from 'next-intl/server';
import { ContributionLine } from '@/app/(site)/contributions/contribution-line';
import { NothingPublished } from '@/app/(site)/selection/nothing-published';
import { ChoicePageLinks } from '@/app/(site)/selection/page-links';
import { EmptyState } from '@/app/ui/empty-state';
import { PageHeader } from '@/app/ui/page-header';
import { contributions } from '@/app/server/published';
import { feedPaths, pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { choose, pageOf } from '@/lib/publication/selection';
import { byCall, contributionDivisions, contributionViewShape } from '@/lib/publication/contributions/facets';
import type { ContributionView } from '@/lib/publication/contributions/facets';
import type { PublicContributionSummary } from '@/lib/publication/contributions/schema';
import { ContributionChoices } from './contribution-choices';

/** The contributions of a view, grouped by call, below the index of filters. */
export async function ContributionList({ locale, view }: { locale: Locale; view: ContributionView }) {
  const [t, list] = await Promise.all([getTranslations('contributions'), contributions()]);
  const paths = pathsIn(locale);
  const chosen = {
    call: view.call?.[0],
    group: view.group?.[0],
    country: view.country?.[0],
    agreement: view.agreement?.[0],
  };
  const { rows, choices, others } = choose(list, contributionDivisions, chosen);
  const { rows: shown, page, pages } = pageOf(rows, Number(view.page?.[0] ?? 1));
  const having = (status: PublicContributionSummary['status']) => rows.filter((row) => row.status === status).length;
  const counted = t('count', {
    count: having('published'),
    withdrawn: having('withdrawn'),
    unpublished: having('unpublished'),
  });
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')}>
        <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          <a href={paths.projects} className="link">
            {t('projectsLink')}
          </a>
          <a href={feedPaths.contributions} type="application/atom+xml" className="link">
            {t('feed')}
          </a>
        </p>
      </PageHeader>
      {list.length === 0 ? (
        <NothingPublished list="contributions" />
      ) : (
        <>
          <ContributionChoices locale={locale} list={list} choices={choices} others={others} chosen={chosen} />
          <p className="mb-8 text-muted">
            {counted}
            {Object.values(chosen).some(Boolean) && (
              <a href={paths.contributions} className="link ms-4">
                {t('selection.all')}
              </a>
            )}
          </p>
          {byCall(shown).map(({ call, contributions: group }) => (
            <section key={call} aria-labelledby={`call-${call ?? 'none'}`} className="mb-12">
              <h2 id={`call-${call ?? 'none'}`} className="mb-3 text-xl">
                {call === null ? (
                  t('ownHeading')
                ) : (
                  <a href={paths.call(call)} className="link">
                    {t('toCall', { call })}
                  </a>
                )}
              </h2>
              <ul className="border-t border-rule">
                {group.map((contribution) => (
                  <ContributionLine key={contribution.reference} contribution={contribution} underCall />
                ))}
              </ul>
            </section>
          ))}
          {rows.length === 0 && <EmptyState title={t('selection.nothing')}>{t('selection.nothingBody')}</EmptyState>}
          <ChoicePageLinks
            page={page}
            pages={pages}
            base={paths.contributions}
            shape={contributionViewShape}
            view={view}
          />
        </>
      )}
    </>
  );
}
