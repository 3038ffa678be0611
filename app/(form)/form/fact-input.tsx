'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BINDING_NATURES, SPACES, TEXT_LIMITS } from '@/lib/agreements/constants';
import type { FactField } from '@/lib/agreements/schema';
import { get, useFormContext } from 'react-hook-form';
import { CellPart } from './proposal-cell';
import { useStepWords } from './step-context';
import { TypedArea, TypedSelect, TypedText } from './typed-fields';

/** The control that fits a fact: a line, a text, a choice, or the parts that signatories have. */
export function FactInput({ field, isNew }: { field: FactField; isNew: boolean }) {
  const t = useTranslations('contribute.form.proposal');
  const common = useTranslations('common');
  const title = isNew ? t(`fields.${field}.newLabel`) : t(`fields.${field}.label`);
  const control = { name: `cells.${field}.value`, label: <CellPart cell={title} part={t('proposed')} /> };
  const none = isNew ? t('notSaid') : t('noChange');
  switch (field) {
    case 'name':
      return <TypedText {...control} mark={isNew && <Needed />} />;
    case 'launchDate':
      return <TypedText {...control} width="short" />;
    case 'link':
      return <TypedText {...control} type="url" inputMode="url" />;
    case 'space':
      return (
        <ChoiceInput {...control} none={none} options={SPACES.map((space) => [space, common(`spaces.${space}`)])} />
      );
    case 'bindingNature':
      return (
        <ChoiceInput
          {...control}
          none={none}
          options={BINDING_NATURES.map((nature) => [nature, common(`bindingNatures.${nature}`)])}
        />
      );
    case 'name':
      return <TypedArea {...control} rows={1} max={TEXT_LIMITS.name} />;
    case 'stakeholders':
      return <TypedArea {...control} rows={3} max={TEXT_LIMITS.note} />;
    case 'summary':
      return <TypedArea {...control} rows={5} max={TEXT_LIMITS.summary} />;
    case 'uniqueElements':
      return <TypedArea {...control} rows={4} />;
    case 'signatories':
      return <SignatoriesInput title={title} />;
    default:
      return <TypedText {...control} />;
  }
}

type ChoiceInputProps = { name: string; label: ReactNode; none: string; options: [value: string, word: string][] };

export function ChoiceInput({ name, label, none, options }: ChoiceInputProps) {
  return (
    <TypedSelect name={name} label={label}>
      <option value="">{none}</option>
      {options.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </TypedSelect>
  );
}

function Needed() {
  return useTranslations('contribute.form')('needed');
}

function SignatoriesInput({ title }: { title: string }) {
  const t = useTranslations('contribute.form.proposal.signatories');
  const part = (name: 'count' | 'unit' | 'asOf' | 'link' | 'list') => ({
    name: `signatories.${name}`,
    label: <CellPart cell={title} part={t(name)} />,
  });
  const { register } = useFormContext();
  const whole: unknown = get(useStepWords().values, 'signatories.whole');
  return (
    <div className="space-y-4">
      <input type="hidden" {...register('signatories.whole')} defaultValue={whole === true ? 'true' : ''} />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-3 sm:items-end">
        <TypedText {...part('count')} inputMode="numeric" width="short" />
        <TypedText {...part('unit')} hint={t('unitHint')} width="medium" />
        <TypedText {...part('asOf')} hint={t('asOfHint')} width="short" />
      </div>
      <TypedText {...part('link')} type="url" inputMode="url" />
      <TypedArea {...part('list')} rows={3} />
    </div>
  );
}
