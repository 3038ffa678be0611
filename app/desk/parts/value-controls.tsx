'use client';

import type { ChangeEventHandler, ReactNode } from 'react';
import { Select } from '@/app/ui/select';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import type { FactKind, FactValue } from '@/lib/agreements/facts/fact';
import { fieldOf, FACTS } from '@/lib/agreements/facts/registry';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import common from '@/lib/platform/i18n/messages/en/common.json';
import facts from '@/lib/platform/i18n/messages/en/facts.json';

/** With `defaultValue` the browser keeps the typed text, with `value` and `onChange` the surrounding form does. */
type Field = {
  id: string;
  name: string;
  defaultValue?: string;
  value?: string;
  onChange?: ChangeEventHandler<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;
};

type ValueControlsProps = {
  /** The cell: a fact's field or a criterion's key. */
  cell: string;
  label: string;
  error?: string;
  /** The field of each part of the value; a value with a single field has the part `value`. */
  field: (part: string) => Field;
};

type ControlProps<Kind extends FactKind> = ValueControlsProps & { value: Extract<FactValue, { kind: Kind }> };

/** The controls that fit a kind of fact. */
const CONTROLS: { [Kind in FactKind]: (props: ControlProps<Kind>) => ReactNode } = {
  line: ({ field, label, error }) => <TextInput {...field('value')} label={label} error={error} />,
  text: ({ field, label, error }) => <TextArea {...field('value')} label={label} error={error} rows={5} />,
  date: ({ field, label, error }) => <TextInput {...field('value')} label={label} error={error} />,
  choice: ({ cell, field, label, error, value: { choices } }) => (
    <Choose
      {...field('value')}
      label={label}
      error={error}
      options={[['', 'Not said'], ...choices.map((choice) => [choice, wordOf(cell, choice)] as const)]}
    />
  ),
  link: ({ field, label, error }) => <TextInput {...field('value')} label={label} error={error} />,
  list: ({ field, label, error }) => (
    <TextArea {...field('value')} label={label} error={error} hint="One per line." rows={5} />
  ),
  parties: PartiesControls,
  record: RecordControls,
};

/** The controls for the value of a cell: those of its kind of fact, or the values of an assessment. */
export function ValueControls(props: ValueControlsProps): ReactNode {
  const { cell, label, error, field } = props;
  const fact = fieldOf(cell);
  if (fact !== null) return controlsOf(FACTS[fact].value.kind, { ...props, value: FACTS[fact].value });
  return (
    <Choose
      {...field('value')}
      label={label}
      error={error}
      options={ASSESSMENT_VALUES.map((value) => [value, common.values[value]])}
    />
  );
}

function controlsOf<Kind extends FactKind>(kind: Kind, props: ValueControlsProps & { value: FactValue }) {
  const Controls: (props: ControlProps<Kind>) => ReactNode = CONTROLS[kind];
  return <Controls {...(props as ControlProps<Kind>)} />; // the value is of this kind
}

// Imports the catalogue's file, not its reader: the browser needs no other words.
type PartWords = { label: string; hint?: string; choices?: Record<string, string> };
const FACT_WORDS: Record<
  string,
  { label: string; choices?: Record<string, string>; parts?: Record<string, PartWords> }
> = facts;
const wordOf = (cell: string, choice: string) => FACT_WORDS[cell]?.choices?.[choice] ?? choice;

type ChooseProps = Field & { label: string; error?: string; options: readonly (readonly [string, string])[] };

function Choose({ options, ...field }: ChooseProps) {
  return (
    // A select keeps its first choice when its form is reset; a new key makes it begin with the typed value.
    <Select key={field.defaultValue} {...field}>
      {options.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </Select>
  );
}

function RecordControls({ cell, field, error, value: { parts } }: ControlProps<'record'>) {
  const words = FACT_WORDS[fieldOf(cell) ?? '']?.parts ?? {};
  const entries = Object.entries(parts);
  return (
    <div className="flex flex-wrap items-start gap-4">
      {entries.map(([part, definition], at) => {
        const { label = part, hint, choices = {} } = words[part] ?? {};
        const control = { ...field(part), label, error: at === 0 ? error : undefined };
        switch (definition.kind) {
          case 'choice':
            return (
              <Choose
                key={part}
                {...control}
                options={[['', 'Not said'], ...definition.choices.map((one) => [one, choices[one] ?? one] as const)]}
              />
            );
          case 'text':
            return (
              <div key={part} className="basis-full">
                <TextArea {...control} rows={3} />
              </div>
            );
          case 'date':
            return <TextInput key={part} {...control} width="short" placeholder="2019-11" />;
          case 'number':
            return <TextInput key={part} {...control} width="short" inputMode="numeric" />;
          case 'agreement':
          case 'criterion':
          case 'language':
            return <Suggested key={part} {...control} kind={definition.kind} />;
          case 'line':
          case 'link':
            return <TextInput key={part} {...control} width="medium" placeholder={hint} />;
        }
      })}
    </div>
  );
}

const SUGGESTED = {
  agreement: { placeholder: 'manrs', hint: 'Type a part of its name, or its name in addresses.' },
  criterion: { placeholder: 'supply-chain-integrity', hint: 'Type a part of its title, or its key.' },
  language: { placeholder: 'en', hint: 'Type its name, or its two letters (ISO 639-1).' },
};

/** A key that the browser suggests by its name, from the page's lists (`RecordLists`). */
function Suggested({ kind, ...control }: Field & { kind: keyof typeof SUGGESTED; label: string; error?: string }) {
  return <TextInput {...control} {...SUGGESTED[kind]} list={`record-${kind}`} width="medium" autoComplete="off" />;
}

function PartiesControls({ field, error }: ControlProps<'parties'>) {
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap gap-4">
        <TextInput {...field('count')} label="How many" inputMode="numeric" width="short" error={error} />
        <TextInput {...field('unit')} label="Of what" width="medium" placeholder="states" />
        <TextInput {...field('asOf')} label="As of" width="short" placeholder="2019-11" />
      </div>
      <TextInput {...field('link')} label="Link to the list" />
      <TextArea {...field('list')} label="Who they are" hint="One per line." rows={3} />
    </div>
  );
}
