import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/app/ui/button';
import { Day, Moment } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import type { SignKind } from '@/app/ui/sign';
import { attributedTo } from '@/app/(form)/display/attributed';
import { PROMISED_DAYS, promisedDay, workingDaysBetween } from '@/lib/contributions/promise';
import { wasDecided } from '@/lib/contributions/current-proposals';
import type { SentContribution } from '@/lib/contributions/sent';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';

const signs: Record<Exclude<SentContribution['status'], 'draft'>, SignKind> = {
  submitted: 'info',
  changes_requested: 'warning',
  published: 'success',
  unpublished: 'warning',
  declined: 'warning',
  kept: 'success',
  withdrawn: 'info',
};

/** The contribution's status, since when it has it, and the name it is published under. */
export async function ContributionState({ sent, locale }: { sent: SentContribution; locale: Locale }) {
  const t = await getTranslations('status');
  const { status, statusAt, statusReason, submittedAt, attribution, editorsOnly } = sent;
  const { reference, publishedAt, revision, revisions, proposals } = sent;
  // A draft has no status page; the redirect before this says so.
  const stands = status === 'draft' ? 'submitted' : status;
  const newest = revisions.at(-1);
  const isWaiting = status === 'submitted' || status === 'changes_requested';
  const name = attributedTo(attribution, locale) ?? t('anonymous');
  return (
    <div className="space-y-4">
      <Notice kind={signs[stands]} title={t(`statuses.${stands}.title`)}>
        <p>
          {stands === 'withdrawn' && !publishedAt ? t('statuses.withdrawn.neverPublic') : t(`statuses.${stands}.body`)}
        </p>
        {statusReason && (
          <div className="mt-2">
            <p className="text-sm font-semibold">{t('reason')}</p>
            <p dir="auto" className="whitespace-pre-line">
              {statusReason}
            </p>
          </div>
        )}
        <p className="mt-2 text-sm text-muted">
          {t.rich('since', { day: () => <Day key="day" value={statusAt.toISOString()} locale={locale} /> })}
        </p>
        {status === 'submitted' && proposals.every(({ changes }) => changes.every((change) => !wasDecided(change))) && (
          <Promised since={statusAt} locale={locale} />
        )}
      </Notice>
      <p className="text-sm text-muted">
        {submittedAt &&
          t.rich('submittedOn', {
            moment: () => <Moment key="moment" value={submittedAt.toISOString()} locale={locale} />,
          })}
        {newest && revision > 1 && ' · '}
        {newest &&
          revision > 1 &&
          t.rich('newestVersion', {
            number: revision,
            moment: () => <Moment key="newest" value={newest.at.toISOString()} locale={locale} />,
          })}
        {status === 'published' && ` · ${t('publishedAs', { name })}`}
        {isWaiting && ` · ${editorsOnly ? t('editorsOnly') : t('willBePublishedAs', { name })}`}
      </p>
      <DecidedSummary sent={sent} />
      {(status === 'published' || status === 'unpublished') && reference && (
        <LinkButton href={pathsIn(locale).contribution(reference)} variant="secondary" className="no-print">
          {t('publicPage')}
        </LinkButton>
      )}
    </div>
  );
}

/** Until when the editors promise an answer. */
async function Promised({ since, locale }: { since: Date; locale: Locale }) {
  const t = await getTranslations('status.promise');
  const day = promisedDay(since);
  const late = workingDaysBetween(since, new Date()) > PROMISED_DAYS;
  return (
    <p className="mt-1 text-sm text-muted">
      {t.rich(late ? 'late' : 'until', {
        days: PROMISED_DAYS,
        day: () => <Day key="promised" value={day.toISOString()} locale={locale} />,
      })}
    </p>
  );
}

/** How many proposed values are decided, above everything else: most contributors open the page for it. */
async function DecidedSummary({ sent: { proposals } }: { sent: SentContribution }) {
  const t = await getTranslations('returning.status');
  const changes = proposals.flatMap((proposal) => proposal.changes).filter(({ status }) => status !== 'withdrawn');
  if (changes.length === 0) return null;
  return (
    <p>
      <a href="#decisions" className="link">
        {t('decided', { decided: changes.filter(wasDecided).length, count: changes.length })}
      </a>
    </p>
  );
}
