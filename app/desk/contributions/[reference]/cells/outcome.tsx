import { Moment } from '@/app/ui/moment';
import { CHANGE_STATUS_WORDS } from '@/app/desk/words/decisions';
import type { ReviewDecision } from '@/lib/review/review-page/proposals';
import { CellContentView } from './cell-content';

/** The decision on a cell: by whom, when, why, and which proposals won or lost. */
export function Outcome({ cell, decision }: { cell: string; decision: ReviewDecision }) {
  const { outcome, value, note, source, asOf, reason, by, secondedBy, at, winner, chosenOver } = decision;
  return (
    <div className="mt-4 text-sm">
      <p>
        {CHANGE_STATUS_WORDS[outcome].word} by {by}
        {secondedBy && ` and ${secondedBy}`}, <Moment value={at.toISOString()} locale="en" />
        {winner && (
          <>
            , in favour of <Reference to={winner} />
          </>
        )}
      </p>
      {outcome === 'amended' && (
        <div className="mt-1 border-s-2 border-rule ps-3">
          <p className="text-xs font-semibold text-muted">Went into the dataset as</p>
          <CellContentView cell={cell} content={{ value, note, source, asOf }} />
        </div>
      )}
      {chosenOver.length > 0 && (
        <p className="mt-1">
          Chosen over{' '}
          {chosenOver.map((reference, index) => (
            <span key={reference}>
              {index > 0 && ', '}
              <Reference to={reference} />
            </span>
          ))}
        </p>
      )}
      {reason && (
        <p className="mt-1 whitespace-pre-line" dir="auto">
          <span className="text-muted">Reason:</span> {reason}
        </p>
      )}
    </div>
  );
}

function Reference({ to }: { to: string }) {
  return (
    <a href={`/desk/contributions/${to}`} className="link">
      {to}
    </a>
  );
}
