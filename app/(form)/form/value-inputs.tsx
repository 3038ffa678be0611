'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Choice } from '@/app/ui/choice';
import { Fieldset } from '@/app/ui/fieldset';
import { LONG_TEXT, SHORT_TEXT } from '@/lib/questions/fields/words';
import { OTHER } from '@/lib/questions/question-key';
import type { FieldKindName, recordFields } from '@/lib/questions/record-fields';
import type { SettingsOf } from '@/lib/questions/value-kind';
import { RatingInput } from './rating-input';
import { useField, useTicked } from './step-context';
import { TagGroup } from './tag-group';
import type { TagSet } from './tag-group';
import { TypedArea, TypedChoice, TypedText } from './typed-fields';

/** What there is to pick in fields that name agreements and norms. */
export type Pickables = { agreements: TagSet[]; criteria: TagSet[] };

type InputWords = { name: string; label: string; hint?: string; mark?: string; required?: boolean };
type InputProps<Kind extends FieldKindName> = InputWords & {
  /** The settings of the question, or of the field of a record. */
  field: SettingsOf<(typeof recordFields)[Kind]['settings']>;
  pickables: Pickables;
};
type Inputs = { [Kind in FieldKindName]: (props: InputProps<Kind>) => ReactNode };

/** The controls of each kind of value: of a question, or of a field of its records. */
const inputs: Inputs = {
  text: ({ field, pickables: _, required: __, ...words }) =>
    field.size === 'long' ? (
      <TypedArea {...words} rows={4} max={LONG_TEXT} />
    ) : (
      <TypedText {...words} max={SHORT_TEXT} />
    ),
  choice: (props) => <ChoiceInput {...props} />,
  choices: (props) => <ChoicesInput {...props} />,
  'yes-no': (props) => <YesNoInput {...props} />,
  rating: ({ field, pickables: _, ...words }) => <RatingInput {...words} field={field} />,
  number: (props) => <NumberInput {...props} />,
  date: (props) => <DateInput {...props} />,
  link: (props) => <LinkInput {...props} />,
  agreements: ({ name, label, hint, pickables }) => (
    <TagGroup name={name} legend={label} hint={hint} sets={pickables.agreements} />
  ),
  criteria: ({ name, label, hint, pickables }) => (
    <TagGroup name={name} legend={label} hint={hint} sets={pickables.criteria} />
  ),
};

/** The settings of a question or of a field of a record, with its kind. */
type AnyField = { [Kind in FieldKindName]: { kind: Kind } & InputProps<Kind>['field'] }[FieldKindName];

/** The controls of a value, by its kind. */
export function ValueInput({ field, ...words }: InputWords & { field: AnyField; pickables: Pickables }): ReactNode {
  // the line of its own kind
  const inputOf = inputs[field.kind] as (props: InputWords & { field: AnyField; pickables: Pickables }) => ReactNode;
  return inputOf({ ...words, field });
}

function ChoiceInput({ name, label, hint, mark, required = false, field }: InputProps<'choice'>) {
  const t = useTranslations('questions');
  return (
    <div className="space-y-4">
      <TypedChoice
        name={`${name}.choice`}
        legend={label}
        hint={hint}
        mark={mark}
        clearable={!required}
        options={[
          ...field.options.map(({ key, label: text }) => ({ value: key, label: text })),
          ...(field.other ? [{ value: OTHER, label: t('other.option') }] : []),
        ]}
      />
      {field.other && <TypedText name={`${name}.other`} label={t('other.label')} />}
    </div>
  );
}

function ChoicesInput({ name, label, hint, mark, field }: InputProps<'choices'>) {
  const t = useTranslations('questions');
  const { id, error, ...control } = useField(`${name}.choices`);
  const ticked = useTicked(`${name}.choices`);
  const listed = [...field.options, ...(field.other ? [{ key: OTHER, label: t('other.option') }] : [])];
  const { min = 0, max = 0 } = field;
  const limits = min > 0 || max > 0 ? t('choices.limits', { min, max }) : undefined;
  return (
    <div className="space-y-4">
      <Fieldset id={id} legend={label} hint={[hint, limits].filter(Boolean).join(' ')} mark={mark} error={error}>
        {listed.map(({ key, label: text }) => (
          <Choice
            {...control}
            key={key}
            type="checkbox"
            id={`${id}-${key}`}
            value={key}
            defaultChecked={ticked.includes(key)}
            label={text}
          />
        ))}
      </Fieldset>
      {field.other && <TypedText name={`${name}.other`} label={t('other.label')} />}
    </div>
  );
}

function YesNoInput({ name, label, hint, mark, required = false }: InputProps<'yes-no'>) {
  const t = useTranslations('questions.yesNo');
  const options = (['yes', 'no'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <TypedChoice name={name} legend={label} hint={hint} mark={mark} clearable={!required} options={options} inline />
  );
}

function NumberInput({ name, label, hint, mark, field: { unit, min, max, decimals = 0 } }: InputProps<'number'>) {
  const t = useTranslations('questions.number');
  const bounds =
    min !== undefined && max !== undefined
      ? t('between', { min, max })
      : min !== undefined
        ? t('from', { min })
        : max !== undefined
          ? t('upTo', { max })
          : undefined;
  const how = decimals === 0 ? t('whole') : t('withPoint', { decimals });
  return (
    <TypedText
      name={name}
      label={unit === undefined ? label : t('labelIn', { label, unit })}
      hint={[hint, how, bounds].filter(Boolean).join(' ')}
      mark={mark}
      readAs="decimal"
      width="short"
      inputMode="decimal"
      autoComplete="off"
    />
  );
}

function DateInput({ name, label, hint, mark }: InputProps<'date'>) {
  const t = useTranslations('questions.date');
  return (
    <TypedText
      name={name}
      label={label}
      hint={[hint, t('hint')].filter(Boolean).join(' ')}
      mark={mark}
      readAs="date"
      width="medium"
      autoComplete="off"
    />
  );
}

function LinkInput({ name, label, hint, mark, field: { most = 1 } }: InputProps<'link'>) {
  const t = useTranslations('questions.link');
  if (most === 1)
    return <TypedText {...{ name, label, hint, mark }} readAs="link" type="url" inputMode="url" autoComplete="off" />;
  return (
    <TypedArea
      name={name}
      label={label}
      hint={[hint, t('lines', { most })].filter(Boolean).join(' ')}
      mark={mark}
      rows={3}
    />
  );
}
