import { MessagePlace } from '@/app/ui/message-place';
import { Notice } from '@/app/ui/notice';
import { Command } from '@/app/desk/parts/command';
import { merge } from '@/app/desk/contributions/[reference]/targets/actions';
import { DECIDABLE } from '@/lib/contributions/state';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { listTwinTargets } from '@/lib/review/targets';
import { DeclineForm } from './decline-form';

type RepeatedNoticeProps = {
  contribution: Pick<ReviewContribution, 'reference' | 'status' | 'mayDecide' | 'blocker'>;
  /** Another contribution with exactly the same content. */
  repeated: string;
};

/**
 * The warning that a contribution was sent twice, with what joins the two: new agreements are decided together, and the
 * second one is declined. Equal values for the same agreement are joined by themselves when one is accepted.
 */
export async function RepeatedNotice({ contribution, repeated }: RepeatedNoticeProps) {
  const { reference, status, mayDecide, blocker } = contribution;
  const twins = mayDecide ? await listTwinTargets({ reference, twin: repeated }) : [];
  const mayDecline = blocker === null && (status === 'submitted' || status === 'changes_requested');
  return (
    <MessagePlace>
      <Notice kind="info" title="The same words as another one">
        <a href={`/desk/contributions/${repeated}`} className="link">
          {repeated}
        </a>{' '}
        says exactly the same. It may have been sent twice, or by two organisations together.
        {DECIDABLE.includes(status) &&
          ' Values that both propose for an agreement are joined when one is accepted, and both are credited.'}
        {twins.map(({ proposal, into, name }) => (
          <div key={proposal} className="mt-3">
            <Command
              action={merge}
              fields={{ reference, proposal, into }}
              label={`Decide “${name}” together with ${repeated}`}
              done={`“${name}” is decided together with ${repeated} from now on.`}
              className="px-4 text-sm"
            />
          </div>
        ))}
        {mayDecline && (
          <div className="mt-2">
            <DeclineForm
              reference={reference}
              id="repeated-reason"
              summary="Decline it: it was sent twice"
              initial={`It says exactly the same as ${repeated}, so the editors go on with that one.`}
            />
          </div>
        )}
      </Notice>
    </MessagePlace>
  );
}
