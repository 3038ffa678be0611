import { useLocale, useTranslations } from 'next-intl';
import { Day } from '@/app/ui/moment';
import { sayVersionDay } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicContributionSummary } from '@/lib/publication/contributions/schema';
import { sayAuthor } from './attribution';

/**
 * One contribution in a list: reference, author as far as public, and content; or that it was withdrawn or unpublished.
 */
export function ContributionLine({
  contribution,
  underCall = false,
}: {
  contribution: PublicContributionSummary;
  /** The list's heading already names the call. */ underCall?: boolean;
}) {
  const t = useTranslations('contributions');
  const locale = useLocale();
  const { reference, call, status, submittedAt, statusAt, attribution, summaryOf } = contribution;
  return (
    <li className="grid gap-x-12 gap-y-1 border-b border-rule py-5 md:grid-cols-[var(--container-margin)_minmax(0,1fr)]">
      <p className="text-sm text-muted tabular-nums">{reference}</p>
      <div>
        <a
          href={pathsIn(locale).contribution(reference)}
          dir="auto"
          className="font-serif text-lg leading-snug text-ink decoration-1 underline-offset-4 hover:text-accent hover:underline"
        >
          {status !== 'published'
            ? t(status)
            : sayAuthor(attribution, { anonymous: t('anonymous'), unnamed: t('unnamed') })}
        </a>
        <p className="text-sm text-muted">
          {!underCall && `${call === null ? t('own') : t('toCall', { call })} · `}
          {status !== 'published'
            ? t.rich(`${status}On`, { day: () => <Day value={statusAt} locale={locale} /> })
            : summaryOf === null
              ? t.rich('submitted', { day: () => <Day value={submittedAt} locale={locale} /> })
              : t('summaryOfYear', { year: sayVersionDay(submittedAt, locale) })}
        </p>
        <Contents counts={contribution.counts} />
      </div>
    </li>
  );
}

function Contents({ counts }: Pick<PublicContributionSummary, 'counts'>) {
  const t = useTranslations('contributions.counts');
  if (!counts) return null;
  const { signatories, projects, proposedCells, acceptedCells } = counts;
  const parts = [
    signatories > 0 && t('signatories', { count: signatories }),
    projects > 0 && t('projects', { count: projects }),
    proposedCells > 0 && t('proposals', { proposed: proposedCells, accepted: acceptedCells }),
  ].filter((part) => part !== false);
  return parts.length > 0 ? <p className="mt-1 text-sm">{parts.join(' · ')}</p> : null;
}
