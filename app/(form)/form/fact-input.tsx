'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { get, useFormContext } from 'react-hook-form';
import type { FactKind, FactValue, PartiesPart } from '@/lib/agreements/facts/fact';
import { FACTS, isRecordField } from '@/lib/agreements/facts/registry';
import type { CellField } from '@/lib/agreements/facts/registry';
import { CellPart } from './proposal-cell';
import { ChoiceInput } from './choice-input';
import { RecordInput } from './record-input';
import type { RecordOptions } from './record-input';
import { useStepWords } from './step-context';
import { TypedArea, TypedText } from './typed-fields';

type ControlProps<Kind extends FactKind> = {
  field: CellField;
  value: Extract<FactValue, { kind: Kind }>;
  /** Of a value that is typed into one field. */
  control: { name: string; label: ReactNode; labelHidden: boolean };
  isNew: boolean;
  options: RecordOptions;
};

/** The control that fits a kind of fact. */
const CONTROLS: { [Kind in FactKind]: (props: ControlProps<Kind>) => ReactNode } = {
  line: ({ control }) => <TypedText {...control} />,
  text: ({ control, value: { rows, max } }) => <TypedArea {...control} rows={rows} max={max} />,
  date: ({ control }) => <TypedText {...control} readAs="date" width="short" />,
  choice: FactChoice,
  link: ({ control }) => <TypedText {...control} readAs="link" type="url" inputMode="url" />,
  list: ({ control, value: { rows } }) => <TypedArea {...control} rows={rows} />,
  parties: PartiesInput,
  record: FactRecord,
};

type FactInputProps = Pick<ControlProps<FactKind>, 'field' | 'isNew' | 'options'> & {
  /** The label is the name of the fact and for screen readers only: a title above has the same words. */
  labelHidden?: boolean;
};

/** Where a fact is typed. */
export function FactInput({ field, isNew, options, labelHidden = false }: FactInputProps) {
  const t = useTranslations('contribute.form.proposal');
  const title = useTranslations('facts')(`${field}.label`);
  const { value } = FACTS[field];
  const control = {
    name: `cells.${field}.value`,
    label: labelHidden ? title : <CellPart cell={title} part={t('proposed')} />,
    labelHidden,
  };
  return controlOf(value.kind, { field, value, control, isNew, options });
}

function controlOf<Kind extends FactKind>(kind: Kind, props: Omit<ControlProps<Kind>, 'value'> & { value: FactValue }) {
  const Control: (props: ControlProps<Kind>) => ReactNode = CONTROLS[kind];
  return <Control {...(props as ControlProps<Kind>)} />; // the value is of this kind
}

function FactChoice({ field, value: { choices }, control, isNew }: ControlProps<'choice'>) {
  const t = useTranslations('contribute.form.proposal');
  const words = useTranslations('facts');
  const wordOf = (choice: string) => words(`${field}.choices.${choice}` as 'space.choices.united-nations'); // a choice of this fact
  return (
    <ChoiceInput
      {...control}
      none={isNew ? t('notSaid') : t('noChange')}
      options={choices.map((choice) => [choice, wordOf(choice)])}
    />
  );
}

function FactRecord({ field, isNew, options }: ControlProps<'record'>) {
  const title = useTranslations('facts')(`${field}.label`);
  return isRecordField(field) ? <RecordInput {...{ field, cell: field, title, isNew, options }} /> : null;
}

function PartiesInput({ field, isNew }: ControlProps<'parties'>) {
  const t = useTranslations('contribute.form.proposal.parties');
  const title = useTranslations('facts')(`${field}.label`);
  const part = (name: PartiesPart) => ({
    name: `${field}.${name}`,
    label: <CellPart cell={title} part={t(name)} />,
  });
  const { register } = useFormContext();
  const whole: unknown = get(useStepWords().values, `${field}.whole`);
  return (
    <div className="space-y-4">
      <input type="hidden" {...register(`${field}.whole`)} defaultValue={whole === true ? 'true' : ''} />
      {!isNew && <p className="text-sm text-muted">{t('hint')}</p>}
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-3 sm:items-end">
        <TypedText {...part('count')} readAs="number" inputMode="numeric" width="short" />
        <TypedText {...part('unit')} hint={t('unitHint')} width="medium" />
        <TypedText {...part('asOf')} readAs="date" hint={t('asOfHint')} width="short" />
      </div>
      <TypedText {...part('link')} readAs="link" type="url" inputMode="url" />
      <TypedArea {...part('list')} rows={3} />
    </div>
  );
}
