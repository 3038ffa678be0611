'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { ReasonedCommand } from '@/app/desk/parts/reasoned-command';
import { Choose, participantFields } from '@/app/desk/participants/fields';
import { Similar } from '@/app/desk/participants/similar';
import { ACTION_OPTIONS } from '@/app/desk/words/participants';
import type { Options } from '@/app/desk/words/participants';
import { confirm, reject } from './actions';

type ClaimFormsProps = {
  reference: string;
  agreement: string;
  about: string;
  initial: Readonly<Record<string, string | null>>;
  countries: Options;
};

/** Enters what a contribution says, or says why it makes no row. */
export function ClaimForms({ reference, agreement, about, initial, countries }: ClaimFormsProps) {
  const fields = { reference, agreement };
  const place = `${reference}-${agreement}`;
  return (
    <div className="mt-3 space-y-3">
      <DeskForm
        action={confirm}
        fields={fields}
        done="Entered, with the contribution as evidence. Another editor can verify it."
        className="max-w-[46rem] space-y-4"
        buttons={
          <SubmitButton variant="secondary">
            Enter it<span className="sr-only"> {about}</span>
          </SubmitButton>
        }
      >
        {({ field, fault, failure, typed }) => (
          <>
            {participantFields({ field, initial, place, countries })}
            {failure?.reason === 'similar_participant' && (
              <Similar failure={failure} name={typed.name ?? ''} seen={fault('same')} place={place} />
            )}
            <Choose
              {...field('action', 'signed')}
              id={`action-${place}`}
              label="Action"
              options={ACTION_OPTIONS.filter(([action]) => action !== 'withdrew' && action !== 'member')}
            />
          </>
        )}
      </DeskForm>
      <ReasonedCommand
        action={reject}
        fields={fields}
        summary="Enter nothing"
        about={about}
        label="Why it makes no row"
        hint="For other editors. The contribution stays as it is."
        button="Enter nothing"
        done="Noted: it makes no row."
      />
    </div>
  );
}
