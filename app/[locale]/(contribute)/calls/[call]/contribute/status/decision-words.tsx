import { useTranslations } from 'next-intl';
import { Day } from '@/app/_components/moment';
import { Tag } from '@/app/_components/tag';
import type { TagTone } from '@/app/_components/tag';
import { CellWords } from '@/app/[locale]/(contribute)/_read/cell-words';
import type { SentChange } from '@/lib/contributions/links/sent/queries';

const tones: Record<SentChange['status'], TagTone> = { pending: 'neutral', accepted: 'ok', amended: 'ok', rejected: 'danger', superseded: 'warn', withdrawn: 'neutral' };

/** A decision in words: what, when, why, and what stands in the dataset for it. */
export function DecisionWords({ change: { key, status, decision }, locale }: { change: SentChange; locale: string }) {
  const t = useTranslations('status.decisions');
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Tag tone={tones[status]}>{t(status)}</Tag>
        {decision && (
          <span className="text-sm text-muted">
            <Day value={decision.at.toISOString()} locale={locale} />
          </span>
        )}
      </p>
      {decision?.reason && (
        <p dir="auto" className="text-sm whitespace-pre-line">
          <span className="text-muted">{t('reason')}</span> {decision.reason}
        </p>
      )}
      {status === 'accepted' && <p className="text-sm text-muted">{t('asProposed')}</p>}
      {status === 'amended' && decision?.entered && (
        <div>
          <p className="text-sm text-muted">{t('enteredAs')}</p>
          <CellWords cell={key} content={decision.entered} />
        </div>
      )}
    </div>
  );
}
