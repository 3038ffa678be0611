import type { ReactNode } from 'react';
import { Tag } from '@/app/ui/tag';
import { referenceNames } from '@/app/server/reference-names';
import { CellValue } from '@/app/(site)/dataset/cell-value';
import { CHANGE_STATUS_WORDS } from '@/app/desk/words/decisions';
import { CellDecision } from '@/app/desk/contributions/[reference]/decision/cell-decision';
import { SelectBox } from '@/app/desk/contributions/[reference]/decision/select-box';
import { sameContent } from '@/lib/review/merge';
import type { ReviewChange } from '@/lib/review/review-page/proposals';
import type { WaitingCommand } from '@/lib/review/review-page/waiting-command';
import { CellMarks } from './cell-marks';
import { CellVersions } from './cell-versions';
import { EarlierDecisions } from './earlier-decisions';
import { Outcome } from './outcome';
import { WaitingDecision } from './proposed-cell';
import { Rivals } from './rivals';

/** The columns of the table; below this width of the table itself, a row has three short lines. */
const COLUMNS = '@3xl:grid @3xl:grid-cols-[minmax(0,14rem)_6.75rem_5.5rem_minmax(0,1fr)_4.75rem] gap-x-3';

type AssessmentRowsProps = {
  changes: readonly ReviewChange[];
  agreement: string | null;
  mayDecide: boolean;
  waitingOf: (change: ReviewChange) => WaitingCommand | undefined;
};

/**
 * Proposed assessments, one line a cell: the current value, the proposed one, the decision. Notes, sources, rivals and earlier
 * decisions unfold in place. Each row is an article like the card of a fact, so that keys and links find both alike.
 */
export function AssessmentRows({ changes, agreement, mayDecide, waitingOf }: AssessmentRowsProps) {
  if (changes.length === 0) return null;
  return (
    <div className="@container">
      {/* Each row names its values for screen readers. */}
      <div
        aria-hidden
        className={`-mx-3 hidden border-b border-rule px-3 py-1 text-xs font-semibold text-muted ${COLUMNS}`}
      >
        <span>Criterion</span>
        <span>Stands</span>
        <span>Proposed</span>
        <span>Decision</span>
      </div>
      {changes.map((change) => (
        <AssessmentRow
          key={change.id}
          change={change}
          agreement={agreement}
          mayDecide={mayDecide}
          waiting={waitingOf(change)}
        />
      ))}
    </div>
  );
}

type AssessmentRowProps = {
  change: ReviewChange;
  agreement: string | null;
  mayDecide: boolean;
  waiting: WaitingCommand | undefined;
};

async function AssessmentRow({ change, agreement, mayDecide, waiting }: AssessmentRowProps) {
  const { id, key, title, current, proposed, state, status } = change;
  const names = await referenceNames();
  const { word, tone } = CHANGE_STATUS_WORDS[status];
  const look = state === 'conflict' ? 'border-s-4 border-s-warn' : '';
  return (
    <article
      id={`cell-${id}`}
      tabIndex={-1}
      aria-labelledby={`title-${id}`}
      className={`relative -mx-3 grid scroll-mt-4 grid-cols-2 items-start border-b border-rule px-3 py-0.5 text-sm focus:outline-offset-0 ${COLUMNS} ${look}`}
    >
      <div className="flex items-start gap-x-2 py-1 leading-5 @max-3xl:col-span-full @max-3xl:pe-20">
        {state !== null && mayDecide && <SelectBox change={{ id, title }} />}
        <div className="min-w-0">
          <h4 id={`title-${id}`} className="inline leading-5 font-semibold">
            {title}
          </h4>{' '}
          <CellMarks change={change} />
        </div>
      </div>
      <dl className="contents">
        <Value term="Stands">
          <CellValue cell={key} value={current?.value} names={names} />
        </Value>
        <Value term="Proposed" strong>
          <CellValue cell={key} value={proposed.value} names={names} />
        </Value>
      </dl>
      <More change={change} agreement={agreement} />
      {state === null && (
        <p className="py-1.5 @max-3xl:col-span-full @3xl:col-start-4 @3xl:row-start-1">
          <Tag tone={tone}>{word}</Tag>
        </p>
      )}
      {state !== null && waiting && (
        <div className="col-span-full pb-2">
          <WaitingDecision command={waiting} />
        </div>
      )}
      {mayDecide && <CellDecision id={id} asRow />}
    </article>
  );
}

function Value({ term, strong, children }: { term: string; strong?: boolean; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 @3xl:py-1">
      <dt className="text-xs text-muted @3xl:sr-only">{term}</dt>
      <dd className={strong ? 'font-semibold' : 'text-muted'}>{children}</dd>
    </div>
  );
}

/**
 * What unfolds in place. Its summary stands at the end of the row's first line, and its content takes the row's width. A
 * conflict is open: accepting over it says that all versions were seen.
 */
function More({ change, agreement }: { change: ReviewChange; agreement: string | null }) {
  const { key, title, state, earlier, decision } = change;
  const words = moreInWords(change);
  if (words === null) return null;
  return (
    <details open={state === 'conflict'} className="col-span-full min-w-0 @3xl:row-start-2">
      <summary className="absolute end-3 top-0.5 flex min-h-7 items-center text-xs text-muted">
        <span>
          {words}
          <span className="sr-only">: {title}</span>
        </span>
      </summary>
      <div className="border-s-2 border-rule py-2 ps-3">
        <CellVersions change={change} />
        <Rivals change={change} />
        <EarlierDecisions cell={key} title={title} agreement={agreement} earlier={earlier} />
        {decision && <Outcome cell={key} decision={decision} />}
      </div>
    </details>
  );
}

/** What there is besides the values; null where there is nothing. */
function moreInWords({ base, current, proposed, rivals, earlier, decision }: ReviewChange): string | null {
  if (decision) return 'Decision';
  const parts = [proposed.note && 'note', proposed.source && 'source'].filter(Boolean).join(', ');
  if (parts !== '') return `${parts[0]?.toUpperCase()}${parts.slice(1)}`;
  const rest = [current?.note, current?.source, current?.asOf, proposed.asOf].some(Boolean);
  return rest || rivals.length > 0 || earlier.length > 0 || !sameContent(base, current) ? 'More' : null;
}
