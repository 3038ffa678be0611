'use client';

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import type { ReactNode } from 'react';
import type { RecordPart } from '@/lib/agreements/facts/fact';
import { FACTS } from '@/lib/agreements/facts/registry';
import type { RecordField } from '@/lib/agreements/facts/registry';
import { get } from 'react-hook-form';
import { ChoiceInput } from './choice-input';
import { CellPart } from './proposal-cell';
import { useStepWords } from './step-context';
import { TypedArea, TypedText } from './typed-fields';

/** What a part can name: other agreements by slug, criteria by key, languages by code; each with its name. */
export type RecordOptions = Readonly<Record<'agreement' | 'criterion' | 'language', [string, string][]>>;

type RecordInputProps = {
  field: RecordField;
  /** The key of the cell in the form. */
  cell: string;
  title: string;
  isNew: boolean;
  options: RecordOptions;
};

/** A record: a control for each of its parts. */
export function RecordInput({ field, cell, title, isNew, options }: RecordInputProps) {
  const t = useTranslations('contribute.form.proposal');
  const { register } = useFormContext();
  const whole: unknown = get(useStepWords().values, `cells.${cell}.whole`);
  const { value } = FACTS[field];
  if (value.kind !== 'record') return null;
  return (
    <div className="space-y-4">
      <input type="hidden" {...register(`cells.${cell}.whole`)} defaultValue={whole === true ? 'true' : ''} />
      {!isNew && <p className="text-sm text-muted">{t('parties.hint')}</p>}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        {Object.entries(value.parts).map(([part, definition]) => (
          <PartInput key={part} {...{ field, cell, part, definition, title, options }} />
        ))}
      </div>
    </div>
  );
}

type PartInputProps = Omit<RecordInputProps, 'isNew'> & { part: string; definition: RecordPart };

function PartInput({ field, cell, part, definition, title, options }: PartInputProps): ReactNode {
  const t = useTranslations('contribute.form.proposal');
  const words = usePartWords(field, part);
  const control = { name: `cells.${cell}.parts.${part}`, label: <CellPart cell={title} part={words.label} /> };
  const none = t('notSaid');
  switch (definition.kind) {
    case 'choice':
      return (
        <ChoiceInput {...control} none={none} options={definition.choices.map((one) => [one, words.choice(one)])} />
      );
    case 'agreement':
    case 'criterion':
    case 'language':
      return <ChoiceInput {...control} none={none} options={options[definition.kind]} />;
    case 'date':
    case 'number':
      return (
        <TypedText
          {...control}
          readAs={definition.kind}
          hint={definition.kind === 'date' ? t('parties.asOfHint') : undefined}
          inputMode={definition.kind === 'number' ? 'numeric' : undefined}
          width="short"
        />
      );
    case 'link':
      return (
        <Wide>
          <TypedText {...control} readAs="link" type="url" inputMode="url" />
        </Wide>
      );
    case 'text':
      return (
        <Wide>
          <TypedArea {...control} rows={3} max={definition.max} />
        </Wide>
      );
    case 'line':
      return <TypedText {...control} hint={words.hint} width="medium" />;
  }
}

/** Takes a line of its own. */
const Wide = ({ children }: { children: ReactNode }) => <div className="basis-full">{children}</div>;

function usePartWords(field: RecordField, part: string) {
  const words = useTranslations('facts');
  // Each part of the registry has its entry; a test holds the two against each other.
  const at = (rest: string) => `${field}.parts.${part}.${rest}` as 'dates.parts.date.label';
  return {
    label: words(at('label')),
    hint: words.has(at('hint')) ? words(at('hint')) : undefined,
    choice: (choice: string) => words(at(`choices.${choice}`)),
  };
}
