'use client';

import { ReasonedCommand } from '@/app/desk/parts/reasoned-command';
import { noteAgreement } from './actions';

/** An editor notes how the contributor agreed, for those without an address and those who answer by another way. */
export function ConsentForm({ reference, noted }: { reference: string; noted: boolean }) {
  return (
    <div className="mt-3">
      <ReasonedCommand
        action={noteAgreement}
        fields={{ reference }}
        name="note"
        summary={noted ? 'Change the note on their consent' : 'Note their consent'}
        label="How did the contributor agree?"
        hint="Only editors read this, and of an anonymous contribution only you. Say when and how: “on the telephone on 3 March, after I had read it to them”. It is deleted when the contribution is withdrawn, or its contact erased."
        button="Note their consent"
        done="Noted. The contribution counts from now on."
      />
    </div>
  );
}
