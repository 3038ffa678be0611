'use client';

import { cellName } from '@/lib/agreements/facts/cell-name';
import { Link } from '@/app/ui/link';
import { SubmitButton } from '@/app/ui/action-form';
import { ErrorSummary } from '@/app/ui/error-summary';
import { Notice } from '@/app/ui/notice';
import { TextArea } from '@/app/ui/text-area';
import type { Typed } from '@/app/ui/action-state';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FailureNotice, faultInWords } from '@/app/desk/parts/failure-notice';
import type { Failure } from '@/lib/platform/errors';
import { propose } from './actions';
import { CellChoice } from './cell-choice';
import { cellFaultsOf } from './proposal-form-data';
import type { ProposableCell } from './proposal-form-data';

type ProposableGroup = { key: string; title: string; cells: readonly ProposableCell[] };

type ProposalFormProps = {
  /** The agreement and its version; null for a new one. */
  agreement: { slug: string; version: number } | null;
  /** Identifies this form: sent twice, it is stored once. */
  submissionKey: string;
  groups: readonly ProposableGroup[];
};

/** All cells of an agreement: an editor chooses which to change, with the new value, source and reason. */
export function ProposalForm({ agreement, submissionKey, groups }: ProposalFormProps) {
  return (
    <DeskForm
      action={propose}
      fields={{
        kind: agreement ? 'update' : 'new',
        submissionKey,
        ...(agreement && { agreement: agreement.slug, baseVersion: String(agreement.version) }),
      }}
      done={({ reference }: { reference: string }) => (
        <Proposed reference={reference} agreement={agreement?.slug ?? null} />
      )}
      failed={(failure, _, typed) => <NotProposed failure={failure} typed={typed} groups={groups} />}
      once
      buttons={
        <SubmitButton doing="Proposing…">{agreement ? 'Propose what I chose' : 'Propose the agreement'}</SubmitButton>
      }
    >
      {({ typed, fault, failure }) => {
        const faults = failure ? cellFaultsOf(failure.issues ?? [], typed) : [];
        return (
          <>
            {groups.map((group) => (
              <section key={group.key} aria-labelledby={group.key} className="pb-10">
                <h2 id={group.key} className="border-b border-ink pb-2 text-2xl">
                  {group.title}
                </h2>
                {group.cells.map((cell) => (
                  <CellChoice
                    key={cell.key}
                    cell={cell}
                    typed={typed}
                    kept={failure !== null}
                    faults={faults.filter((one) => one.cell === cell.key)}
                  />
                ))}
              </section>
            ))}
            <WholeForm typed={typed} comment={fault('comment')} />
          </>
        );
      }}
    </DeskForm>
  );
}

function WholeForm({ typed, comment }: { typed: Typed; comment: string | undefined }) {
  return (
    <section aria-labelledby="whole" className="space-y-5 pb-6">
      <h2 id="whole" className="border-b border-ink pb-2 text-2xl">
        For all of it
      </h2>
      <TextArea
        id="source"
        name="source"
        label="Source"
        mark="for every value that has none of its own"
        rows={2}
        defaultValue={typed.source}
      />
      <TextArea
        id="comment"
        name="comment"
        label="Why"
        hint="The deciding editor reads it. It is not published."
        rows={3}
        defaultValue={typed.comment}
        error={comment}
      />
    </section>
  );
}

type NotProposedProps = { failure: Failure; typed: Typed; groups: readonly ProposableGroup[] };

function NotProposed({ failure, typed, groups }: NotProposedProps) {
  const titles = new Map(groups.flatMap(({ cells }) => cells.map(({ key, title }) => [key, title] as const)));
  const issues = failure.issues ?? [];
  // New rows are called by their number and refer to nothing.
  const nameOf = (cell: string) => cellName(titles, cell, { agreements: {}, criteria: {} });
  const whole = issues.filter(({ path }) => !/^changes\.\d/.test(path));
  const errors = [
    ...cellFaultsOf(issues, typed).map(({ cell, code }) => ({
      href: `#cell-${cell}`,
      message: `${nameOf(cell)}: ${faultInWords(code)}`,
    })),
    ...whole.map(({ path, code }) => ({
      href: path === 'comment' ? '#comment' : '#facts',
      message: faultInWords(code),
    })),
  ];
  return errors.length > 0 ? (
    <ErrorSummary live={false} title="Nothing was proposed" errors={errors} />
  ) : (
    <FailureNotice failure={failure} />
  );
}

function Proposed({ reference, agreement }: { reference: string; agreement: string | null }) {
  return (
    <Notice kind="success" title={`Proposed as ${reference}`}>
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
