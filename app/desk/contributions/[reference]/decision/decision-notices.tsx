'use client';

import { Link } from '@/app/ui/link';
import { ErrorSummary } from '@/app/ui/error-summary';
import { Notice } from '@/app/ui/notice';
import { FailureNotice, faultInWords } from '@/app/desk/parts/failure-notice';
import type { Failure } from '@/lib/platform/errors';
import type { Fault } from './decision-form-data';
import { rulesInWords } from '@/app/desk/words/review-rules';
import type { DecisionResult } from './decision-result';

type RecordedNoticeProps = {
  recorded: DecisionResult;
  /** All is decided, so there is no bar to show the result. */ finished: boolean;
};

/** What was recorded and its effects, or that it waits for a second editor. */
export function RecordedNotice({
  recorded: { decided, joined, superseded, revisions, waiting },
  finished,
}: RecordedNoticeProps) {
  if (waiting) {
    return (
      <Notice kind="info" title="This waits for a second editor">
        Because {rulesInWords(waiting.rules)}. Nothing is decided yet. You find it under{' '}
        <Link href="/desk/approvals" className="link">
          Approvals
        </Link>{' '}
        and is carried out as you asked when another editor agrees.
      </Notice>
    );
  }
  if (!finished && revisions.length + joined + superseded === 0) return null;
  return (
    <Notice kind="success" title={finished ? decidedInWords(decided) : 'What this changed'}>
      <ul className="text-sm">
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
        {finished && (
          <li>
            Nothing is left to decide here.{' '}
            <a href="#publication" className="link">
              On to its publication
            </a>
          </li>
        )}
      </ul>
    </Notice>
  );
}

/** The same, beside the button, in short. */
export function recordedInOneLine({ decided, revisions: [revision, ...others] }: DecisionResult): string {
  const version =
    revision && others.length === 0 ? `: ${revision.agreement} is now at version ${revision.version}` : '';
  return `${decidedInWords(decided)}${version}.`;
}

export const refusedInOneLine = (faults: number) =>
  faults === 0
    ? 'Nothing was recorded: see above.'
    : faults === 1
      ? 'Nothing was recorded: one cell needs another look.'
      : `Nothing was recorded: ${faults} cells need another look.`;

function decidedInWords(decided: number): string {
  if (decided === 0) return 'This had been recorded already';
  return decided === 1 ? 'One decision recorded' : `${decided} decisions recorded`;
}

type NotRecordedProps = {
  failure: Failure;
  faults: readonly Fault[];
  titles: Record<string, string>;
  title?: string;
  id?: string;
};

/** Why no decision was recorded, with a line for each cell concerned. */
export function NotRecorded({ failure, faults, titles, title = 'Nothing was recorded', id }: NotRecordedProps) {
  const nothingChosen = failure.issues?.some(({ code }) => code === 'nothing_to_decide');
  if (nothingChosen) return <FailureNotice failure={{ ok: false, reason: 'nothing_to_decide' }} />;
  if (faults.length === 0)
    return <FailureNotice failure={failure} faults={failure.issues?.map(({ code }) => faultInWords(code))} />;
  const lines = faults.map(({ change, code }) => ({
    href: `#cell-${change}`,
    message: `${titles[change] ?? ''}: ${cellFaultInWords(code)}`,
  }));
  return <ErrorSummary id={id} title={title} errors={lines} live={false} />;
}

/** Faults about the state of a cell, not about the typed text. */
const CELL_FAULTS: Record<string, string> = {
  already_decided: 'another editor has decided this meanwhile.',
  stale: 'the dataset has changed meanwhile. Its current value is shown: compare, then send again.',
  conflict: 'the dataset has moved on since this was proposed. Compare, then accept over it, amend or reject.',
};

export const cellFaultInWords = (code: string) => CELL_FAULTS[code] ?? faultInWords(code);
