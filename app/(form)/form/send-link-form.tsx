'use client';

import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/app/ui/action-form';
import type { ActionState, FormAction } from '@/app/ui/action-state';
import { Checkbox } from '@/app/ui/checkbox';
import { TextInput } from '@/app/ui/text-input';
import { REMINDER_DAYS } from '@/lib/contributions/constants';
import type { DraftAddress } from '@/lib/contributions/mailed-links';
import { ContributorForm } from './contributor-form';
import { BESIDE } from './names';
import { useBesideStep } from './step-posting';
import { useHydrated } from './use-hydrated';

type SendLinkFormProps = {
  action: FormAction<{ sent: boolean }>;
  contribution: string;
  /** The address that the draft has. */
  known: DraftAddress | null;
  /** Its call has a deadline ahead. */
  closes: boolean;
  /** The page was opened by this form, sent without a script: `sent`, or `confirm` where a confirmation comes first. */
  told?: string;
};

/** Folded under its title at every step: mails the private link of a draft. */
export function SendLinkForm({ action, contribution, known, closes, told }: SendLinkFormProps) {
  const t = useTranslations('returning.send');
  const hydrated = useHydrated();
  const { carried, came = cameBy(told) } = useBesideStep<{ sent: boolean }>(BESIDE.sendLink);
  return (
    <div id="send-link">
      <ContributorForm
        action={action}
        carried={carried}
        came={came}
        fields={{ contribution, known: known?.address ?? '', ...(!hydrated && !carried && { plain: '1' }) }}
        summary={t('summary')}
        foldClass="mt-2 lg:mt-4 max-w-measure space-y-3"
        className="mt-3 space-y-4"
        done={({ sent }) => <p className="font-semibold">{t(sent ? 'sent' : 'confirm')}</p>}
        failed={t('failed')}
        buttons={<SubmitButton variant="secondary">{t('button')}</SubmitButton>}
      >
        {({ field }) => (
          <>
            {known && !known.confirmed && (
              <p className="wrap-anywhere text-muted">{t('waiting', { address: known.address })}</p>
            )}
            <TextInput
              {...field('email', known?.address)}
              id="send-link-to"
              type="email"
              label={t('label')}
              hint={t('hint')}
              autoComplete="email"
              inputMode="email"
            />
            {closes && <Reminder field={field('remind', known?.reminded ? 'on' : undefined)} />}
          </>
        )}
      </ContributorForm>
    </div>
  );
}

type ReminderProps = { field: { name: string; form?: string; defaultValue: string | undefined } };

function Reminder({ field: { name, form, defaultValue } }: ReminderProps) {
  const t = useTranslations('returning.remind');
  return (
    <Checkbox
      id="send-link-remind"
      name={name}
      form={form}
      label={t('label')}
      hint={t('hint', { days: REMINDER_DAYS })}
      defaultChecked={defaultValue === 'on'}
    />
  );
}

const cameBy = (told?: string): ActionState<{ sent: boolean }> | undefined =>
  told === 'sent' || told === 'confirm' ? { result: { ok: true, sent: told === 'sent' }, typed: {} } : undefined;
