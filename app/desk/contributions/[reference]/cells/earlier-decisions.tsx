import { Moment } from '@/app/ui/moment';
import { earlierDecisionWord } from '@/app/desk/words/decisions';
import type { EarlierDecision } from '@/lib/review/review-page/earlier-decisions';
import { CellContentView } from './cell-content';

/** The earlier decisions on this cell, with editor and reason: folded, with their number in the summary. */
export function EarlierDecisions({
  cell,
  title,
  agreement,
  earlier,
}: {
  cell: string;
  title: string;
  agreement: string | null;
  earlier: readonly EarlierDecision[];
}) {
  const [newest] = earlier;
  if (!newest) return null;
  return (
    <details className="mt-4 text-sm">
      <summary className="w-fit py-1">
        <span className="font-semibold">Decided before</span>{' '}
        <span className="text-muted">
          {earlier.length === 1 ? 'once' : `${earlier.length} times`}, last:{' '}
          {earlierDecisionWord(newest.kind).toLowerCase()}, <Moment value={newest.at.toISOString()} locale="en" />
        </span>
        <span className="sr-only">: {title}</span>
      </summary>
      <ol className="mt-2 space-y-3">
        {earlier.map((decision, at) => (
          <li key={at} className="border-s-2 border-rule ps-3">
            <Earlier cell={cell} agreement={agreement} decision={decision} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Earlier({
  cell,
  agreement,
  decision: { kind, at, by, reason, content, reference, version },
}: {
  cell: string;
  agreement: string | null;
  decision: EarlierDecision;
}) {
  return (
    <>
      <p>
        <strong>{earlierDecisionWord(kind)}</strong> by {by}, <Moment value={at.toISOString()} locale="en" />
        {reference && (
          <>
            , proposed by{' '}
            <a href={`/desk/contributions/${reference}`} className="link">
              {reference}
            </a>
          </>
        )}
        {version !== null && agreement && (
          <>
            ,{' '}
            <a href={`/en/agreements/${agreement}#version-${version}`} className="link">
              version {version}
            </a>
          </>
        )}
      </p>
      <div className={kind === 'rejected' ? 'text-muted' : undefined}>
        <CellContentView cell={cell} content={content} />
      </div>
      {reason && (
        <p className="mt-1 whitespace-pre-line" dir="auto">
          <span className="text-muted">Reason:</span> {reason}
        </p>
      )}
    </>
  );
}
