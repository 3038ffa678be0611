import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CellValue } from '@/app/(site)/dataset/cell-value';
import { PartialDate } from '@/app/ui/partial-date';
import { TextDiff } from '@/app/ui/text-diff';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { cellLabel } from '@/lib/agreements/facts/words';
import { readChange, type ReadChange } from '@/lib/publication/past/change';
import type { PublicRevision } from '@/lib/publication/schema';
import { isSameJson } from '@/lib/platform/json';

type CellChangeProps = {
  change: Pick<PublicRevision['changes'][number], 'cell' | 'before' | 'after'>;
  names: ReferenceNames;
};

/**
 * One cell in one revision: its value before and after, a text word by word. If only the note or source changed, the
 * value is shown once.
 */
export function CellChange({ change, names }: CellChangeProps) {
  const locale = useLocale();
  const { cell } = change;
  const read = readChange(change);
  return (
    <li className="text-sm">
      <p className="font-semibold">{cellLabel(cell, locale, names)}</p>
      {read.value ? <WordByWord parts={read.value} /> : <BothValues cell={cell} read={read} names={names} />}
      <NoteChange read={read} />
      <Basis read={read} />
    </li>
  );
}

type BothValuesProps = { cell: string; read: ReadChange; names: ReferenceNames };

function BothValues({ cell, read: { before, after }, names }: BothValuesProps) {
  const t = useTranslations('agreements.history');
  const moved = before !== null && !isSameJson(before.value, after?.value);
  return (
    <>
      {moved && (
        <Side word={t('was')}>
          <del className="min-w-0 text-muted no-underline [&_.prose]:text-sm">
            <CellValue cell={cell} value={before.value} note={before.note} names={names} />
          </del>
        </Side>
      )}
      <Side word={before === null ? t('new') : t('is')}>
        <ins className="min-w-0 no-underline [&_.prose]:text-sm">
          {after === null ? (
            <span className="text-muted">{t('removed')}</span>
          ) : (
            <CellValue cell={cell} value={after.value} note={after.note} names={names} />
          )}
        </ins>
      </Side>
    </>
  );
}

function Side({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div className="flex gap-x-3">
      <span className="w-14 shrink-0 text-muted">{word}</span>
      {children}
    </div>
  );
}

function WordByWord({ parts }: { parts: NonNullable<ReadChange['value']> }) {
  const t = useTranslations('agreements.history.words');
  return <TextDiff parts={parts} words={{ added: t('added'), removed: t('removed'), end: t('end') }} />;
}

/** The changed note: word by word, in full if new, or that it was removed. */
function NoteChange({ read: { before, after, note } }: { read: ReadChange }) {
  const t = useTranslations('agreements.history');
  // The reason of a clearing is in the sentence that stands for the value.
  if (after?.value === null || (before?.note ?? null) === (after?.note ?? null)) return null;
  if (!after?.note) return after && <p className="mt-1 text-muted">{t('noteRemoved')}</p>;
  return (
    <div className="mt-1">
      <p className="sr-only">{t('note')}</p>
      {note ? (
        <WordByWord parts={note} />
      ) : (
        <p dir="auto" className="max-w-measure whitespace-pre-line text-muted">
          {after.note}
        </p>
      )}
    </div>
  );
}

/** The source and the as-of date of a content, where they are new. */
function Basis({ read: { before, after } }: { read: ReadChange }) {
  const t = useTranslations('agreements.history');
  const locale = useLocale();
  const source = after?.source && after.source !== before?.source ? after.source : null;
  const asOf = after?.asOf && after.asOf !== before?.asOf ? after.asOf : null;
  if (!source && !asOf) return null;
  return (
    <p dir="auto" className="max-w-measure text-xs wrap-anywhere text-muted">
      {source && t('source', { source })}
      {source && asOf && ' '}
      {asOf && t.rich('asOf', { date: () => <PartialDate value={asOf} locale={locale} /> })}
    </p>
  );
}
