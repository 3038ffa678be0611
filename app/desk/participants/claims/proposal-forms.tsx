'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { ReasonedCommand } from '@/app/desk/parts/reasoned-command';
import { participantFields, participationFields } from '@/app/desk/participants/fields';
import { Similar } from '@/app/desk/participants/similar';
import type { Options } from '@/app/desk/words/participants';
import { accept, count, decline } from './actions';

type ProposalFormsProps = {
  reference: string;
  change: string;
  about: string;
  /** What was proposed; null where the contribution does not name its organisation, so that it can only be counted. */
  initial: Readonly<Record<string, string | null>> | null;
  countries: Options;
};

/** Accepts what a contribution proposes for the register, as it is or corrected, or declines it with a reason. */
export function ProposalForms({ reference, change, about, initial, countries }: ProposalFormsProps) {
  const fields = { reference, change };
  return (
    <div className="mt-3 space-y-3">
      {initial === null ? (
        <DeskForm
          action={count}
          fields={fields}
          done="Accepted and counted. It makes no row."
          buttons={
            <SubmitButton variant="secondary">
              Accept and count it<span className="sr-only">: {about}</span>
            </SubmitButton>
          }
        >
          {() => null}
        </DeskForm>
      ) : (
        <DeskForm
          action={accept}
          fields={fields}
          done="Accepted and entered, with the contribution as evidence. Another editor can verify it."
          summary={
            <>
              Accept, or correct and accept<span className="sr-only">: {about}</span>
            </>
          }
          summaryClass="text-sm"
          foldClass="max-w-[46rem]"
          className="mt-3 mb-2 space-y-4"
          buttons={
            <SubmitButton variant="secondary">
              Accept<span className="sr-only">: {about}</span>
            </SubmitButton>
          }
        >
          {({ field, fault, failure, typed }) => (
            <>
              {participantFields({ field, initial, place: change, countries })}
              {failure?.reason === 'similar_participant' && (
                <Similar failure={failure} name={typed.name ?? ''} seen={fault('same')} place={change} />
              )}
              {participationFields({ field, initial, place: change, proposed: true })}
            </>
          )}
        </DeskForm>
      )}
      <ReasonedCommand
        action={decline}
        fields={fields}
        summary="Decline"
        about={about}
        label="Why it is declined"
        hint="The contributor and readers of the contribution see it."
        button="Decline"
        done="Declined. The contributor is told why."
      />
    </div>
  );
}
