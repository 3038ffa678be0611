import { useLocale, useTranslations } from 'next-intl';
import type { PublishedReferences } from '@/app/[locale]/(public)/_contributions/reference-link';
import { Origin } from '@/app/[locale]/(public)/_dataset/provenance';
import { assessmentOf } from '@/app/[locale]/(public)/_dataset/reading';
import { ValueGlyph, ValueMark } from '@/app/_components/value-mark';
import { pathsIn } from '@/lib/i18n/paths';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publishing/schema';

type MatrixCellProps = { agreement: PublicAgreement; criterion: PublicCriterionSet['criteria'][number]; published: PublishedReferences };

/** One value. Where there is a note, or a contribution it came from, the value opens it in place: the browser's own popover, no script needed. */
export function MatrixCell({ agreement, criterion, published }: MatrixCellProps) {
  const common = useTranslations('common.values');
  const t = useTranslations('matrix');
  const value = assessmentOf(agreement, criterion.key);
  const cell = agreement.assessments[criterion.key];
  const id = `${agreement.slug}-${criterion.key}`;
  const word = common(value);
  return (
    <td role="cell" className={`is-${value}`}>
      <span aria-hidden="true" className="matrix-label">
        {criterion.shortTitle}
      </span>
      {cell && (cell.note || cell.contributions.length > 0) ? (
        <>
          <button type="button" popoverTarget={id} aria-label={t('note', { agreement: agreement.shortName, criterion: criterion.shortTitle, value: word })}>
            <ValueGlyph value={value} />
            <span>{word}</span>
          </button>
          <MatrixNote {...{ id, agreement, criterion, published, cell }} value={<ValueMark value={value} word={word} />} />
        </>
      ) : (
        <ValueMark value={value} word={word} wordHidden={value === 'not_assessed'} />
      )}
    </td>
  );
}

type MatrixNoteProps = MatrixCellProps & { id: string; cell: PublicAgreement['assessments'][string]; value: React.ReactNode };

function MatrixNote({ id, agreement, criterion, published, cell, value }: MatrixNoteProps) {
  const t = useTranslations('matrix');
  const paths = pathsIn(useLocale());
  return (
    <div id={id} popover="auto" className="matrix-note">
      <p className="text-sm text-muted">{agreement.shortName}</p>
      <p className="mb-2 font-semibold">
        {criterion.title} · {value}
      </p>
      {cell.note && (
        <p dir="auto" className="font-serif whitespace-pre-line">
          {cell.note}
        </p>
      )}
      <div className="mt-3 space-y-1 text-xs text-muted">
        {cell.source && <p dir="auto">{t('source', { source: cell.source })}</p>}
        <Origin cell={cell} published={published} />
      </div>
      <p className="mt-3 flex justify-between gap-4 text-sm">
        <a href={`${paths.agreement(agreement.slug)}#${criterion.key}`} className="link">
          {t('more', { agreement: agreement.shortName })}
        </a>
        <button type="button" popoverTarget={id} popoverTargetAction="hide" className="link cursor-pointer">
          {t('close')}
        </button>
      </p>
    </div>
  );
}
