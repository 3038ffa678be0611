'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { TextArea } from '@/app/ui/text-area';
import { Command } from '@/app/desk/parts/command';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { ReasonedCommand } from '@/app/desk/parts/reasoned-command';
import { correct, edit, remove, verify } from '@/app/desk/participants/actions';
import { participantFields, participationFields } from '@/app/desk/participants/fields';
import type { Options } from '@/app/desk/words/participants';

type RowFormsProps = {
  id: string;
  version: number;
  about: string;
  /** Neither entered by this editor nor verified already. */
  verifiable: boolean;
  initial: Readonly<Record<string, string | null>>;
};

/** What an editor can do with a row: verify it, correct it, or take it out. */
export function RowForms({ id, version, about, verifiable, initial }: RowFormsProps) {
  const fields = { id, seen: `${version}` };
  return (
    <div className="space-y-2">
      {verifiable && (
        <Command action={verify} fields={fields} label="Verify" done="Verified." about={about} variant="secondary" />
      )}
      <DeskForm
        action={correct}
        fields={fields}
        done="Corrected. Another editor verifies it."
        summary={
          <>
            Correct<span className="sr-only"> {about}</span>
          </>
        }
        summaryClass="text-sm"
        foldClass="max-w-[46rem]"
        className="mt-3 mb-2 space-y-4"
        buttons={<SubmitButton variant="secondary">Correct it</SubmitButton>}
      >
        {({ field }) => (
          <>
            {participationFields({ field, initial, place: id })}
            <TextArea
              {...field('reason')}
              id={`reason-${id}`}
              label="Why"
              hint="For other editors; it stays in the history."
              rows={2}
            />
          </>
        )}
      </DeskForm>
      <ReasonedCommand
        action={remove}
        fields={fields}
        summary="Take it out"
        about={about}
        label="Why it was never true"
        hint="For other editors; it stays in the history. Who withdrew from an agreement has the action “Withdrew”."
        button="Take it out"
        done="Taken out."
      />
    </div>
  );
}

type EditFormProps = {
  slug: string;
  version: number;
  initial: Readonly<Record<string, string | null>>;
  countries: Options;
};

/** Name, kind, country and group of a participant. Its address stays. */
export function EditForm({ slug, version, initial, countries }: EditFormProps) {
  return (
    <DeskForm
      action={edit}
      fields={{ slug, seen: `${version}` }}
      done="Changed."
      summary="Change name, kind, country or group"
      foldClass="max-w-[46rem]"
      className="mt-3 mb-2 space-y-4"
      buttons={<SubmitButton variant="secondary">Change it</SubmitButton>}
    >
      {({ field }) => participantFields({ field, initial, countries })}
    </DeskForm>
  );
}
