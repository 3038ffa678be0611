'use client';

import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import { Checkbox } from '@/app/ui/checkbox';
import { RadioGroup } from '@/app/ui/radio-group';
import { Select } from '@/app/ui/select';
import type { Typed } from '@/app/ui/action-state';
import { ASIDE, REST_FIELD } from '@/lib/received/choice-names';
import type { OfferedGroup } from './offered-places';

type Choices = { typed: Typed; fault: (field: string) => string | undefined };
const NOTHING_CHOSEN: Choices = { typed: {}, fault: () => undefined };
const ChoicesContext = createContext<Choices>(NOTHING_CHOSEN);

/** Gives the fields of a confirmation what was chosen when it was refused, and the fault of each. */
export function ChoicesProvider({ typed, fault, children }: Choices & { children: ReactNode }) {
  return <ChoicesContext value={{ typed, fault }}>{children}</ChoicesContext>;
}

type PlaceChoiceProps = {
  field: string;
  label: string;
  /** Choices besides places; the first is the one at the beginning unless `initial` says another. */
  others: readonly { value: string; label: string }[];
  groups: readonly OfferedGroup[];
  initial?: string;
};

/** A list of places to choose one from. */
export function PlaceChoice({ field, label, others, groups, initial }: PlaceChoiceProps) {
  const { typed, fault } = use(ChoicesContext);
  return (
    <Select id={field} name={field} label={label} defaultValue={typed[field] ?? initial} error={fault(field)}>
      {others.map(({ value, label: name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
      {groups
        .filter(({ places }) => places.length > 0)
        .map(({ title, places }) => (
          <optgroup key={title} label={title}>
            {places.map(({ tag, label: name }) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
    </Select>
  );
}

/** Leaves all texts aside for which no place is chosen. */
export function LeaveRest({ label }: { label: string }) {
  const { typed } = use(ChoicesContext);
  return (
    <Checkbox
      id={REST_FIELD}
      name={REST_FIELD}
      value={ASIDE}
      label={label}
      defaultChecked={typed[REST_FIELD] === ASIDE}
      className="mb-3"
    />
  );
}

type SideChoiceProps = {
  field: string;
  legend: string;
  options: readonly { value: string; label: string }[];
  /** Empty where a person has to choose. */ initial: string;
};

/** Which of two sides stays. */
export function SideChoice({ field, legend, options, initial }: SideChoiceProps) {
  const { typed, fault } = use(ChoicesContext);
  return (
    <div className="mt-3">
      <RadioGroup
        id={field}
        name={field}
        legend={<span className="sr-only">{legend}</span>}
        options={options}
        defaultValue={typed[field] ?? initial}
        error={fault(field)}
        inline
      />
    </div>
  );
}

/** Whether an answer is taken over: ticked at first. What is not ticked is sent as `leave`. */
export function TakeOver({
  field,
  value,
  leave,
  label,
}: {
  field: string;
  value: string;
  leave: string;
  label: string;
}) {
  const { typed, fault } = use(ChoicesContext);
  const error = fault(field);
  return (
    <>
      {/* A box that is not ticked sends nothing: then this counts. Of two values of one name the last is read. */}
      <input type="hidden" name={field} value={leave} />
      <input
        type="checkbox"
        id={field}
        name={field}
        value={value}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        defaultChecked={(typed[field] ?? value) === value}
        className="size-5"
      />
      {error && <p className="text-sm text-danger">{error}</p>}
    </>
  );
}
