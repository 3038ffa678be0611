'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { SubmitButton } from '@/app/ui/action-form';
import type { Typed } from '@/app/ui/action-state';
import { ErrorSummary } from '@/app/ui/error-summary';
import { Link } from '@/app/ui/link';
import { Notice } from '@/app/ui/notice';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FailureNotice, faultInWords } from '@/app/desk/parts/failure-notice';
import type { ShownCell } from '@/app/desk/pending/pending-cell';
import { rulesInWords } from '@/app/desk/words/review-rules';
import type { Failure } from '@/lib/platform/errors';
import { sayCount } from '@/lib/platform/text/say-count';
import type { Decided } from '@/lib/review/decide';
import { decideTogether } from './actions';
import { CellFields, isReady } from './cell-fields';
import { countCells, faultsOf } from './decided-cells';

/** All undecided cells of an agreement in one form: any number of choices become one version of it. */
export function CellsForm({ slug, cells }: { slug: string; cells: readonly ShownCell[] }) {
  const { form, count, recount } = useCount(cells);
  return (
    <div ref={form} onChange={recount}>
      <DeskForm
        action={decideTogether}
        fields={{ agreement: slug }}
        closed={cells.length === 0}
        done={(decided) => <Done decided={decided} />}
        failed={(failure, _, typed) => <NotDecided failure={failure} typed={typed} cells={cells} />}
        className="[&>div:last-child]:sticky [&>div:last-child]:bottom-0 [&>div:last-child]:max-h-[50vh] [&>div:last-child]:overflow-y-auto [&>div:last-child]:border-t [&>div:last-child]:border-ink [&>div:last-child]:bg-paper [&>div:last-child]:py-3"
        buttons={cells.length > 0 && <Buttons {...count} />}
      >
        {({ typed, failure }) => {
          const faults = failure ? faultsOf(failure.issues ?? [], typed) : [];
          return cells.map((cell) => (
            <CellFields
              key={cell.id}
              cell={cell}
              typed={typed}
              faults={faults.filter((fault) => fault.cell === cell.id)}
            />
          ));
        }}
      </DeskForm>
    </div>
  );
}

/** What the buttons would do, counted as choices are made. Without a script they say what the page began with. */
function useCount(cells: readonly ShownCell[]) {
  const form = useRef<HTMLDivElement>(null);
  const [made, setMade] = useState<{ cells: readonly ShownCell[]; chosen: number; ready: number } | null>(null);
  const recount = () => {
    const fields = form.current?.querySelector('form');
    if (fields) setMade({ cells, ...countCells(Object.fromEntries(new FormData(fields)) as Typed) }); // no files in it
  };
  // After a refusal the page shows the cells anew, and the choices stay.
  const recountShown = useEffectEvent(recount);
  useEffect(() => recountShown(), [cells]);
  const count = made?.cells === cells ? made : { chosen: 0, ready: cells.filter(isReady).length };
  return { form, count, recount };
}

function Buttons({ chosen, ready }: { chosen: number; ready: number }) {
  return (
    <>
      <SubmitButton name="intent" value="chosen" doing="Recording…">
        Record what I chose
      </SubmitButton>
      {ready > 0 && (
        <SubmitButton name="intent" value="ready" variant="secondary" doing="Recording…">
          {acceptInWords(chosen, ready)}
        </SubmitButton>
      )}
      <span className="text-sm text-muted">
        {chosen > 0 && `${sayCount(chosen, 'cell')} chosen, not recorded yet. `}
        Ready: one proposal, no conflict.
      </span>
    </>
  );
}

function acceptInWords(chosen: number, ready: number): string {
  if (chosen > 0) return `Record it, and accept the other ${ready === 1 ? 'one' : ready}`;
  return ready === 1 ? 'Accept the one that is ready' : `Accept the ${ready} that are ready`;
}

function Done({ decided: { decided, joined, superseded, revisions, waiting } }: { decided: Decided }) {
  if (waiting)
    return (
      <Notice kind="info" title="This waits for a second editor">
        Because {rulesInWords(waiting.rules)}. Nothing is decided yet. You find it under{' '}
        <Link href="/desk/approvals" className="link">
          Approvals
        </Link>
        .
      </Notice>
    );
  const [revision] = revisions;
  return (
    <Notice
      kind="success"
      title={decided === 0 ? 'This had been recorded already.' : `${sayCount(decided + joined, 'proposal')} decided.`}
    >
      <ul className="text-sm">
        {revision && (
          <li>
            <a href={`/en/agreements/${revision.agreement}`} className="link">
              {revision.agreement}
            </a>{' '}
            is now at version {revision.version}.
          </li>
        )}
        {joined > 0 && <li>{sayCount(joined, 'identical proposal')} accepted along, and credited.</li>}
        {superseded > 0 && <li>{sayCount(superseded, 'rival proposal')} superseded.</li>}
      </ul>
    </Notice>
  );
}

/** Why nothing was recorded, with a line for each cell concerned. */
function NotDecided({ failure, typed, cells }: { failure: Failure; typed: Typed; cells: readonly ShownCell[] }) {
  if (failure.issues?.some(({ code }) => code === 'nothing_to_decide'))
    return <FailureNotice failure={{ ok: false, reason: 'nothing_to_decide' }} />;
  const faults = faultsOf(failure.issues ?? [], typed);
  if (faults.length === 0)
    return <FailureNotice failure={failure} faults={failure.issues?.map(({ code }) => faultInWords(code))} />;
  const errors = faults.map(({ cell, code }) => {
    const title = cells.find(({ id }) => id === cell)?.title;
    // A cell that has left the page was decided.
    return title === undefined
      ? { href: '#content', message: `${cell}: ${faultInWords('already_decided')}` }
      : { href: `#cell-${cell}`, message: `${title}: ${faultInWords(code)}` };
  });
  return <ErrorSummary title="Nothing was recorded" errors={errors} live={false} />;
}
