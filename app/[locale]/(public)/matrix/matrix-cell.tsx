import { useTranslations } from 'next-intl';
import type { PublishedReferences } from '@/app/[locale]/(public)/_contributions/reference-link';
import { assessmentOf } from '@/lib/publishing/reading';
import { SpriteGlyph } from '@/app/_components/value-mark';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publishing/schema';
import { MatrixNote } from './matrix-note';

type MatrixCellProps = { agreement: PublicAgreement; criterion: PublicCriterionSet['criteria'][number]; published: PublishedReferences };

/** One value. Where there is a note, or a contribution it came from, the value opens it in place: the browser's own popover, no script needed. */
export function MatrixCell({ agreement, criterion, published }: MatrixCellProps) {
  const common = useTranslations('common.values');
  const t = useTranslations('matrix');
  const value = assessmentOf(agreement, criterion.key);
  const cell = agreement.assessments[criterion.key];
  const id = `${agreement.slug}-${criterion.key}`;
  const word = common(value);
  const mark = (
    <>
      <SpriteGlyph value={value} />
      <span className={value === 'not_assessed' ? 'sr-only' : undefined}>{word}</span>
    </>
  );
  return (
    <td role="cell" className={`is-${value}`} data-label={criterion.shortTitle}>
      {cell && (cell.note || cell.contributions.length > 0) ? (
        <>
          <button type="button" popoverTarget={id} aria-label={t('note', { agreement: agreement.shortName, criterion: criterion.shortTitle, value: word })}>
            {mark}
          </button>
          <MatrixNote {...{ id, agreement, criterion, published, cell, value }} />
        </>
      ) : (
        <p>{mark}</p>
      )}
    </td>
  );
}
