import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CellValue } from '@/app/(site)/dataset/cell-value';
import { CorrectLink } from '@/app/(site)/dataset/correct-link';
import { Provenance, SourceMark } from '@/app/(site)/dataset/provenance';
import { cellLabel, partChoiceWord } from '@/lib/agreements/facts/words';
import type { RowField } from '@/lib/agreements/facts/registry';
import { groupBy } from '@/lib/platform/group-by';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { rowsOf } from '@/lib/publication/fact-rows';
import type { FactRow } from '@/lib/publication/fact-rows';
import { CountChart } from './count-chart';
import type { AgreementView } from './view';

/** The rows of a fact, each with its note, source and origin; numbers over time with a small chart. */
export function FactRows({
  field,
  agreement,
  sources,
  published,
  relations,
  names,
  correctable,
}: AgreementView & { field: RowField }): ReactNode {
  const locale = useLocale();
  const rows = rowsOf(agreement, field);
  return (
    <div className="space-y-2">
      <ul className="space-y-2">
        {rows.map((row) => (
          <li key={row.key} id={row.key} className="space-y-1">
            <div className="marked-text">
              <RowValue row={row} field={field} names={names} />
              <SourceMark cell={row.cell} sources={sources} />
            </div>
            <Provenance cell={row.cell} published={published} />
            {correctable && (
              <CorrectLink agreement={agreement} cell={row.key} title={cellLabel(row.key, locale, names)} />
            )}
          </li>
        ))}
        {field === 'relations' && <RelationsHere relations={relations} />}
      </ul>
      {field === 'counts' && <CountCharts rows={rows} />}
    </div>
  );
}

type RowValueProps = { row: FactRow; field: RowField } & Pick<AgreementView, 'names'>;

/** A relation leads to the page of the other agreement, if there is one; any other row is its sentence. */
function RowValue({ row: { key, value }, field, names }: RowValueProps) {
  const locale = useLocale();
  const slug = String(value.agreement);
  if (field !== 'relations' || !Object.hasOwn(names.agreements, slug))
    return <CellValue cell={key} value={value} names={names} />;
  return (
    <>
      {partChoiceWord('relations', 'relation', String(value.relation), locale)}:{' '}
      <a href={pathsIn(locale).agreement(slug)} className="link" dir="auto">
        {names.agreements[slug]}
      </a>
    </>
  );
}

/** What other agreements say of this one, from its side. */
function RelationsHere({ relations }: Pick<AgreementView, 'relations'>) {
  const t = useTranslations('agreements.page.inverse');
  const locale = useLocale();
  return relations.map(({ slug, shortName, relation, key }) => (
    <li key={`${slug} ${key}`}>
      {t(relation as 'amends')}: {/* the catalogue has each relation, as a test holds */}
      <a href={`${pathsIn(locale).agreement(slug)}#${key}`} className="link" dir="auto">
        {shortName}
      </a>
    </li>
  ));
}

/** One small chart for each thing that was counted at two dates or more. */
function CountCharts({ rows }: { rows: readonly FactRow[] }) {
  const series = groupBy(rows, ({ value: { counted, unit = '' } }) => `${counted} ${unit}`);
  return [...series].map(([name, counts]) => <CountChart key={name} counts={counts.map(({ value }) => value)} />);
}
