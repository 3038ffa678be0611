import { useTranslations } from 'next-intl';
import { SpriteGlyph } from '@/app/ui/value-mark';
import type { Criterion } from '@/lib/publication/matrix/ordering';
import { assessmentOf } from '@/lib/publication/assessments';
import type { PublicAgreement } from '@/lib/publication/schema';

type MatrixCellProps = { agreement: PublicAgreement; criterion: Criterion; noteId: string | undefined };

/**
 * One value: its glyph and its word. Where there is a note, or a contribution it came from, the value opens it in place: the browser's
 * own popover, no script needed. There may be thousands of these on a page, so they are no more than they have to be.
 */
export function MatrixCell({ agreement, criterion, noteId }: MatrixCellProps) {
  const values = useTranslations('common.values');
  const t = useTranslations('matrix');
  const value = assessmentOf(agreement, criterion.key);
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
