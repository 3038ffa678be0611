import type { ReactNode } from 'react';
import type { CellContent } from '@/lib/agreements/schema';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import { isSameJson } from '@/lib/platform/json';
import { sameContent } from '@/lib/review/merge';
import type { ReviewChange } from '@/lib/review/review-page/proposals';
import { CellContentView } from './cell-content';
import { TextChange } from './text-change';

/** The value when the proposal was written, the present one, and the proposed one; texts also word by word. */
export function CellVersions({ change }: { change: ReviewChange }) {
  const { key, base, current, proposed } = change;
  const moved = !sameContent(base, current);
  const known = base !== null || current !== null;
  return (
    <>
      <dl className={`grid gap-x-6 gap-y-4 ${moved ? 'sm:grid-cols-3' : known ? 'sm:grid-cols-2' : ''}`}>
        {moved && (
          <Column term="Written against" muted>
            <CellContentView cell={key} content={base} />
          </Column>
        )}
        {known && (
          <Column term={moved ? 'Current' : 'Written against, and current'}>
            <CellContentView cell={key} content={current} />
          </Column>
        )}
        <Column term="Proposed" strong>
          <CellContentView cell={key} content={proposed} />
          <Silent change={change} />
        </Column>
      </dl>
      <TextChange
        cell={key}
        title={moved ? 'Proposed, against what it was written against' : 'Word by word'}
        before={base}
        after={proposed}
      />
      {moved && <TextChange cell={key} title="Proposed, against the current value" before={current} after={proposed} />}
    </>
  );
}

/** Parts that the proposal keeps, or removes without saying so. */
function Silent({ change: { current, proposed } }: { change: ReviewChange }) {
  const of = (part: 'note' | 'source') => {
    if (!current?.[part] || proposed[part]) return null;
    return proposed[part] === null ? `The current ${part} is kept.` : `The current ${part} is removed.`;
  };
  const lines = [of('note'), of('source'), dateLine(current, proposed)].filter((line) => line !== null);
  return lines.map((line) => (
    <p key={line} className="mt-1 text-sm text-muted">
      {line}
    </p>
  ));
}

/** The date that stands goes with its value. */
function dateLine(current: CellContent | null, proposed: CellContent): string | null {
  if (!current?.asOf || proposed.asOf) return null;
  const date = sayPartialDate(current.asOf, 'en');
  if (proposed.asOf === '') return `The date (as of ${date}) is removed.`;
  return isSameJson(current.value, proposed.value)
    ? `The current date (as of ${date}) is kept.`
    : `The date of the current value (as of ${date}) goes with it.`;
}

type ColumnProps = { term: string; muted?: boolean; strong?: boolean; children: ReactNode };

function Column({ term, muted, strong, children }: ColumnProps) {
  return (
    <div className={`min-w-0 border-s-2 ps-3 ${strong ? 'border-accent' : 'border-rule'}`}>
      <dt className="mb-0.5 text-xs font-semibold text-muted">{term}</dt>
      <dd className={`wrap-anywhere [&_.prose]:text-base ${muted ? 'text-muted' : ''}`}>{children}</dd>
    </div>
  );
}
