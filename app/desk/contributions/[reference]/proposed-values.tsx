import { Markdown } from '@/app/ui/markdown';
import { fieldOf, isFactKey, isOfRegister, isRecordField } from '@/lib/agreements/facts/registry';
import type { ReviewProposal } from '@/lib/review/review-page/proposals';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import type { WaitingCommand } from '@/lib/review/review-page/waiting-command';
import { RecordLists } from '@/app/desk/parts/record-lists';
import { AlikeNotice } from '@/app/desk/contributions/[reference]/cells/alike-notice';
import { AssessmentRows } from '@/app/desk/contributions/[reference]/cells/assessment-row';
import { ProposedCell } from '@/app/desk/contributions/[reference]/cells/proposed-cell';
import { DecisionForm } from '@/app/desk/contributions/[reference]/decision/decision-form';

/** All values that the contribution proposes for the dataset, agreement by agreement. */
export function ProposedValues({ contribution }: { contribution: ReviewContribution }) {
  const { mayDecide, waiting, questionTitles } = contribution;
  const proposals = contribution.proposals.flatMap(withoutParticipants);
  const changes = proposals.flatMap((proposal) => proposal.changes);
  const undecided = changes.filter(({ state }) => state !== null);
  const list = proposals.map((proposal) => (
    <Proposal
      key={proposal.id}
      proposal={proposal}
      question={questionTitles[proposal.question]}
      mayDecide={mayDecide}
      waiting={waiting}
    />
  ));
  return (
    <section aria-labelledby="proposed" className="min-w-0 pb-10">
      <h2 id="proposed" tabIndex={-1} className="text-2xl">
        Proposed for the dataset
      </h2>
      <p className="mb-2 text-sm text-muted">
        {summaryInWords(changes.length, undecided.length, stateOf(contribution))}
      </p>
      {mayDecide && changes.length > 0 ? (
        <>
          {changes.some(isOfRecord) && <RecordLists />}
          <DecisionForm>{list}</DecisionForm>
        </>
      ) : (
        list
      )}
    </section>
  );
}

/** A proposal without what is proposed for the register; none where nothing else was said in it. */
function withoutParticipants({ changes, ...proposal }: ReviewProposal): ReviewProposal[] {
  const values = changes.filter(({ key }) => !isOfRegister(key));
  return values.length === 0 && changes.length > 0 && !proposal.comment ? [] : [{ ...proposal, changes: values }];
}

function isOfRecord({ key }: { key: string }): boolean {
  const field = fieldOf(key);
  return field !== null && isRecordField(field);
}

type State = 'over' | 'no consent' | 'open';

function stateOf({ open, entry }: ReviewContribution): State {
  if (!open) return 'over';
  return entry?.consent.state === 'waiting' ? 'no consent' : 'open';
}

function summaryInWords(total: number, undecided: number, state: State): string {
  if (total === 0) return 'This contribution proposes nothing for the dataset.';
  if (state === 'no consent')
    return `It proposes ${total === 1 ? 'one value' : `${total} values`}. They can be decided once its contributor has agreed.`;
  if (state === 'over')
    return `It proposed ${total === 1 ? 'one value' : `${total} values`}. In this state nothing can be decided any more.`;
  if (undecided === 0)
    return total === 1 ? 'The one proposed value is decided.' : `All ${total} proposed values are decided.`;
  return `${undecided} of ${total} to decide. What you accept is in the dataset at once, credited to this contribution.`;
}

type ProposalProps = {
  proposal: ReviewProposal;
  /** The question's title, where the call asks for proposals in several. */
  question?: string;
  mayDecide: boolean;
  waiting: readonly WaitingCommand[];
};

function Proposal({ proposal, question, mayDecide, waiting }: ProposalProps) {
  const { kind, agreement, comment, alike, changes } = proposal;
  const facts = changes.filter(({ key }) => isFactKey(key));
  const assessments = changes.filter(({ key }) => !isFactKey(key));
  const waitingOf = (change: { id: string }) => waiting.find((command) => command.changes.includes(change.id));
  const proposedName = changes.find(({ key }) => key === 'name')?.proposed.value;
  return (
    <div className="pb-6">
      {question && <p className="text-sm text-muted">{question}</p>}
      <h3 className="border-b border-ink pb-1">
        {agreement ? (
          <a href={`/en/agreements/${agreement.slug}`} className="link">
            {agreement.name}
          </a>
        ) : (
          <span dir="auto">{String(proposedName ?? 'An agreement without a name')}</span>
        )}
      </h3>
      {kind === 'new' && !agreement && (
        <p className="mt-3 text-sm text-muted">
          New to the dataset. It is added when its name is accepted, together with whatever else is accepted of it.
        </p>
      )}
      {alike && <AlikeNotice alike={alike} />}
      {comment && (
        <div className="mt-3 max-w-[46rem]">
          <p className="text-sm text-muted">Their comment:</p>
          <Markdown text={comment} className="!text-base" />
        </div>
      )}
      {facts.map((change) => (
        <ProposedCell
          key={change.id}
          change={change}
          agreement={agreement?.slug ?? null}
          mayDecide={mayDecide}
          waiting={waitingOf(change)}
        />
      ))}
      <AssessmentRows
        changes={assessments}
        agreement={agreement?.slug ?? null}
        mayDecide={mayDecide}
        waitingOf={waitingOf}
      />
    </div>
  );
}
