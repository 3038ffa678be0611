import { Link } from '@/app/ui/link';
import type { ReactNode } from 'react';
import { Sign } from '@/app/ui/sign';
import type { SignKind } from '@/app/ui/sign';
import { Tag } from '@/app/ui/tag';
import { CHANGE_STATUS_WORDS } from '@/app/desk/words/decisions';
import { CellDecision } from '@/app/desk/contributions/[reference]/decision/cell-decision';
import { SelectBox } from '@/app/desk/contributions/[reference]/decision/select-box';
import { sayMoment } from '@/lib/platform/i18n/dates';
import type { MergeState } from '@/lib/review/merge';
import type { ReviewChange } from '@/lib/review/review-page/proposals';
import type { WaitingCommand } from '@/lib/review/review-page/waiting-command';
import { CellVersions } from './cell-versions';
import { EarlierDecisions } from './earlier-decisions';
import { Outcome } from './outcome';
import { Rivals } from './rivals';

type ProposedCellProps = {
  change: ReviewChange;
  agreement: string | null;
  mayDecide: boolean;
  waiting: WaitingCommand | undefined;
  /** What takes the place of the choices of the decision form, for a value that is no cell of the dataset. */
  children?: ReactNode;
};

/**
 * One proposed cell: the value when it was written, the present one, the proposed one, all context, and the decision.
 */
export function ProposedCell({ change, agreement, mayDecide, waiting, children }: ProposedCellProps) {
  const { id, key, title, status, state, earlier, decision } = change;
  const { word, tone } = CHANGE_STATUS_WORDS[status];
  return (
    <article
      id={`cell-${id}`}
      tabIndex={-1}
      aria-labelledby={`title-${id}`}
      className={`-mx-3 scroll-mt-4 border-b border-rule px-3 py-6 focus:outline-offset-0 ${state === 'conflict' ? 'border-s-4 border-s-warn' : ''}`}
    >
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {state !== null && mayDecide && children === undefined && <SelectBox change={{ id, title }} />}
        <h4 id={`title-${id}`} className="font-semibold">
          {title}
        </h4>
        {state === null && <Tag tone={tone}>{word}</Tag>}
        {state !== null && state !== 'apply' && <MergeStateInWords state={state} />}
      </div>
      <CellVersions change={change} />
      <Rivals change={change} />
      <EarlierDecisions cell={key} title={title} agreement={agreement} earlier={earlier} />
      {decision && <Outcome cell={key} decision={decision} />}
      {state !== null && waiting && (
        <div className="mt-4">
          <WaitingDecision command={waiting} />
        </div>
      )}
      {children === undefined ? mayDecide && <CellDecision id={id} /> : children}
    </article>
  );
}

/** Said of what is not ready; a cell that is says nothing. */
const MERGE_WORDS: Record<Exclude<MergeState, 'apply'>, { kind: SignKind; words: string; look: string }> = {
  unchanged: { kind: 'info', words: 'Nothing to do: the dataset says so already', look: 'text-accent' },
  conflict: {
    kind: 'warning',
    words: 'Conflict: the dataset has moved on since this was written',
    look: 'font-semibold text-warn',
  },
};

function MergeStateInWords({ state }: { state: Exclude<MergeState, 'apply'> }) {
  const { kind, words, look } = MERGE_WORDS[state];
  return (
    <p className={`flex items-baseline gap-1.5 text-sm ${look}`}>
      <Sign kind={kind} />
      <span>{words}</span>
    </p>
  );
}

/** A decision on the cell waits for a second editor. */
export function WaitingDecision({ command: { by, at } }: { command: WaitingCommand }) {
  return (
    <p className="flex items-baseline gap-1.5 text-sm text-accent">
      <Sign kind="info" />
      <span>
        A decision by {by}, {sayMoment(at.toISOString(), 'en')}, waits for{' '}
        <Link href="/desk/approvals" className="link">
          a second editor
        </Link>
        .
      </span>
    </p>
  );
}
