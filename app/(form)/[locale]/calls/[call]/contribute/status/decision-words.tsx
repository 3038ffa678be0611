import { useLocale, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { referenceNames } from '@/app/server/reference-names';
import { Day } from '@/app/ui/moment';
import { Tag } from '@/app/ui/tag';
import { CHANGE_TONES } from '@/app/(site)/contributions/change-tones';
import { CellWords } from '@/app/(form)/display/cell-words';
import type { SentChange } from '@/lib/contributions/sent';
import { pathsIn } from '@/lib/platform/i18n/paths';

/** A decision in words: what, when, why, and the value that the dataset now has. */
export async function DecisionWords({ change, locale }: { change: SentChange; locale: string }) {
  const [t, names] = [await getTranslations('status.decisions'), await referenceNames()];
  const { key, status, decision } = change;
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Tag tone={CHANGE_TONES[status]}>{t(status)}</Tag>
        {decision && (
          <span className="text-sm text-muted">
            <Day value={decision.at.toISOString()} locale={locale} />
          </span>
        )}
      </p>
      <Rivals change={change} />
      {decision?.reason && (
        <p dir="auto" className="text-sm whitespace-pre-line">
          <span className="text-muted">{t('reason')}</span> {decision.reason}
        </p>
      )}
      {status === 'accepted' && <p className="text-sm text-muted">{t('asProposed')}</p>}
      {status === 'amended' && decision?.entered && (
        <div>
          <p className="text-sm text-muted">{t('enteredAs')}</p>
          <CellWords cell={key} content={decision.entered} names={names} />
        </div>
      )}
    </div>
  );
}

/** Says that another proposal was chosen, or this one over others. Names their authors only where those are public. */
function Rivals({ change: { status, supersededBy, chosenOver } }: { change: SentChange }) {
  const locale = useLocale();
  const t = useTranslations('status.decisions');
  const { count, references } = chosenOver;
  const link = (reference: string) => (
    <a href={pathsIn(locale).contribution(reference)} className="link whitespace-nowrap">
      {reference}
    </a>
  );
  if (status === 'superseded')
    return (
      <p className="text-sm">
        {supersededBy ? t.rich('supersededBy', { reference: () => link(supersededBy) }) : t('supersededByOther')}
      </p>
    );
  if (count === 0) return null;
  return (
    <p className="text-sm">
      {t('chosenOver', { count })}
      {references.map((reference, at) => (
        <span key={reference}>
          {at === 0 ? ': ' : ', '}
          {link(reference)}
        </span>
      ))}
    </p>
  );
}
