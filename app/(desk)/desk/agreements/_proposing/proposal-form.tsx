'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@/app/_components/button';
import { ErrorSummary } from '@/app/_components/error-summary';
import { Notice } from '@/app/_components/notice';
import { TextArea } from '@/app/_components/text-area';
import { UNSENT } from '@/app/_server/action-state';
import type { ActionState, Typed } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import type { Failure } from '@/lib/errors';
import { propose } from './actions';
import { CellChoice } from './cell-choice';
import { cellFaultsOf } from './proposal-form-data';
import type { CellFault } from './proposal-form-data';

export type ProposableCell = {
  key: string;
  title: string;
  content: { value: unknown; note: string | null; source: string | null } | null;
  /** What stands, as readers see it. */
  shown: ReactNode;
  chosen: boolean;
};
export type ProposableGroup = { key: string; title: string; cells: readonly ProposableCell[] };

type ProposalFormProps = {
  /** Which agreement, at which version; null for a new one. */
  agreement: { slug: string; version: number } | null;
  /** Names this form: sent twice it is stored once. */
  submissionKey: string;
  groups: readonly ProposableGroup[];
};

/** All cells of an agreement: an editor chooses those to change, says to what, on which source, and why. */
export function ProposalForm({ agreement, submissionKey, groups }: ProposalFormProps) {
  const [{ result, typed }, send, pending] = useActionState<ActionState<{ reference: string }>, FormData>(propose, UNSENT);
  const failure = result?.ok === false ? result : null;
  if (result?.ok) return <Proposed reference={result.reference} agreement={agreement?.slug ?? null} />;
  const faults = failure ? cellFaultsOf(failure.issues ?? [], typed) : [];
  const code = (path: string) => failure?.issues?.find((issue) => issue.path === path)?.code;
  return (
    <form action={send} noValidate className="[&_:is(input,textarea,select)]:scroll-mb-28">
      <div className="mb-6">{failure && <NotProposed failure={failure} faults={faults} groups={groups} />}</div>
      {agreement && <input type="hidden" name="agreement" value={agreement.slug} />}
      {agreement && <input type="hidden" name="baseVersion" value={typed.baseVersion ?? agreement.version} />}
      <input type="hidden" name="kind" value={agreement ? 'update' : 'new'} />
      <input type="hidden" name="submissionKey" value={typed.submissionKey ?? submissionKey} />
      {groups.map((group) => (
        <section key={group.key} aria-labelledby={group.key} className="pb-10">
          <h2 id={group.key} className="border-b border-ink pb-2 text-2xl">
            {group.title}
          </h2>
          {group.cells.map((cell) => (
            <CellChoice key={cell.key} cell={cell} typed={typed} kept={failure !== null} faults={faults.filter((fault) => fault.cell === cell.key)} />
          ))}
        </section>
      ))}
      <WholeForm typed={typed} comment={code('comment')} />
      <div className="no-print sticky bottom-0 mt-6 border-t border-ink bg-paper py-4">
        <Button type="submit" disabled={pending}>
          {pending ? 'Proposing…' : agreement ? 'Propose what I chose' : 'Propose the agreement'}
        </Button>
      </div>
    </form>
  );
}

function WholeForm({ typed, comment }: { typed: Typed; comment: string | undefined }) {
  return (
    <section aria-labelledby="whole" className="space-y-5">
      <h2 id="whole" className="border-b border-ink pb-2 text-2xl">
        For all of it
      </h2>
      <TextArea id="source" name="source" label="Source" mark="for every value that has none of its own" rows={2} defaultValue={typed.source} />
      <TextArea
        id="comment"
        name="comment"
        label="Why"
        hint="Whoever decides reads it. It is not published."
        rows={3}
        defaultValue={typed.comment}
        error={comment && faultInWords(comment)}
      />
    </section>
  );
}

type NotProposedProps = { failure: Failure; faults: readonly CellFault[]; groups: readonly ProposableGroup[] };

function NotProposed({ failure, faults, groups }: NotProposedProps) {
  const titles = new Map(groups.flatMap(({ cells }) => cells.map(({ key, title }) => [key, title] as const)));
  const whole = (failure.issues ?? []).filter(({ path }) => !/^changes\.\d/.test(path));
  const errors = [
    ...faults.map(({ cell, code }) => ({ href: `#cell-${cell}`, message: `${titles.get(cell) ?? cell}: ${faultInWords(code)}` })),
    ...whole.map(({ path, code }) => ({ href: path === 'comment' ? '#comment' : '#facts', message: faultInWords(code) })),
  ];
  return errors.length > 0 ? <ErrorSummary title="Nothing was proposed" errors={errors} /> : <FailureNotice failure={failure} />;
}

function Proposed({ reference, agreement }: { reference: string; agreement: string | null }) {
  return (
    <Notice kind="success" role="status" title={`Proposed as ${reference}`}>
      <p>It waits in the queue. When the last of its values is decided it becomes public by itself.</p>
      <p className="mt-2 flex flex-wrap gap-x-5">
        <Link href={`/desk/contributions/${reference}`} className="link">
          Look at {reference}
        </Link>
        <Link href={agreement ? `/desk/agreements/${agreement}` : '/desk/agreements'} className="link">
          {agreement ? 'Back to the agreement' : 'Back to the agreements'}
        </Link>
      </p>
    </Notice>
  );
}
