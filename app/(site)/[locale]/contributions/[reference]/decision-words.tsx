import { useLocale, useTranslations } from 'next-intl';
import { CHANGE_TONES } from '@/app/(site)/contributions/change-tones';
import { type PublishedReferences, ReferenceLink } from '@/app/(site)/contributions/reference-link';
import { CellValue } from '@/app/(site)/dataset/cell-value';
import { Day } from '@/app/ui/moment';
import { PartialDate } from '@/app/ui/partial-date';
import { PlainText } from '@/app/ui/prose';
import { Tag } from '@/app/ui/tag';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import type { PublicProposedCell } from '@/lib/publication/contributions/schema';

type DecisionWordsProps = { cell: PublicProposedCell; published: PublishedReferences; names: ReferenceNames };

/** What was decided, when, why, in favour of which other contribution, and which value was entered. */
export function DecisionWords({ cell, published, names }: DecisionWordsProps) {
  const t = useTranslations('contributions.proposals');
  const locale = useLocale();
  const { decision, status } = cell;
  const [rival, asOf] = [decision?.supersededBy, decision?.asOf];
  const beaten = decision?.chosenOver;
  return (
    <div className="space-y-1.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Tag tone={CHANGE_TONES[status]}>{t(`status.${status}`)}</Tag>
        {decision && (
          <span className="text-muted">
            {t.rich('decidedOn', { day: () => <Day value={decision.at} locale={locale} /> })}
          </span>
        )}
      </p>
      {rival && (
        <p>{t.rich('supersededBy', { reference: () => <ReferenceLink reference={rival} published={published} /> })}</p>
      )}
      {status === 'superseded' && !rival && <p>{t('supersededByOther')}</p>}
      {beaten && beaten.count > 0 && (
        <p>
          {t('chosenOver', { count: beaten.count })}
          {beaten.references.map((reference, at) => (
            <span key={reference}>
              {at === 0 ? ': ' : ', '}
              <ReferenceLink reference={reference} published={published} />
            </span>
          ))}
        </p>
      )}
      {decision && status === 'amended' && (
        <div>
          <p className="text-xs font-semibold text-muted">{t('correctedTo')}</p>
          <CellValue cell={cell.cell} value={decision.value} note={decision.note} names={names} />
          {asOf && <p>{t.rich('asOf', { date: () => <PartialDate value={asOf} locale={locale} /> })}</p>}
          {decision.note && decision.value !== null && <PlainText text={decision.note} className="text-muted" />}
        </div>
      )}
      {decision?.reason && (
        <div>
          <p className="text-xs font-semibold text-muted">{t('reason')}</p>
          <PlainText text={decision.reason} />
        </div>
      )}
    </div>
  );
}
