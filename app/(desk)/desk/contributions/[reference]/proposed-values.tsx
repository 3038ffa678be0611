import { Markdown } from '@/app/_components/markdown';
import type { ReviewProposal } from '@/lib/review/page/proposals/queries';
import type { ReviewContribution } from '@/lib/review/page/queries';
import { DecisionForm } from './decision-form';
import { ProposedCell } from './proposed-cell';

const OPEN = ['submitted', 'changes_requested', 'published'];

/** Everything the contribution proposes for the dataset, agreement by agreement. */
export function ProposedValues({ contribution }: { contribution: ReviewContribution }) {
  const { reference, proposals, status, ownOrganisation } = contribution;
  const changes = proposals.flatMap((proposal) => proposal.changes);
  const mayDecide = !ownOrganisation && OPEN.includes(status);
  const undecided = changes.filter(({ state }) => state !== null);
  const list = proposals.map((proposal) => <Proposal key={proposal.id} proposal={proposal} mayDecide={mayDecide} />);
  return (
    <section aria-labelledby="proposed" className="pb-10">
      <h2 id="proposed" className="text-2xl">
        Proposed for the dataset
      </h2>
      <p className="mt-1 mb-4 text-muted">{summaryInWords(changes.length, undecided.length, OPEN.includes(status))}</p>
      {mayDecide ? (
        <DecisionForm
          reference={reference}
          titles={Object.fromEntries(changes.map(({ id, title }) => [id, title]))}
          undecided={undecided.length}
          withoutConflict={undecided.filter(({ state }) => state !== 'conflict').length}
        >
          {list}
        </DecisionForm>
      ) : (
        list
      )}
    </section>
  );
}

function summaryInWords(total: number, undecided: number, open: boolean): string {
  if (total === 0) return 'This contribution proposes nothing for the dataset.';
  if (!open) return `It proposed ${total === 1 ? 'one value' : `${total} values`}. In this state nothing can be decided any more.`;
  if (undecided === 0) return total === 1 ? 'The one proposed value is decided.' : `All ${total} proposed values are decided.`;
  return `${undecided} of ${total} to decide. What you accept is in the dataset at once, with this contribution as its source.`;
}

function Proposal({ proposal: { kind, agreement, comment, changes }, mayDecide }: { proposal: ReviewProposal; mayDecide: boolean }) {
  const proposedName = changes.find(({ key }) => key === 'name')?.proposed.value;
  return (
    <div className="pb-8">
      <h3 className="border-b border-ink pb-2">
        {agreement ? (
          <a href={`/en/agreements/${agreement.slug}`} className="link">
            {agreement.name}
          </a>
        ) : (
          <span dir="auto">{String(proposedName ?? 'An agreement without a name')}</span>
        )}
      </h3>
      {kind === 'new' && !agreement && (
        <p className="mt-3 text-sm text-muted">New to the dataset. It is added when its name is accepted, together with whatever else is accepted of it.</p>
      )}
      {comment && (
        <div className="mt-3 max-w-[46rem]">
          <p className="text-muted">Their comment:</p>
          <Markdown text={comment} className="!text-base" />
        </div>
      )}
      {changes.map((change) => (
        <ProposedCell key={change.id} change={change} mayDecide={mayDecide} />
      ))}
    </div>
  );
}
