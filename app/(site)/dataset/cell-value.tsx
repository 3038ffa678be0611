import { useLocale, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Markdown } from '@/app/ui/markdown';
import { PartialDate } from '@/app/ui/partial-date';
import { PlainText } from '@/app/ui/prose';
import { ValueMark } from '@/app/ui/value-mark';
import { factPieces, sayNone } from '@/lib/agreements/facts/pieces';
import type { FactPiece, FactPieceKind } from '@/lib/agreements/facts/pieces';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { isFactKey } from '@/lib/agreements/facts/registry';
import { inLanguageOf } from '@/lib/platform/i18n/languages';
import { readAssessment } from '@/lib/publication/assessments';

type CellValueProps = {
  cell: string;
  value: unknown;
  /** The reason why there is no value; not shown beside a value. */ note?: string | null;
  /** The language of the text, where it is known. */ language?: string | null;
  /** What it refers to is called. */ names: ReferenceNames;
};

/** Shows the value of any cell. A value that does not fit its schema is shown unchanged rather than hidden. */
export function CellValue({ cell, value, note, language, names }: CellValueProps): ReactNode {
  const t = useTranslations('common.values');
  const locale = useLocale();
  if (!isFactKey(cell)) {
    const assessment = readAssessment(value);
    return <ValueMark value={assessment} word={t(assessment)} />;
  }
  if (value === null && note) return <Markdown text={sayNone(note, locale)} language={language} />;
  const pieces = factPieces(cell, value, locale, names).map((piece, at) => (
    <Fragment key={at}>{shown(piece.kind, piece, language)}</Fragment>
  ));
  if (pieces.length <= 1) return pieces;
  return (
    <div className="space-y-1">
      {pieces.map((piece, at) => (
        <div key={at}>{piece}</div>
      ))}
    </div>
  );
}

type PieceProps<Kind extends FactPieceKind> = {
  piece: Extract<FactPiece, { kind: Kind }>;
  language: string | null | undefined;
};

const PIECES: { [Kind in FactPieceKind]: (props: PieceProps<Kind>) => ReactNode } = {
  line: ({ piece: { text }, language }) => (
    <span dir="auto" {...inLanguageOf(language)}>
      {text}
    </span>
  ),
  text: ({ piece: { text }, language }) => <PlainText text={text} language={language} />,
  words: ({ piece: { text } }) => text,
  date: DatePiece,
  link: ({ piece: { href } }) => (
    <a href={href} className="link wrap-anywhere" rel="noopener">
      {href}
    </a>
  ),
  list: ({ piece: { items }, language }) => (
    <ul className="list-['–__'] space-y-1 ps-4">
      {items.map((item) => (
        <li key={item} dir="auto" {...inLanguageOf(language)}>
          {item}
        </li>
      ))}
    </ul>
  ),
  names: NamesPiece,
};

function shown<Kind extends FactPieceKind>(kind: Kind, piece: FactPiece, language: string | null | undefined) {
  const Piece: (props: PieceProps<Kind>) => ReactNode = PIECES[kind];
  return <Piece piece={piece as PieceProps<Kind>['piece']} language={language} />; // a piece of this kind
}

function DatePiece({ piece: { date } }: PieceProps<'date'>) {
  return <PartialDate value={date} locale={useLocale()} />;
}

/** Folded, because it can be long. */
function NamesPiece({ piece: { names } }: PieceProps<'names'>) {
  const t = useTranslations('agreements.signatories');
  return (
    <details>
      <summary className="link w-fit text-sm">{t('list', { count: names.length })}</summary>
      <ul className="mt-2 gap-x-8 text-sm sm:columns-2 lg:columns-3">
        {names.map((name) => (
          <li key={name} dir="auto" className="break-inside-avoid">
            {name}
          </li>
        ))}
      </ul>
    </details>
  );
}
