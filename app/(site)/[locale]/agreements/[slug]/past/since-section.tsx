import { useLocale, useTranslations } from 'next-intl';
import { inCellOrder } from '@/app/(site)/dataset/cell-order';
import { CellChange } from '@/app/(site)/[locale]/agreements/[slug]/cell-change';
import { Section } from '@/app/ui/section';
import { sayDay } from '@/lib/platform/i18n/dates';
import { changedSince } from '@/lib/publication/past/since';
import type { PastView } from './past-view';

/** How the present state differs from this one; nothing for the present version. */
export function SinceSection({ past: { agreement, revisions, sets, names } }: { past: PastView }) {
  const t = useTranslations('agreements.version');
  const locale = useLocale();
  const later = revisions.filter(({ version }) => version > agreement.version);
  if (later.length === 0) return null;
  const changes = inCellOrder(changedSince(revisions, agreement.version), sets);
  const last = later.find(({ kind }) => kind === 'retirement' || kind === 'reinstatement');
  const state = last && {
    key: last.kind === 'retirement' ? ('retired' as const) : ('reinstated' as const),
    date: sayDay(last.at, locale),
  };
  return (
    <Section id="since" title={t('since')} aside={t('sinceAside')}>
      {state && <p className="mb-3 text-sm">{t(state.key, { date: state.date })}</p>}
      {changes.length === 0 && !state && <p className="max-w-measure text-muted">{t('nothing')}</p>}
      <ul className="space-y-3">
        {changes.map((change) => (
          <CellChange key={change.cell} change={change} names={names} />
        ))}
      </ul>
    </Section>
  );
}
