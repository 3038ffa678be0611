'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/app/ui/action-form';
import type { ActionFormProps } from '@/app/ui/action-form';
import { FailureSummary } from '@/app/ui/failure-summary';
import { sentenceOf } from './sentences';

type ContributorFormProps<Output extends object> = Omit<
  ActionFormProps<Output>,
  'failed' | 'inWords' | 'errorTitle'
> & {
  /** The title of a failure; without it, the reason is the title. */
  failed?: string;
  /** The maximum lengths of fields. */
  limits?: Record<string, number>;
};

/** A small form of contributors: it shows failures in their language. */
export function ContributorForm<Output extends object>({
  failed,
  limits = {},
  ...props
}: ContributorFormProps<Output>) {
  const errors = useTranslations('errors');
  const t = useTranslations('contribute.form');
  const inWords = (code: string, path: string) =>
    sentenceOf(errors, code === 'too_long' && limits[path] ? `too_long:${limits[path]}` : code);
  return (
    <ActionForm
      errorTitle={t('errorTitle')}
      inWords={inWords}
      failed={({ reason }, unseen) => (
        <FailureSummary title={failed ?? errors(`reasons.${reason}`)} faults={unseen}>
          {failed && <p>{errors(`reasons.${reason}`)}</p>}
        </FailureSummary>
      )}
      {...props}
    />
  );
}
