import { useLocale, useTranslations } from 'next-intl';
import { CorrectLink } from '@/app/(site)/dataset/correct-link';
import { Provenance, SourceMark } from '@/app/(site)/dataset/provenance';
import { factOf } from '@/lib/publication/assessments';
import { PageHeader } from '@/app/ui/page-header';
import { FACT_FIELDS, FACTS } from '@/lib/agreements/facts/registry';
import type { FactField } from '@/lib/agreements/facts/registry';
import { choiceWord, factLabel } from '@/lib/agreements/facts/words';
import { FactValue, StatedViews } from '@/app/(site)/dataset/stated-views';
import { sayVersionDay } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { AgreementView } from './view';

const HEAD_FIELDS = FACT_FIELDS.filter((field) => FACTS[field].place === 'head');

/** Space, name and summary, before any detail. */
export function AgreementHead({ agreement, sources, published, names, correctable }: AgreementView) {
  const [t, challenges] = [useTranslations('agreements'), useTranslations('challenges')];
  const locale = useLocale();
  const space = factOf(agreement, 'space');
  return (
    <PageHeader eyebrow={space ? choiceWord('space', space, locale) : t('unplaced')} title={agreement.name}>
      {HEAD_FIELDS.map((field) => (
        <HeadFact
          key={field}
          agreement={agreement}
          field={field}
          correctable={correctable}
          sources={sources}
          published={published}
          names={names}
        />
      ))}
      <p className="mt-5 text-sm text-muted">
        {t('page.version', { version: agreement.version, date: sayVersionDay(agreement.updatedAt, locale) })}
        {correctable && (
          <a
            href={pathsIn(locale).agreementUpdate(agreement.slug)}
            rel="nofollow"
            className="link no-print ms-4 inline-block min-h-6"
          >
            {challenges('something')}
          </a>
        )}
      </p>
    </PageHeader>
  );
}

type HeadFactProps = Omit<AgreementView, 'relations'> & { field: FactField };

function HeadFact({ field, agreement, sources, published, names, correctable }: HeadFactProps) {
  const locale = useLocale();
  const cell = agreement.facts[field];
  if (!cell) return null;
  return (
    <>
      <div className="marked-text max-w-measure">
        <FactValue cell={cell} fact={{ key: field, names }} />
        <SourceMark cell={cell} sources={sources} />
      </div>
      <div className="mt-2">
        <Provenance cell={cell} published={published} />
        <StatedViews cell={cell} published={published} fact={{ key: field, names }} />
        {correctable && <CorrectLink agreement={agreement} cell={field} title={factLabel(field, locale)} />}
      </div>
    </>
  );
}
