import { useTranslations } from 'next-intl';
import { SpriteGlyph } from '@/app/ui/value-mark';
import type { Criterion } from '@/lib/publication/matrix/ordering';
import { shownAssessmentOf } from '@/lib/publication/assessments';
import type { PublicAgreement } from '@/lib/publication/schema';

type MatrixCellProps = { agreement: PublicAgreement; criterion: Criterion; noteId: string | undefined };

/**
 * One value: its glyph and its word. A value with a note or a contribution opens these in place, with the browser's own
 * popover and no script. A page may have thousands of cells, so each is as small as possible.
 */
export function MatrixCell({ agreement, criterion, noteId }: MatrixCellProps) {
  const values = useTranslations('common.values');
  const t = useTranslations('matrix');
  const value = shownAssessmentOf(agreement, criterion.key);
  const word = values(value);
  if (noteId === undefined && value === 'not_assessed') {
    return (
      <td role="cell">
        <i>{word}</i>
      </td>
    );
  }
  return (
    <td role="cell" className={`is-${value}`}>
      {noteId === undefined ? (
        <>
          <SpriteGlyph value={value} />
          {word}
        </>
      ) : (
        <button
          type="button"
          popoverTarget={noteId}
          aria-label={t('note', { agreement: agreement.shortName, criterion: criterion.shortTitle, value: word })}
        >
          <SpriteGlyph value={value} />
          <span>{word}</span>
        </button>
      )}
    </td>
  );
}
