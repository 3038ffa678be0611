import { useTranslations } from 'next-intl';
import type { PublishedReferences } from '@/app/(site)/contributions/reference-link';
import { inLanguageOf } from '@/lib/platform/i18n/languages';
import { recordOf } from '@/lib/agreements/facts/record';
import type { PublicCell } from '@/lib/publication/schema';
import { Provenance, SourceMark } from './provenance';
import { SourceText } from './source-text';

type QuotationProps = {
  /** The cell of the quotation; null where none was entered. */
  cell: PublicCell | null;
  /** The numbered sources of the page; without them the source is written out. */
  sources?: readonly string[];
  published: PublishedReferences;
};

/** The passage that an assessment rests on, in its own language; nothing where none was entered. */
export function Quotation({ cell, sources, published }: QuotationProps) {
  const t = useTranslations('agreements.quotation');
  const quoted = cell && recordOf(cell.value);
  if (!quoted) return null;
  const { passage, language, article, link } = quoted;
  const words = inLanguageOf(language === undefined ? null : String(language));
  return (
    <figure className="mt-2 max-w-measure border-s-2 border-rule ps-3 text-sm">
      <blockquote dir="auto" {...words} className="whitespace-pre-line font-serif text-base">
        {passage}
      </blockquote>
      <figcaption className="mt-1 text-muted">
        {article !== undefined && <bdi>{article}</bdi>}
        {article !== undefined && link !== undefined && ' · '}
        {link !== undefined && (
          <a href={String(link)} className="link" rel="noopener">
            {t('text')}
          </a>
        )}
        {sources ? <SourceMark cell={cell} sources={sources} /> : <QuotedFrom cell={cell} />}
        <span className="block text-xs">{t('licence')}</span>
      </figcaption>
      <Provenance cell={cell} published={published} />
    </figure>
  );
}

const QuotedFrom = ({ cell }: { cell: PublicCell }) => (
  <cite>
    {' '}
    <SourceText cell={cell} />
  </cite>
);
