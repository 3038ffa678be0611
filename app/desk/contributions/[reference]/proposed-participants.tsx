import { MessagePlace } from '@/app/ui/message-place';
import { ProposedDecision } from '@/app/desk/participants/claims/proposed-decision';
import { countryOptions } from '@/app/desk/words/participants';
import { isOfRegister } from '@/lib/agreements/facts/registry';
import { listProposedParticipants } from '@/lib/review/participants/proposed';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { ProposedCell } from './cells/proposed-cell';

/**
 * What the contribution proposes for the register of participants. It stands apart from the values of the dataset,
 * because each is decided by a form of its own (docs/decisions/0036).
 */
export async function ProposedParticipants({ contribution }: { contribution: ReviewContribution }) {
  const { reference, mayDecide } = contribution;
  const proposals = contribution.proposals
    .map(({ changes, ...proposal }) => ({ ...proposal, changes: changes.filter(({ key }) => isOfRegister(key)) }))
    .filter(({ changes }) => changes.length > 0);
  if (proposals.length === 0) return null;
  const [open, countries] = [mayDecide ? await listProposedParticipants({ reference }) : [], countryOptions()];
  return (
    <section aria-labelledby="participants" className="min-w-0 border-t border-ink pt-6 pb-10">
      <h2 id="participants" tabIndex={-1} className="mb-4 text-2xl">
        Proposed for the register of participants
      </h2>
      <MessagePlace>
        {proposals.map(({ id, agreement, changes }) => (
          <div key={id} className="pb-4">
            <h3 className="border-b border-ink pb-2" dir="auto">
              {agreement?.name ?? 'A new agreement'}
            </h3>
            {changes.map((change) => {
              const proposed = open.find((one) => one.change === change.id);
              return (
                <ProposedCell
                  key={change.id}
                  change={change}
                  agreement={agreement?.slug ?? null}
                  mayDecide={mayDecide}
                  waiting={undefined}
                >
                  {proposed ? (
                    <ProposedDecision proposed={proposed} countries={countries} />
                  ) : (
                    mayDecide && change.state !== null && <NotYet />
                  )}
                </ProposedCell>
              );
            })}
          </div>
        ))}
      </MessagePlace>
    </section>
  );
}

/** Its evidence is the contribution, which readers must be able to open. */
function NotYet() {
  return (
    <p className="mt-4 text-sm">
      This can be decided once the contribution is published and the agreement is in the dataset.
    </p>
  );
}
