'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { sentOnce } from '@/app/ui/sent-once';
import { Gate } from '@/app/(form)/form/gate';
import type { StartProblem } from '@/app/(form)/server/actions';

type StartFormProps = {
  start: (previous: StartProblem, form: FormData) => Promise<StartProblem>;
  address: string;
  label: string;
  secondary?: boolean;
};

/** The button that begins a contribution. */
export function StartForm({ start, address, label, secondary = false }: StartFormProps) {
  const t = useTranslations('abuse.start');
  const reasons = useTranslations('errors.reasons');
  const [problem, action, pending] = useActionState(start, null, address);
  const once = sentOnce(pending);
  const demand = problem?.reason === 'proof_needed' ? problem : null;
  return (
    <form action={action} {...once.form} className="mt-6 space-y-4">
      {problem && problem.reason !== 'proof_needed' && (
        <Notice kind="error" role="alert" title={t('failed')}>
          {reasons(problem.reason)}
        </Notice>
      )}
      <Gate demand={demand} />
      <Button type="submit" variant={secondary ? 'secondary' : 'primary'} {...once.button}>
        {label}
      </Button>
    </form>
  );
}
