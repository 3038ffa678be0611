import { LinkButton } from '@/app/_components/button';
import { MessagePlace } from '@/app/_components/message-place';
import type { ReviewContribution } from '@/lib/review/page/queries';
import { Reopen } from './_undo/reopen';
import { DeclineForm } from './decline-form';
import { PublishForm } from './publish-form';

/** Whether the contribution is shown to the public: a decision of its own, apart from those on the dataset. */
export function Publication({ contribution }: { contribution: ReviewContribution }) {
  const { reference, status, reachable } = contribution;
  return (
    <section aria-labelledby="publication" className="border-t border-ink pt-6">
      <h2 id="publication" tabIndex={-1} className="text-2xl">
        Publication
      </h2>
      <MessagePlace className="mt-4">
        {status === 'published' && (
          <>
            <p className="mt-1 mb-4 text-muted">It is public, with what its contributor chose to show.</p>
            <LinkButton href={`/en/contributions/${reference}`} variant="secondary">
              See it as published
            </LinkButton>
          </>
        )}
        {status === 'declined' && (
          <>
            <p className="mt-1 text-muted">It was declined and stays unpublished. What was accepted from it before stays in the dataset.</p>
            {contribution.hindrance === null && <Reopen reference={reference} />}
          </>
        )}
        {status === 'withdrawn' && <p className="mt-1 text-muted">Its contributor has withdrawn it.</p>}
        {(status === 'submitted' || status === 'changes_requested') && <Decide contribution={contribution} />}
      </MessagePlace>
      {reachable && <p className="mt-6 max-w-measure text-sm text-muted">Each decision drafts a mail to the contributor. It leaves when an editor has read it under Mail.</p>}
    </section>
  );
}

function Decide({ contribution: { reference, hindrance, proposals } }: { contribution: ReviewContribution }) {
  if (hindrance !== null) return <p className="mt-1 text-muted">Another editor has to decide whether it is published.</p>;
  const undecided = proposals.flatMap(({ changes }) => changes).filter(({ state }) => state !== null).length;
  return (
    <>
      <p className="mt-1 mb-5 max-w-measure text-muted">
        Publishing shows the contribution as it was written and decides nothing about the dataset.
        {undecided > 0 && ` ${undecided === 1 ? 'One proposed value is' : `${undecided} proposed values are`} still undecided, and can be decided afterwards. What is chosen above and not recorded is not recorded by it.`}
      </p>
      <PublishForm reference={reference} />
      <DeclineForm reference={reference} />
    </>
  );
}
