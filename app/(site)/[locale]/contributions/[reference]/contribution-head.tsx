import { useLocale, useTranslations } from 'next-intl';
import { useAuthor } from '@/app/(site)/contributions/author';
import { type Definition, DefinitionList } from '@/app/ui/definition-list';
import { Day } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { entryInWords } from '@/lib/contributions/on-behalf/words';
import { sayVersionDay } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicContribution } from '@/lib/publication/contributions/schema';

/** The reference, the author as far as public, and the dates. */
export function ContributionHead({ contribution }: { contribution: PublicContribution }) {
  const t = useTranslations('contributions.page.summary');
  const { reference, attribution, summaryOf } = contribution;
  const entered = useEntered(contribution);
  const { title, rows } = useAuthor(attribution);
  const author = rows.map(({ term, words }) => ({ key: term, term, description: <span dir="auto">{words}</span> }));
  const items = [...author, ...useDates(contribution)];
  return (
    <PageHeader eyebrow={reference} title={<span dir="auto">{title}</span>}>
      <div className="max-w-[46rem] space-y-6">
        {summaryOf !== null && (
          <Notice kind="info" title={t('title')}>
            <p>{t('body', { source: summaryOf })}</p>
          </Notice>
        )}
        {entered !== null && (
          <p className="text-muted" dir="auto">
            {entered}
          </p>
        )}
        <DefinitionList items={items} />
      </div>
    </PageHeader>
  );
}

/** That editors entered it on behalf of its author; null where its author did. */
function useEntered({ enteredOnBehalf, attribution }: PublicContribution): string | null {
  const t = useTranslations('entered.sentence');
  const locale = useLocale();
  return (
    enteredOnBehalf && entryInWords(enteredOnBehalf, attribution?.affiliation ?? attribution?.name ?? null, locale, t)
  );
}

function useDates({ call, audience, submittedAt, publishedAt, revision, summaryOf }: PublicContribution): Definition[] {
  const t = useTranslations('contributions.page');
  const locale = useLocale();
  const link = call !== null && (
    <a href={pathsIn(locale).call(call)} className="link">
      {call}
    </a>
  );
  return [
    link ? { term: t('call'), description: link } : { term: t('origin'), description: t('own') },
    ...(audience ? [{ term: t('audience'), description: audience.label }] : []),
    // Of what was published elsewhere, the forum knows the year alone.
    ...(summaryOf === null
      ? [
          { term: t('submitted'), description: <Day value={submittedAt} locale={locale} /> },
          { term: t('published'), description: <Day value={publishedAt} locale={locale} /> },
        ]
      : [{ term: t('published'), description: sayVersionDay(publishedAt, locale) }]),
    ...(revision !== null && revision > 1 ? [{ term: t('revision'), description: revision }] : []),
  ];
}
