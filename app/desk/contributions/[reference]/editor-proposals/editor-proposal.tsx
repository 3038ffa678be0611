import { MessagePlace } from '@/app/ui/message-place';
import { Command } from '@/app/desk/parts/command';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { takeBack } from './actions';

/** Beside an editor's own proposal, which has no contributor and no answers. */
export function EditorProposalWords({ contribution: { proposals } }: { contribution: ReviewContribution }) {
  return (
    <section aria-labelledby="words" className="min-w-0 pb-10">
      <h2 id="words" className="text-2xl">
        The editors’ own
      </h2>
      <p className="mt-3">
        An editor proposed this for the dataset, each value with its source. It is decided like any contribution, and is
        published with the decision on its last value.
      </p>
      {proposals.some(({ comment }) => comment) && (
        <p className="mt-2 text-muted">The reason is shown with each agreement. It is not published.</p>
      )}
    </section>
  );
}

/** Replaces the correspondence, because editor and author are the same: its author can withdraw the undecided part. */
export function EditorProposal({
  contribution: { reference, authorId, proposals, blocker },
  userId,
}: {
  contribution: ReviewContribution;
  userId: string;
}) {
  const undecided = proposals.flatMap(({ changes }) => changes).filter(({ state }) => state !== null).length;
  if (authorId !== userId || blocker === 'forbidden') return null;
  return (
    <section aria-labelledby="own" className="border-t border-ink pt-6 pb-10">
      <h2 id="own" className="text-2xl">
        Your proposal
      </h2>
      <MessagePlace>
        {undecided === 0 ? (
          <p className="mt-1 text-muted">Nothing of it is undecided any more.</p>
        ) : (
          <>
            <p className="mt-1 mb-4 max-w-measure text-muted">
              You can take back what is not decided yet. What was decided stays.
            </p>
            <Command
              action={takeBack}
              fields={{ reference }}
              done="Taken back."
              label={undecided === 1 ? 'Take back the one undecided value' : `Take back ${undecided} undecided values`}
            />
          </>
        )}
      </MessagePlace>
    </section>
  );
}
