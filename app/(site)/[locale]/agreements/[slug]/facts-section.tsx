import { useTranslations } from 'next-intl';
import { CellValue } from '@/app/(site)/dataset/cell-value';
import { Provenance, SourceMark } from '@/app/(site)/dataset/provenance';
import { DefinitionList } from '@/app/ui/definition-list';
import { Section } from '@/app/ui/section';
import type { FactField } from '@/lib/agreements/schema';
import type { AgreementView } from './view';

/** The summary stands in the head, what sets it apart in a section of its own. */
const fields: FactField[] = [
  'name',
  'shortName',
  'launchDate',
  'space',
  'bindingNature',
  'stakeholders',
  'signatories',
  'maintainer',
  'link',
];

export function FactsSection({ agreement, sources, published }: AgreementView) {
  const t = useTranslations('agreements.page');
  const names = useTranslations('common.facts');
  const unknown = fields.filter((field) => !agreement.facts[field]).map((field) => names(field));
  const items = fields.flatMap((field) => {
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
    return [{ key: field, term: names(field), description }];
  });
  return (
    <Section id="facts" title={t('facts')} aside={t('factsAside')}>
      <DefinitionList items={items} />
      {unknown.length > 0 && <p className="mt-4 text-sm text-muted">{t('unknown', { fields: unknown.join(', ') })}</p>}
    </Section>
  );
}
