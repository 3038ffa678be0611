'use client';

import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/app/ui/action-form';
import type { FormAction } from '@/app/ui/action-state';
import { TextInput } from '@/app/ui/text-input';
import { ContributorForm } from './contributor-form';
import { useHydrated } from './use-hydrated';

type SendLinkFormProps = {
  action: FormAction<{ sent: boolean }>;
  contribution: string;
  /** The address that the draft has. */
  known: { address: string; confirmed: boolean } | null;
};

/** Folded under its title at every step: mails the private link of a draft. */
export function SendLinkForm({ action, contribution, known }: SendLinkFormProps) {
  const t = useTranslations('returning.send');
  const hydrated = useHydrated();
  return (
    <ContributorForm
      action={action}
      fields={{ contribution }}
      summary={t('summary')}
      foldClass="mt-4 max-w-measure space-y-3"
      className="mt-3 space-y-4"
      done={({ sent }) => <p className="font-semibold">{t(sent ? 'sent' : 'confirm')}</p>}
      failed={t('failed')}
      buttons={<SubmitButton variant="secondary">{t('button')}</SubmitButton>}
    >
      {({ field }) => (
        <>
          {!hydrated && <p className="text-muted">{t('saveFirst')}</p>}
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
        </>
      )}
    </ContributorForm>
  );
}
