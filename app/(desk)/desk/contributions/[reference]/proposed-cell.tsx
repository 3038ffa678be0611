import type { ReactNode } from 'react';
import { Sign } from '@/app/_components/sign';
import type { SignKind } from '@/app/_components/sign';
import { Tag } from '@/app/_components/tag';
import { CHANGE_WORDS } from '@/app/(desk)/desk/_parts/words';
import { sayMoment } from '@/lib/i18n/dates';
import { sameContent } from '@/lib/review/merge';
import type { MergeState } from '@/lib/review/merge';
import type { ReviewChange, ReviewDecision, ReviewRival } from '@/lib/review/page/proposals/queries';
import { CellDecision } from './cell-decision';
import { CellContentView } from './cell-content';

/** One proposed cell: what stood there when it was proposed, what stands there now, what is proposed, and the decision. */
export function ProposedCell({ change, mayDecide }: { change: ReviewChange; mayDecide: boolean }) {
  const { id, key, title, base, current, proposed, status, state, rivals, decision, currentVersion } = change;
  const isNew = base === null && current === null;
  const { word, tone } = CHANGE_WORDS[status];
  return (
    <article id={`cell-${id}`} tabIndex={-1} aria-labelledby={`title-${id}`} className="border-b border-rule py-5">
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h4 id={`title-${id}`} className="font-semibold">
          {title}
        </h4>
        {state ? <MergeStateInWords state={state} isNew={isNew} /> : <Tag tone={tone}>{word}</Tag>}
      </div>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-3">
        <Column term="When proposed" muted>
          {base !== null && sameContent(base, current) ? 'As it is now' : <CellContentView cell={key} content={base} />}
        </Column>
        <Column term="Now">
          <CellContentView cell={key} content={current} />
        </Column>
        <Column term="Proposed" strong>
          <CellContentView cell={key} content={proposed} />
        </Column>
      </dl>
      {rivals.length > 0 && <Rivals cell={key} rivals={rivals} />}
      {decision && <Outcome cell={key} decision={decision} />}
      {mayDecide && <CellDecision change={{ id, key, title, state, currentVersion, proposed }} />}
    </article>
  );
}

type ColumnProps = { term: string; muted?: boolean; strong?: boolean; children: ReactNode };

function Column({ term, muted, strong, children }: ColumnProps) {
  return (
    <div className={strong ? 'border-s-2 border-accent ps-3' : 'border-s-2 border-rule ps-3'}>
      <dt className="text-xs font-semibold text-muted">{term}</dt>
      <dd className={muted ? 'text-muted' : undefined}>{children}</dd>
    </div>
  );
}

const MERGE_WORDS: Record<MergeState, { kind: SignKind; words: string; look: string }> = {
  apply: { kind: 'success', words: 'Ready: unchanged since it was proposed', look: 'text-ok' },
  unchanged: { kind: 'info', words: 'Nothing to do: the dataset says so already', look: 'text-accent' },
  conflict: { kind: 'warning', words: 'Conflict: the dataset has moved on since', look: 'text-warn' },
};

function MergeStateInWords({ state, isNew }: { state: MergeState; isNew: boolean }) {
  const { kind, words, look } = MERGE_WORDS[state];
  return (
    <p className={`flex items-baseline gap-1.5 text-sm ${look}`}>
      <Sign kind={kind} />
      <span>{isNew && state === 'apply' ? 'Ready: nothing is known here yet' : words}</span>
    </p>
  );
}

function Rivals({ cell, rivals }: { cell: string; rivals: readonly ReviewRival[] }) {
  return (
    <div className="mt-4 text-sm">
      <p className="font-semibold">Others propose for the same cell:</p>
      <ul className="mt-1 space-y-2">
        {rivals.map((rival) => (
          <li key={rival.reference} className="border-s-2 border-rule ps-3">
            <a href={`/desk/contributions/${rival.reference}`} className="link">
              {rival.reference}
            </a>{' '}
            <span className="text-muted">{rival.identical ? 'says the same; it is accepted and credited along' : 'differs; it is superseded when this one is accepted'}</span>
            <div>
              <CellContentView cell={cell} content={rival} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Outcome({ cell, decision: { outcome, value, note, source, reason, by, at, winner } }: { cell: string; decision: ReviewDecision }) {
  return (
    <div className="mt-4 text-sm">
      <p>
        {CHANGE_WORDS[outcome].word} by {by}, <time dateTime={at.toISOString()}>{sayMoment(at.toISOString(), 'en')}</time>
        {winner && (
          <>
            {' '}
            in favour of{' '}
            <a href={`/desk/contributions/${winner}`} className="link">
              {winner}
            </a>
          </>
        )}
      </p>
      {outcome === 'amended' && <CellContentView cell={cell} content={{ value, note, source }} />}
      {reason && <p className="mt-1 whitespace-pre-line text-muted">Reason: {reason}</p>}
    </div>
  );
}
