import { useLocale, useTranslations } from 'next-intl';
import { Provenance, SourceMark } from '@/app/(site)/dataset/provenance';
import { factOf } from '@/lib/publication/assessments';
import { PageHeader } from '@/app/ui/page-header';
import { FACT_FIELDS, FACTS } from '@/lib/agreements/facts/registry';
import type { FactField } from '@/lib/agreements/facts/registry';
import { choiceWord } from '@/lib/agreements/facts/words';
import { FactValue, StatedViews } from '@/app/(site)/dataset/stated-views';
import type { PublicCell } from '@/lib/publication/schema';
import { sayVersionDay } from '@/lib/platform/i18n/dates';
import type { AgreementView } from './view';

const HEAD_FIELDS = FACT_FIELDS.filter((field) => FACTS[field].place === 'head');

/** Space, name and summary, before any detail. */
export function AgreementHead({ agreement, sources, published, names }: AgreementView) {
  const t = useTranslations('agreements');
  const locale = useLocale();
  const space = factOf(agreement, 'space');
  return (
    <PageHeader eyebrow={space ? choiceWord('space', space, locale) : t('unplaced')} title={agreement.name}>
      {HEAD_FIELDS.map((field) => (
        <HeadFact
          key={field}
          cell={agreement.facts[field]}
          field={field}
          sources={sources}
          published={published}
          names={names}
        />
      ))}
      <p className="mt-5 text-sm text-muted">
        {t('page.version', { version: agreement.version, date: sayVersionDay(agreement.updatedAt, locale) })}
      </p>
    </PageHeader>
  );
}

type HeadFactProps = Pick<AgreementView, 'sources' | 'published' | 'names'> & {
  field: FactField;
  cell: PublicCell | undefined;
};

function HeadFact({ field, cell, sources, published, names }: HeadFactProps) {
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
      </div>
    </>
  );
}
