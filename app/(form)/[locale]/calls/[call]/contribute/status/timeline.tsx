import { getTranslations } from 'next-intl/server';
import { Moment } from '@/app/ui/moment';
import { Section } from '@/app/ui/section';
import type { SentContribution } from '@/lib/contributions/sent';
import type { Message } from '@/lib/contributions/messages';
import type { Locale } from '@/lib/platform/i18n/routing';

type TimelineProps = { sent: SentContribution; messages: readonly Message[]; locale: Locale };
type Event = { at: Date; what: string };

/** All events of the contribution, oldest first, and its present status. It promises nothing about the future. */
export async function Timeline({ sent, messages, locale }: TimelineProps) {
  const t = await getTranslations('correspondence.timeline');
  const events: Event[] = [
    ...sent.revisions.map(({ number, at }) => ({
      at,
      what: number === 1 ? t('received') : t('corrected', { number }),
    })),
    ...messages.map(({ kind, at }) => ({ at, what: t(kind === 'changes_requested' ? 'asked' : kind) })),
    ...decidedTogether(sent).map(({ at, count }) => ({ at, what: t('decided', { count }) })),
    ...(sent.publishedAt ? [{ at: sent.publishedAt, what: t('published') }] : []),
    ...(sent.status === 'unpublished' ||
    sent.status === 'declined' ||
    sent.status === 'kept' ||
    sent.status === 'withdrawn'
      ? [{ at: sent.statusAt, what: t(sent.status) }]
      : []),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
  // A draft has no status page; the redirect before this says so.
  const stands = sent.status === 'draft' ? 'submitted' : sent.status;
  return (
    <Section id="timeline" title={t('title')}>
      <ol className="border-s-2 border-rule ps-5">
        {events.map(({ at, what }, index) => (
          <li key={index} className="pb-3">
            <span className="block">{what}</span>
            <span className="block text-sm text-muted">
              <Moment value={at.toISOString()} locale={locale} />
            </span>
          </li>
        ))}
        <li aria-current="step" className="font-semibold">
          {t('next', { state: t(`states.${stands}`) })}
        </li>
      </ol>
    </Section>
  );
}

/** One entry for decisions that were recorded together. */
function decidedTogether({ proposals }: SentContribution): { at: Date; count: number }[] {
  const counts = new Map<number, number>();
  for (const { decision } of proposals.flatMap(({ changes }) => changes)) {
    if (decision) counts.set(decision.at.getTime(), (counts.get(decision.at.getTime()) ?? 0) + 1);
  }
  return [...counts].map(([at, count]) => ({ at: new Date(at), count }));
}
