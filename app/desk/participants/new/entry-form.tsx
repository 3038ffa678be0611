'use client';

import { Link } from '@/app/ui/link';
import { SubmitButton } from '@/app/ui/action-form';
import { Notice } from '@/app/ui/notice';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { add } from '@/app/desk/participants/actions';
import { participantFields, participationFields } from '@/app/desk/participants/fields';
import type { Options } from '@/app/desk/words/participants';
import { Similar } from '@/app/desk/participants/similar';

type EntryFormProps = {
  agreements: readonly { slug: string; name: string; shortName: string }[];
  agreement?: string;
  countries: Options;
};

/** What a participant did; a name that resembles a known one is asked about before anything is stored. */
export function EntryForm({ agreements, agreement, countries }: EntryFormProps) {
  return (
    <DeskForm
      action={add}
      done={({ participant }) => <Done participant={participant} />}
      className="max-w-[46rem] space-y-5"
      buttons={<SubmitButton>Add to the register</SubmitButton>}
    >
      {({ field, fault, failure, typed }) => (
        <>
          <TextInput
            {...field('agreement', agreement)}
            label="Agreement"
            hint="Its name in addresses, such as paris-call: begin to type."
            list="agreements"
            width="medium"
            autoComplete="off"
          />
          <datalist id="agreements">
            {agreements.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </datalist>
          {participantFields({ field, initial: { kind: 'organisation' }, countries })}
          {failure?.reason === 'similar_participant' && (
            <Similar failure={failure} name={typed.name ?? ''} seen={fault('same')} />
          )}
          {participationFields({ field, initial: { action: 'signed', declaredBy: 'maintainer' } })}
        </>
      )}
    </DeskForm>
  );
}

function Done({ participant }: { participant: string }) {
  return (
    <Notice kind="success" title="Added, and public at once as not verified.">
      <p>
        <Link href={`/desk/participants/${participant}`} className="link">
          Look at it
        </Link>
        . Another editor can compare it with its evidence and verify it.
      </p>
    </Notice>
  );
}
