import { useLocale, useTranslations } from 'next-intl';
import { type PublishedReferences, ReferenceLink } from '@/app/(site)/contributions/reference-link';
import { CellChange } from '@/app/(site)/[locale]/agreements/[slug]/cell-change';
import { Section } from '@/app/ui/section';
import { Day } from '@/app/ui/moment';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { CriterionChange } from '@/lib/publication/criteria';
import type { PublicCriterionRecord } from '@/lib/publication/schema';

type Props = {
  record: PublicCriterionRecord;
  names: ReferenceNames;
  published: PublishedReferences;
};

/** More are read in the histories of the agreements. */
const MAX_SHOWN = 50;

/** The decisions on the criterion over all agreements, newest first. */
export function HistorySection({ record: { key, changes }, names, published }: Props) {
  const t = useTranslations('criteria.page');
  return (
    <Section id="history" title={t('history')} aside={changes.length > 0 && t('historyAside')}>
      {changes.length === 0 ? (
        <p className="max-w-measure text-muted">{t('historyNone')}</p>
      ) : (
        <ol>
          {changes.slice(0, MAX_SHOWN).map((change) => (
            <li
              key={`${change.agreement.slug} ${change.version}`}
              className="border-b border-rule py-4 first:pt-0 last:border-b-0"
            >
              <Change cell={key} change={change} names={names} published={published} />
            </li>
          ))}
        </ol>
      )}
      {changes.length > MAX_SHOWN && (
        <p className="mt-3 text-sm text-muted">{t('historyMore', { count: MAX_SHOWN })}</p>
      )}
    </Section>
  );
}

type ChangeProps = Omit<Props, 'record'> & { cell: string; change: CriterionChange };

function Change({ cell, change, names, published }: ChangeProps) {
  const t = useTranslations('agreements.history');
  const locale = useLocale();
  const { agreement, version, kind, at, reason, before, after, contributions } = change;
  return (
    <>
      <h3 className="font-sans text-base font-semibold">
        <a href={`${pathsIn(locale).agreement(agreement.slug)}#version-${version}`} className="link" dir="auto">
          {agreement.shortName}
        </a>{' '}
        <span className="ms-3 font-normal text-muted">
          <Day value={at} locale={locale} />
        </span>
      </h3>
      <p className="text-sm text-muted">
        {t(`kinds.${kind}`)}
        {contributions.map((reference) => (
          <span key={reference}>
            {' · '}
            {t.rich('from', { reference: () => <ReferenceLink reference={reference} published={published} /> })}
          </span>
        ))}
      </p>
      {reason && (
        <p dir="auto" className="mt-1 max-w-measure text-sm whitespace-pre-line">
          {t('reason', { reason })}
        </p>
      )}
      <ul className="mt-2">
        <CellChange change={{ cell, before, after }} names={names} />
      </ul>
    </>
  );
}
