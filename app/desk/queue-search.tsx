import type { ReactNode } from 'react';
import { Button } from '@/app/ui/button';
import { Choice } from '@/app/ui/choice';
import { Select } from '@/app/ui/select';
import { TextInput } from '@/app/ui/text-input';
import type { QueueChoice, QueueChoices } from '@/lib/review/queue/choices';
import { QUEUE_SORTS } from '@/lib/review/queue/schema';
import type { FilterParts } from '@/lib/review/queue/schema';
import type { QueueAddress } from './queue-address';
import { AGES, assigneeChoices, ON_BEHALF_CHOICES, SORT_WORDS } from '@/app/desk/words/queue';
import { sayCount } from '@/lib/platform/text/say-count';

type QueueSearchProps = { address: QueueAddress; choices: QueueChoices; userId: string };

/** A form sent by GET, so that every filter is in the address. Keeps the status and starts at the first page. */
export function QueueSearch({ address: { parts }, choices, userId }: QueueSearchProps) {
  const more = [parts.call, parts.agreement, parts.criterion, parts.olderThan, parts.onBehalf, parts.conflict].filter(
    (part) => part !== undefined,
  ).length;
  return (
    <form action="/desk" role="search" aria-label="Contributions" className="mb-6">
      {parts.status && <input type="hidden" name="status" value={parts.status} />}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="grow basis-64 sm:max-w-96">
          <TextInput
            id="q"
            name="q"
            type="search"
            label="Search"
            defaultValue={parts.q}
            maxLength={200}
            placeholder="Reference, words, who wrote"
          />
        </div>
        <Choices id="assignee" label="Assigned to" empty="Any editor" chosen={parts.assignee}>
          <Options of={assigneeChoices(choices.editors, userId)} />
        </Choices>
        <Select id="sort" name="sort" label="Order" defaultValue={parts.sort ?? ''}>
          {QUEUE_SORTS.map((sort) => (
            <option key={sort} value={sort === 'newest' ? '' : sort}>
              {SORT_WORDS[sort]}
            </option>
          ))}
        </Select>
        <Button type="submit" variant="secondary">
          Show
        </Button>
      </div>
      <details className="mt-4" open={more > 0}>
        <summary className="link inline-block min-h-6 text-sm">More filters{more > 0 && ` (${more} set)`}</summary>
        <MoreFilters parts={parts} choices={choices} />
      </details>
    </form>
  );
}

function MoreFilters({ parts, choices }: { parts: FilterParts; choices: QueueChoices }) {
  const ages = [...new Set([...AGES, ...(parts.olderThan ? [Number(parts.olderThan)] : [])])].sort(
    (one, other) => one - other,
  );
  return (
    <div className="mt-3 grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
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
      <Choices id="olderThan" label="Waiting longer than" empty="Any time" chosen={parts.olderThan}>
        <Options of={ages.map((days) => ({ value: String(days), title: sayCount(days, 'day') }))} />
      </Choices>
      <Choices id="onBehalf" label="Origin" empty="Any" chosen={parts.onBehalf}>
        <Options of={ON_BEHALF_CHOICES} />
      </Choices>
      <Choice
        id="conflict"
        name="conflict"
        value="1"
        type="checkbox"
        defaultChecked={parts.conflict !== undefined}
        label="Only with a conflict"
        hint="The dataset has moved on from what a proposed value was written against."
        className="sm:col-span-2"
      />
    </div>
  );
}

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
