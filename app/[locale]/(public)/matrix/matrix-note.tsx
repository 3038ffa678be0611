import { useLocale, useTranslations } from 'next-intl';
import type { PublishedReferences } from '@/app/[locale]/(public)/_contributions/reference-link';
import { Origin } from '@/app/[locale]/(public)/_dataset/provenance';
import { type MarkedValue, SpriteGlyph } from '@/app/_components/value-mark';
import { pathsIn } from '@/lib/i18n/paths';
import type { PublicAgreement, PublicCell, PublicCriterionSet } from '@/lib/publishing/schema';

type MatrixNoteProps = {
  id: string;
  agreement: PublicAgreement;
  criterion: PublicCriterionSet['criteria'][number];
  cell: PublicCell;
  value: MarkedValue;
  published: PublishedReferences;
};

/** What stands behind a value: its note, its source, the contribution it came from. */
export function MatrixNote({ id, agreement, criterion, cell, value, published }: MatrixNoteProps) {
  const t = useTranslations('matrix');
  const values = useTranslations('common.values');
  const paths = pathsIn(useLocale());
  return (
    <div id={id} popover="auto" className="matrix-note">
      <h3>
        <small>{agreement.shortName}</small>
        {criterion.title}
      </h3>
      <p className={`marks is-${value}`}>
        <SpriteGlyph value={value} /> {values(value)}
      </p>
      {cell.note && <blockquote dir="auto">{cell.note}</blockquote>}
      <footer>
        {cell.source && <p dir="auto">{t('source', { source: cell.source })}</p>}
        <Origin cell={cell} published={published} />
      </footer>
      <p className="matrix-ways">
        <a href={`${paths.agreement(agreement.slug)}#${criterion.key}`}>{t('more', { agreement: agreement.shortName })}</a>
        <button type="button" popoverTarget={id} popoverTargetAction="hide">
          {t('close')}
        </button>
      </p>
    </div>
  );
}
