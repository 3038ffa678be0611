'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { faultInWords } from '@/app/desk/parts/failure-notice';
import { SETTINGS_FAULTS } from '@/app/desk/words/settings';
import { bringBack } from '@/app/desk/settings/actions';

type BringBackProps = { id: number; name: string; label: string };

/** Uses the text again that a change replaced. */
export const BringBack = ({ id, name, label }: BringBackProps) => (
  <DeskForm
    action={bringBack}
    fields={{ id: String(id), name }}
    done="Stored."
    inWords={(code) => SETTINGS_FAULTS[code] ?? faultInWords(code)}
    className="mt-2"
    buttons={
      <SubmitButton variant="secondary">
        Use the text before again<span className="sr-only">: {label}</span>
      </SubmitButton>
    }
  />
);
