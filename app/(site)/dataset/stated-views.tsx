import { useTranslations } from 'next-intl';
import type { PublishedReferences } from '@/app/(site)/contributions/reference-link';
import { ValueMark } from '@/app/ui/value-mark';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { readAssessment } from '@/lib/publication/assessments';
import type { PublicCell } from '@/lib/publication/schema';
import { CellValue } from './cell-value';
import { Provenance } from './provenance';
import { SourceText } from './source-text';

/** The fact that a value is of, and what it refers to. */
type OfFact = { key: string; names: ReferenceNames };

type StatedViewsProps = {
  cell: PublicCell | undefined;
  published: PublishedReferences;
  /** Left out for an assessment. */
  fact?: OfFact;
};

/** What else is said on a criterion or a fact, each view with its source; nothing where only one is stated. */
export function StatedViews({ cell, published, fact }: StatedViewsProps) {
  const t = useTranslations('agreements.views');
  if (!cell?.views) return null;
  return (
    <div className="mt-2 max-w-measure text-sm">
      <p className="font-semibold">{t(cell.disputed ? 'disputed' : 'also')}</p>
      <ul className="mt-1 space-y-2 border-s-2 border-rule ps-3">
        {cell.views.map((view) => (
          <li key={JSON.stringify(view.value)}>
            {fact ? (
              <div className="[&_.prose]:text-sm">
                <CellValue cell={fact.key} value={view.value} names={fact.names} />
              </div>
            ) : (
              <AssessmentMark value={view.value} />
            )}
            {view.source && (
              <cite className={`text-muted not-italic wrap-anywhere ${fact ? '' : 'ms-2'}`}>
                {t.rich('source', { source: () => <SourceText cell={view} /> })}
              </cite>
            )}
            <Provenance cell={view} published={published} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function AssessmentMark({ value }: { value: unknown }) {
  const read = readAssessment(value);
  return <ValueMark value={read} word={useTranslations('common.values')(read)} />;
}

/** The value of a fact, or the mark of a disputed one, which has none. */
export function FactValue({ cell, fact: { key, names } }: { cell: PublicCell; fact: OfFact }) {
  const t = useTranslations('common.values');
  const value = <CellValue cell={key} value={cell.value} note={cell.note} names={names} />;
  if (!cell.disputed) return value;
  return (
    <>
      <ValueMark value="disputed" word={t('disputed')} />
      {cell.note && value}
    </>
  );
}
