import type { ReactNode } from 'react';
import { Button } from '@/app/ui/button';
import { Choice } from '@/app/ui/choice';
import { Select } from '@/app/ui/select';
import { TextInput } from '@/app/ui/text-input';
import type { QueueChoice, QueueChoices } from '@/lib/review/queue/choices';
import { FILTER_NAMES, QUEUE_SORTS } from '@/lib/review/queue/schema';
import type { FilterParts } from '@/lib/review/queue/schema';
import type { QueueAddress } from './queue-address';
import {
  AGES,
  assigneeChoices,
  GROUP_CHOICES,
  MARK_NAMES,
  MARK_WORDS,
  ON_BEHALF_CHOICES,
  SORT_WORDS,
} from '@/app/desk/words/queue';
import { sayCount } from '@/lib/platform/text/say-count';

type QueueSearchProps = { address: QueueAddress; choices: QueueChoices; userId: string };

/** What the folded part holds: all but the words that are looked for and the tab. */
const FOLDED = FILTER_NAMES.filter((name) => name !== 'status' && name !== 'q');

/**
 * A form sent by GET, so that every filter is in the address. Keeps the status and starts at the first page. Everything
 * but the words is folded, also where it is set: the active filters are listed above the rows.
 */
export function QueueSearch({ address: { parts }, choices, userId }: QueueSearchProps) {
  const set = FOLDED.filter((name) => parts[name] !== undefined).length;
  return (
    <form
      action="/desk"
      role="search"
      aria-label="Contributions"
      className="flex grow flex-wrap items-center gap-x-3 gap-y-2 has-[details[open]]:basis-full"
    >
      {parts.status && <input type="hidden" name="status" value={parts.status} />}
      <div className="grow basis-48 [&>div>div]:mt-0 sm:max-w-96">
        <TextInput
          id="q"
          name="q"
          type="search"
          label="Search"
          labelHidden
          defaultValue={parts.q}
          maxLength={200}
          placeholder="Reference, words, who wrote"
        />
      </div>
      <Button type="submit" variant="secondary" className="px-4">
        Show
      </Button>
      <details className="open:basis-full">
        <summary className="link inline-block min-h-6 text-sm">Filters and order{set > 0 && ` (${set} set)`}</summary>
        <Filters parts={parts} choices={choices} userId={userId} />
      </details>
    </form>
  );
}

function Filters({ parts, choices, userId }: { parts: FilterParts; choices: QueueChoices; userId: string }) {
  return (
    <div className="mt-3 mb-2 border-b border-rule pb-4">
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-5">
        <Selects parts={parts} choices={choices} userId={userId} />
      </div>
      <fieldset className="mt-3">
        <legend className="font-semibold">Only contributions with all of these</legend>
        <div className="mt-1 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
          {MARK_NAMES.map((name) => (
            <Choice
              key={name}
              id={name}
              name={name}
              value="1"
              type="checkbox"
              defaultChecked={parts[name] !== undefined}
              label={MARK_WORDS[name].label}
              hint={MARK_WORDS[name].hint}
            />
          ))}
        </div>
      </fieldset>
      <Button type="submit" variant="secondary" className="mt-3 px-4">
        Apply
      </Button>
    </div>
  );
}

function Selects({ parts, choices, userId }: { parts: FilterParts; choices: QueueChoices; userId: string }) {
  const ages = [...new Set([...AGES, ...(parts.olderThan ? [Number(parts.olderThan)] : [])])].sort(
    (one, other) => one - other,
  );
  return (
    <>
      <Choices id="assignee" label="Assigned to" empty="Any editor" chosen={parts.assignee}>
        <Options of={assigneeChoices(choices.editors, userId)} />
      </Choices>
      <Select id="sort" name="sort" label="Order" defaultValue={parts.sort ?? ''} className="w-full">
        {QUEUE_SORTS.map((sort) => (
          <option key={sort} value={sort === 'newest' ? '' : sort}>
            {SORT_WORDS[sort]}
          </option>
        ))}
      </Select>
      {choices.calls.length > 1 && (
        <Choices id="call" label="Call" empty="Every call" chosen={parts.call}>
          <Options of={choices.calls} />
        </Choices>
      )}
      <Choices id="agreement" label="Agreement" empty="Any agreement" chosen={parts.agreement}>
        <Options of={choices.agreements} />
      </Choices>
      <Choices id="criterion" label="Criterion" empty="Any criterion" chosen={parts.criterion}>
        {choices.criteria.map((set) => (
          <optgroup key={set.title} label={set.title}>
            <Options of={set.choices} />
          </optgroup>
        ))}
      </Choices>
      <Choices id="group" label="Stakeholder group" empty="Any group" chosen={parts.group}>
        <Options of={GROUP_CHOICES} />
      </Choices>
      <Choices id="country" label="Country" empty="Any country" chosen={parts.country}>
        <Options of={withChosen(choices.countries, parts.country)} />
      </Choices>
      <Choices id="tag" label="Tag" empty="Any tag" chosen={parts.tag}>
        <Options of={withChosen(choices.tags, parts.tag)} />
      </Choices>
      <Choices id="olderThan" label="Waiting longer than" empty="Any time" chosen={parts.olderThan}>
        <Options of={ages.map((days) => ({ value: String(days), title: sayCount(days, 'day') }))} />
      </Choices>
      <Choices id="onBehalf" label="Origin" empty="Any" chosen={parts.onBehalf}>
        <Options of={ON_BEHALF_CHOICES} />
      </Choices>
    </>
  );
}

/** A value that only the address knows stays chosen when the form is sent again. */
const withChosen = (choices: readonly QueueChoice[], chosen: string | undefined): readonly QueueChoice[] =>
  chosen === undefined || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, title: chosen }];

type ChoicesProps = { id: string; label: string; empty: string; chosen: string | undefined; children: ReactNode };

function Choices({ id, label, empty, chosen = '', children }: ChoicesProps) {
  return (
    <Select id={id} name={id} label={label} defaultValue={chosen} key={chosen} className="w-full">
      <option value="">{empty}</option>
      {children}
    </Select>
  );
}

const Options = ({ of }: { of: readonly QueueChoice[] }) =>
  of.map(({ value, title }) => (
    <option key={value} value={value}>
      {title}
    </option>
  ));
