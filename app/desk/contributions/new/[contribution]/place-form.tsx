'use client';

import type { ReactNode } from 'react';
import { ChoicesProvider } from '@/app/intake/choices-context';
import { SubmitButton } from '@/app/ui/action-form';
import { Checkbox } from '@/app/ui/checkbox';
import { Section } from '@/app/ui/section';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { PERSON_LIMITS } from '@/lib/contributions/constants';
import type { Issue } from '@/lib/platform/errors';
import { place } from './actions';

type PlaceFormProps = {
  contribution: string;
  seen: string;
  guess: { affiliation: string; name: string; email: string };
  /** Who seems to have sent the mail; null for a file that came alone. */
  sender: { name: string; address: string; forwarded: boolean } | null;
  receivedOn: string;
  today: string;
  /** What was read, with the choice of places. */
  children: ReactNode;
};

/** Who a file is from, what of it goes where, and the button that fills the draft. */
export function PlaceForm({ contribution, seen, guess, sender, receivedOn, today, children }: PlaceFormProps) {
  const guessed = Object.values(guess).some((text) => text !== '');
  return (
    <DeskForm
      action={place}
      fields={{ contribution, seen }}
      done={null}
      buttons={<SubmitButton>Fill in the form with this</SubmitButton>}
    >
      {({ field, typed, fault, failure }) => (
        <>
          <Section
            id="from"
            layout="above"
            title="On behalf of whom"
            aside={sender ? senderInWords(sender) : undefined}
          >
            <div className="max-w-[46rem] space-y-5">
              <TextInput
                {...field('affiliation', guess.affiliation)}
                label={labelOf('Organisation', guess.affiliation)}
                maxLength={PERSON_LIMITS.affiliation}
              />
              <TextInput
                {...field('name', guess.name)}
                label={labelOf('Name of the contact', guess.name)}
                mark="optional"
                maxLength={PERSON_LIMITS.name}
              />
              <TextInput
                {...field('email', guess.email)}
                label={labelOf('Their e-mail address', guess.email)}
                mark="optional"
                hint="Once you have sent the contribution, a link goes there to check and confirm it."
                type="email"
                autoComplete="off"
                maxLength={PERSON_LIMITS.email}
              />
              <TextInput
                {...field('receivedOn', receivedOn)}
                label="Received on"
                type="date"
                max={today}
                width="medium"
              />
              {guessed && (
                <Checkbox
                  id="checked"
                  name="checked"
                  defaultChecked={typed.checked === 'on'}
                  error={fault('checked')}
                  label="I have checked who this is from"
                  hint="What is marked as a guess was read in the file or in the head of the mail. A forwarded mail also names the person who forwarded it."
                />
              )}
            </div>
          </Section>
          <ChoicesProvider typed={typed} fault={faultsAtPlaces(failure?.issues ?? [], fault)}>
            {children}
          </ChoicesProvider>
        </>
      )}
    </DeskForm>
  );
}

/** The lists below ask for their faults later than the summary: it must not repeat them. */
function faultsAtPlaces(issues: readonly Issue[], fault: (path: string) => string | undefined) {
  const known = new Map(
    issues
      .map(({ path }) => path)
      .filter(isOfPlace)
      .map((path) => [path, fault(path)]),
  );
  return (path: string) => known.get(path);
}

const isOfPlace = (path: string) => /^(unit|answer)\./.test(path);

const labelOf = (label: string, guess: string) => (guess === '' ? label : `${label} (a guess)`);

const senderInWords = ({ name, address, forwarded }: NonNullable<PlaceFormProps['sender']>) =>
  `${forwarded ? 'The mail that was handed on seems to be from' : 'The mail is from'} ${name ? `${name}, ${address}` : address}.`;
