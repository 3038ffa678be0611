'use client';

import type { FormAction } from '@/app/ui/action-state';
import { ReasonedCommand } from './reasoned-command';

type WithholdCommandProps = {
  action: FormAction;
  fields: Record<string, string>;
  /** The subject, for screen readers. */
  about: string;
  isWithheld: boolean;
};

/** Withholds something frozen, or gives it out again, with a reason that readers see. */
export function WithholdCommand({ action, fields, about, isWithheld }: WithholdCommandProps) {
  return (
    <ReasonedCommand
      action={action}
      fields={{ ...fields, withheld: isWithheld ? 'no' : 'yes' }}
      summary={isWithheld ? 'Give it out again' : 'Withhold it, for law or safety'}
      about={about}
      label={isWithheld ? 'Why it can be given out again' : 'Why it is withheld'}
      hint="Readers see these words. The files, their checksums and the address stay as they are."
      button={isWithheld ? 'Give it out' : 'Withhold it'}
      variant={isWithheld ? 'secondary' : 'danger'}
      done="Stored"
    />
  );
}
