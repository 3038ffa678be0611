'use client';

import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/app/ui/action-form';
import type { FormAction } from '@/app/ui/action-state';
import { Choice } from '@/app/ui/choice';
import { Fieldset } from '@/app/ui/fieldset';
import { ContributorForm } from './contributor-form';

export type EarlierChoice = {
  id: string;
  /** Of the step that the items go into. */
  title: string;
  /** The contribution that they come from. */
  from: string;
  items: { id: string; label: string; note?: string }[];
  /** What can't be taken over, in words. */
  leftOut: string[];
};

type EarlierFormProps = { action: FormAction; contribution: string; choices: EarlierChoice[] };

/** Every item of earlier contributions, ticked: who unticks one drops it. */
export function EarlierForm({ action, contribution, choices }: EarlierFormProps) {
  const t = useTranslations('contribute.earlier');
  return (
    <ContributorForm
      action={action}
      fields={{ contribution }}
      done={null}
      failed={t('failed')}
      className="mb-12 space-y-8"
      buttons={<SubmitButton>{t('button')}</SubmitButton>}
    >
      {choices.map(({ id, title, from, items, leftOut }) => (
        <Fieldset key={id} id={id} legend={title} hint={from} size="heading">
          {items.map((item) => (
            <Choice
              key={item.id}
              type="checkbox"
              id={`item-${item.id.replaceAll(' ', '-')}`}
              name="item"
              value={item.id}
              label={<span dir="auto">{item.label}</span>}
              hint={item.note && <span dir="auto">{item.note}</span>}
              defaultChecked
            />
          ))}
          {leftOut.length > 0 && (
            <div className="mt-3 max-w-measure border-s-2 border-rule ps-4 text-sm">
              <p>{t('leftOut', { count: leftOut.length })}</p>
              <ul className="mt-1 list-disc ps-5">
                {leftOut.map((label) => (
                  <li key={label} dir="auto">
                    {label}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Fieldset>
      ))}
    </ContributorForm>
  );
}
