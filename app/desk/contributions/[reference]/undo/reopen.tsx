import { ReasonedCommand } from '@/app/desk/parts/reasoned-command';
import { reopen } from './actions';

/** Returns a declined contribution to the queue. */
export function Reopen({ reference }: { reference: string }) {
  return (
    <div className="mt-4">
      <ReasonedCommand
        action={reopen}
        fields={{ reference }}
        summary="Reopen it"
        label="Why is it reopened?"
        hint="For editors: it is kept among the notes. A notice of the decline that is not sent yet is cancelled; write to the contributor if it was sent."
        button="Reopen"
        done="It is open again."
      />
    </div>
  );
}
