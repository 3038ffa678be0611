'use client';

import { ReasonedCommand } from '@/app/desk/parts/reasoned-command';
import { withdrawOnBehalf } from './actions';

/** Withdrawing at the request of a contributor who has no link, or does not use it. */
export function WithdrawForm({ reference }: { reference: string }) {
  return (
    <div className="mt-3">
      <ReasonedCommand
        action={withdrawOnBehalf}
        fields={{ reference }}
        summary="Withdraw it at its contributor’s request"
        label="How were you asked?"
        hint="Only editors read this: it is kept among the notes. The text is deleted for good, at the desk and in public. What was decided before stays in the dataset, under the reference."
        button="Withdraw for good"
        done="It is withdrawn."
        variant="danger"
      />
    </div>
  );
}
