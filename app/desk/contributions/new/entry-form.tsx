'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { RadioGroup } from '@/app/ui/radio-group';
import { Select } from '@/app/ui/select';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { ENTRY_SOURCE_WORDS } from '@/app/desk/words/entries';
import { ENTRY_SOURCES, PERSON_LIMITS } from '@/lib/contributions/constants';
import { begin } from './actions';

/** A file is uploaded above. */
const TYPED_SOURCES = ENTRY_SOURCES.filter((source) => source !== 'file');

export type EntryCall = {
  slug: string;
  title: string;
  /** For good: it takes what is entered on behalf as late. */ isClosed: boolean;
  audiences: { key: string; label: string }[];
};

type EntryFormProps = {
  calls: readonly EntryCall[];
  /** As `2026-11-28`. */ today: string;
};

/** What an editor says before they enter a contribution on behalf: from what, when it came, and whose it is. */
export function EntryForm({ calls, today }: EntryFormProps) {
  return (
    <DeskForm
      action={begin}
      done={null}
      className="max-w-[46rem] space-y-6"
      buttons={<SubmitButton>Open the form</SubmitButton>}
    >
      {({ field, typed, fault }) => (
        <>
          <Select {...field('call', calls[0]?.slug)} label="Call">
            {calls.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </Select>
          {calls.map(({ slug, title, audiences }) =>
            audiences.length === 0 ? null : (
              <Select
                key={slug}
                {...field(`audience-${slug}`, audiences[0]?.key)}
                label={calls.length > 1 ? `Wording of the questions, for “${title}”` : 'Wording of the questions'}
              >
                {audiences.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
              </Select>
            ),
          )}
          <RadioGroup
            id="source"
            name="source"
            legend="From what do you enter it?"
            hint="Everybody reads this with the contribution, unless its contributor is not named."
            error={fault('source')}
            defaultValue={typed.source ?? 'telephone'}
            options={TYPED_SOURCES.map((value) => ({ value, label: ENTRY_SOURCE_WORDS[value] }))}
          />
          <TextInput
            {...field('receivedOn', today)}
            label="Received on"
            hint="The day of the call, or on which it arrived. Everybody reads this too."
            type="date"
            max={today}
            width="medium"
          />
          <TextInput
            {...field('affiliation')}
            label="Organisation"
            hint="On behalf of whom do you enter this? An organisation or a name. It begins “About you” in the form, where you choose what is shown in public."
            maxLength={PERSON_LIMITS.affiliation}
          />
          <TextInput {...field('name')} label="Name of the contact" mark="optional" maxLength={PERSON_LIMITS.name} />
          <TextInput
            {...field('email')}
            label="Their e-mail address"
            mark="optional"
            hint="Once you have sent the contribution, a link goes there to check and confirm it. Without an address, you note how they agreed."
            type="email"
            autoComplete="off"
            maxLength={PERSON_LIMITS.email}
          />
        </>
      )}
    </DeskForm>
  );
}
