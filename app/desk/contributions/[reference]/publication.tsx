import { LinkButton } from '@/app/ui/button';
import { MessagePlace } from '@/app/ui/message-place';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { ReasonedCommand } from '@/app/desk/parts/reasoned-command';
import { putBack, takeDown } from '@/app/desk/contributions/[reference]/contacts/actions';
import { Reopen } from '@/app/desk/contributions/[reference]/undo/reopen';
import { DeclineForm } from './decline-form';
import { PublishLater, ScheduleNotice } from '@/app/desk/contributions/[reference]/schedule/publish-later';
import { KeepForm, PublishForm } from './publish-form';

/** Whether the contribution is public: a decision separate from those on the dataset. */
export function Publication({ contribution }: { contribution: ReviewContribution }) {
  const { reference, status, reachable } = contribution;
  const mayAct = contribution.blocker === null;
  return (
    <section aria-labelledby="publication" className="border-t border-ink pt-6">
      <h2 id="publication" tabIndex={-1} className="text-2xl">
        Publication
      </h2>
      <MessagePlace className="mt-4">
        <ScheduleNotice contribution={contribution} />
        {status === 'published' && (
          <>
            <p className="mt-1 mb-4 text-muted">It is public, with what its contributor chose to show.</p>
            <LinkButton href={`/en/contributions/${reference}`} variant="secondary">
              See it as published
            </LinkButton>
            {mayAct && <TakeDown reference={reference} />}
          </>
        )}
        {status === 'unpublished' && (
          <>
            <p className="mt-1 mb-2 text-muted">
              It was taken down. Readers find at its address that it was, when and why:
            </p>
            <p dir="auto" className="mb-4 max-w-measure whitespace-pre-line">
              {contribution.statusReason}
            </p>
            <LinkButton href={`/en/contributions/${reference}`} variant="secondary">
              See what readers find
            </LinkButton>
            <PreviewLink reference={reference} />
            {mayAct && <PutBack reference={reference} />}
          </>
        )}
        {status === 'declined' && (
          <>
            <p className="mt-1 text-muted">
              It was declined and stays unpublished. What was accepted from it before stays in the dataset.
            </p>
            {mayAct && <Reopen reference={reference} />}
          </>
        )}
        {status === 'kept' && (
          <>
            <p className="mt-1 text-muted">
              It is settled. Its contributor chose that it is for the editors only: it is never published. What was
              accepted from it is in the dataset with its reference.
            </p>
            {mayAct && <Reopen reference={reference} />}
          </>
        )}
        {status === 'withdrawn' && <p className="mt-1 text-muted">Its contributor has withdrawn it.</p>}
        {(status === 'submitted' || status === 'changes_requested') && <Decide contribution={contribution} />}
      </MessagePlace>
      {reachable && (
        <p className="mt-6 max-w-measure text-sm text-muted">
          Each decision drafts a mail to the contributor. It is sent when an editor has read it under Mail.
        </p>
      )}
    </section>
  );
}

/** Opens a new window, so that text typed on this page stays. */
function PreviewLink({ reference }: { reference: string }) {
  return (
    <p className="my-4">
      <a href={`/en/contributions/${reference}/preview`} target="_blank" rel="noopener" className="link">
        See the page as readers will have it <span className="text-sm text-muted">(opens a new window)</span>
      </a>
    </p>
  );
}

function TakeDown({ reference }: { reference: string }) {
  return (
    <div className="mt-4">
      <ReasonedCommand
        action={takeDown}
        fields={{ reference }}
        summary="Take it down"
        label="Why is it taken down?"
        hint="Public: readers find it at the contribution’s address, and the contributor gets it by mail at once. Name no person, and repeat nothing of what is taken down. What was accepted from it stays in the dataset."
        button="Take down"
        done="It was taken down."
        variant="danger"
      />
    </div>
  );
}

function PutBack({ reference }: { reference: string }) {
  return (
    <div className="mt-4">
      <ReasonedCommand
        action={putBack}
        fields={{ reference }}
        summary="Put it back"
        label="Why is it put back?"
        hint="For editors: it is kept among the notes. The contributor hears by mail that it is public again."
        button="Put back"
        done="It is public again."
      />
    </div>
  );
}

function Decide({ contribution }: { contribution: ReviewContribution }) {
  const { reference, blocker, proposals, entry, editorsOnly } = contribution;
  if (entry?.consent.state === 'waiting')
    return (
      <>
        <p className="mt-1 mb-5 max-w-measure text-muted">
          It can be {editorsOnly ? 'settled' : 'published'} once its contributor has confirmed it, or an editor has
          noted their consent.
        </p>
        {blocker === null && (
          <div className="mt-8">
            <DeclineForm reference={reference} />
          </div>
        )}
      </>
    );
  if (blocker === 'forbidden') return <p className="mt-1 text-muted">An editor decides whether it is published.</p>;
  if (blocker !== null) return <p className="mt-1 text-muted">Another editor has to decide whether it is published.</p>;
  const undecided = proposals.flatMap(({ changes }) => changes).filter(({ state }) => state !== null).length;
  if (editorsOnly)
    return (
      <>
        <p className="mt-1 mb-5 max-w-measure text-muted">
          Its contributor chose that it is for the editors only: it can’t be published. Settling it takes it out of the
          queue.
          {undecided > 0 &&
            ` ${undecided === 1 ? 'One proposed value is' : `${undecided} proposed values are`} still undecided, and can be decided afterwards.`}
        </p>
        <KeepForm reference={reference} />
        <div className="mt-8">
          <DeclineForm reference={reference} />
        </div>
      </>
    );
  return (
    <>
      <p className="mt-1 mb-5 max-w-measure text-muted">
        Publishing shows the contribution as it was written and decides nothing about the dataset.
        {undecided > 0 &&
          ` ${undecided === 1 ? 'One proposed value is' : `${undecided} proposed values are`} still undecided, and can be decided afterwards. What is chosen above and not recorded is not recorded by it.`}
      </p>
      <PreviewLink reference={reference} />
      <PublishForm reference={reference} />
      <PublishLater contribution={contribution} />
      <div className="mt-8">
        <DeclineForm reference={reference} />
      </div>
    </>
  );
}
