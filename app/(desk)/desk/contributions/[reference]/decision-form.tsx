'use client';

import { useActionState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@/app/_components/button';
import { ErrorSummary } from '@/app/_components/error-summary';
import { Notice } from '@/app/_components/notice';
import { UNSENT } from '@/app/_server/action-state';
import type { ActionState } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import type { Failure } from '@/lib/errors';
import type { Decided } from '@/lib/review/mutations';
import { decide } from './actions';
import { DecisionContext } from './decision-context';
import { faultsOf, readDecisions } from './decision-form-data';
import type { Fault } from './decision-form-data';

type DecisionFormProps = {
  reference: string;
  /** What each change is called, by id. */
  titles: Record<string, string>;
  undecided: number;
  withoutConflict: number;
  children: ReactNode;
};

/** All cells of a contribution in one form: an editor chooses for as many as they like and records them together. */
export function DecisionForm({ reference, titles, undecided, withoutConflict, children }: DecisionFormProps) {
  const [{ result, typed }, send, pending] = useActionState<ActionState<Decided>, FormData>(decide, UNSENT);
  const failure = result?.ok === false ? result : null;
  const faults = failure ? faultsOf(failure.issues ?? [], readDecisions(typed).decisions) : [];
  return (
    <DecisionContext value={{ typed, faults }}>
      {/* The margin keeps what has focus clear of the bar at the bottom. */}
      <form action={send} noValidate className="[&_:is(input,textarea,select)]:scroll-mb-28">
        <input type="hidden" name="reference" value={reference} />
        <div className="mb-6 space-y-4">
          {result?.ok && <Recorded decided={result} />}
          {failure && <NotRecorded failure={failure} faults={faults} titles={titles} />}
        </div>
        {children}
        {undecided > 0 && (
          <div className="no-print sticky bottom-0 mt-6 flex flex-wrap gap-3 border-t border-ink bg-paper py-4">
            <Button type="submit" name="intent" value="chosen" disabled={pending}>
              {pending ? 'Recording…' : 'Record what I chose'}
            </Button>
            {withoutConflict > 0 && (
              <Button type="submit" name="intent" value="ready" variant="secondary" disabled={pending}>
                {withoutConflict === undecided ? `Accept all ${undecided}` : `Accept ${withoutConflict} without conflict`}
              </Button>
            )}
          </div>
        )}
      </form>
    </DecisionContext>
  );
}

/** `decided` as the action returns it. */
function Recorded({ decided: { decided, joined, superseded, revisions } }: { decided: Decided }) {
  return (
    <Notice kind="success" role="status" title={decided === 0 ? 'This had been recorded already' : decided === 1 ? 'One decision recorded' : `${decided} decisions recorded`}>
      <ul>
        {revisions.map(({ agreement, version }) => (
          <li key={agreement}>
            <a href={`/en/agreements/${agreement}`} className="link">
              {agreement}
            </a>{' '}
            is now at version {version}.
          </li>
        ))}
        {joined > 0 && <li>The same proposal by others was accepted along: {joined}.</li>}
        {superseded > 0 && <li>Rival proposals by others were superseded: {superseded}.</li>}
      </ul>
    </Notice>
  );
}

function NotRecorded({ failure, faults, titles }: { failure: Failure; faults: readonly Fault[]; titles: Record<string, string> }) {
  const nothingChosen = failure.issues?.some(({ code }) => code === 'nothing_to_decide');
  if (nothingChosen) return <FailureNotice failure={{ ok: false, reason: 'nothing_to_decide' }} />;
  if (faults.length === 0) return <FailureNotice failure={failure} />;
  const lines = faults.map(({ change, code }) => ({ href: `#cell-${change}`, message: `${titles[change] ?? ''}: ${cellFaultInWords(code)}` }));
  return <ErrorSummary title="Nothing was recorded" errors={lines} />;
}

/** Faults of a cell that are about its state rather than about what was typed. */
const CELL_FAULTS: Record<string, string> = {
  already_decided: 'somebody has decided this meanwhile.',
  stale: 'the dataset has changed meanwhile. What stands there now is shown: compare, then send again.',
  conflict: 'the dataset has moved on since this was proposed. Compare, then accept over it, amend or reject.',
};

const cellFaultInWords = (code: string) => CELL_FAULTS[code] ?? faultInWords(code);
