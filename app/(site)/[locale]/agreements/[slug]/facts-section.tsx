import { useLocale, useTranslations } from 'next-intl';
import { CellValue } from '@/app/(site)/dataset/cell-value';
import { Provenance, SourceMark } from '@/app/(site)/dataset/provenance';
import { DefinitionList } from '@/app/ui/definition-list';
import { Section } from '@/app/ui/section';
import { FACT_FIELDS, FACTS } from '@/lib/agreements/facts/registry';
import { factLabel } from '@/lib/agreements/facts/words';
import type { AgreementView } from './view';

const LISTED = FACT_FIELDS.filter((field) => FACTS[field].place === 'facts');

/** The facts of the agreement that its page does not show elsewhere; unknown ones are listed below. */
export function FactsSection({ agreement, sources, published }: AgreementView) {
  const t = useTranslations('agreements.page');
  const locale = useLocale();
  const unknown = LISTED.filter((field) => !agreement.facts[field]).map((field) => factLabel(field, locale));
  const items = LISTED.flatMap((field) => {
    const cell = agreement.facts[field];
    if (!cell) return [];
    const description = (
      <div id={field} className="space-y-1">
        <div className="marked-text [&_.prose]:font-sans [&_.prose]:text-base">
          <CellValue cell={field} value={cell.value} />
          <SourceMark cell={cell} sources={sources} />
        </div>
        <Provenance cell={cell} published={published} />
      </div>
    );
    return [{ key: field, term: factLabel(field, locale), description }];
  });
  return (
    <Section id="facts" title={t('facts')} aside={t('factsAside')}>
      <DefinitionList items={items} />
      {unknown.length > 0 && <p className="mt-4 text-sm text-muted">{t('unknown', { fields: unknown.join(', ') })}</p>}
    </Section>
  );
}
