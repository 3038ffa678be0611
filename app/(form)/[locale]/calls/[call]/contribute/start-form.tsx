'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Button } from '@/app/ui/button';
import { Checkbox } from '@/app/ui/checkbox';
import { Notice } from '@/app/ui/notice';
import { RadioGroup } from '@/app/ui/radio-group';
import { sentOnce } from '@/app/ui/sent-once';
import { Gate } from '@/app/(form)/form/gate';
import type { StartProblem } from '@/app/(form)/server/actions';

type StartFormProps = {
  start: (previous: StartProblem, form: FormData) => Promise<StartProblem>;
  address: string;
  label: string;
  /** So that buttons elsewhere on the page can send it, each with its `step`. */
  id?: string;
  secondary?: boolean;
  /** The second one of the page. */
  below?: boolean;
  offers?: StartOffers;
};

/** What can be chosen before a contribution begins. */
type StartOffers = {
  /** Groups of contributors with wordings of their own, and the one that the address chose. */
  audiences?: { key: string; label: string }[];
  audience?: string;
  /** To begin with an earlier contribution: ticked if this browser holds the link of one. */
  earlier?: 'offered' | 'held';
};

/** The button that begins a contribution. */
export function StartForm({
  start,
  address,
  label,
  id,
  secondary = false,
  below = false,
  offers = {},
}: StartFormProps) {
  const t = useTranslations('abuse.start');
  const reasons = useTranslations('errors.reasons');
  const [problem, action, pending] = useActionState(start, null, address);
  const once = sentOnce(pending);
  const [step, setStep] = useState('');
  const demand = problem?.reason === 'proof_needed' ? problem : null;
  return (
    <form
      id={id}
      action={action}
      onSubmit={(event) => {
        const { submitter } = event.nativeEvent as SubmitEvent; // React's submit events carry this native event
        if (submitter instanceof HTMLButtonElement) setStep(submitter.value);
        once.form.onSubmit(event);
      }}
      className="mt-6 space-y-4"
    >
      {/* Where the form is sent again with a proof, no button is pressed: the one that was comes along. */}
      <input type="hidden" name="step" value={step} />
      {problem && problem.reason !== 'proof_needed' && (
        <Notice kind="error" role="alert" title={t('failed')}>
          {reasons(problem.reason)}
        </Notice>
      )}
      <Offers offers={offers} suffix={below ? '-below' : ''} />
      <Gate demand={demand} />
      <Button type="submit" name="step" value="" variant={secondary ? 'secondary' : 'primary'} {...once.button}>
        {label}
      </Button>
    </form>
  );
}

function Offers({
  offers: { audiences = [], audience, earlier },
  suffix,
}: {
  offers: StartOffers;
  /** The form can be twice on a page. */
  suffix: string;
}) {
  const t = useTranslations('contribute');
  return (
    <>
      {audiences.length > 0 && (
        <RadioGroup
          id={`audience${suffix}`}
          name="audience"
          legend={t('start.audience.legend')}
          hint={t('start.audience.hint')}
          options={audiences.map((one) => ({ value: one.key, label: one.label }))}
          defaultValue={audience ?? audiences[0]?.key}
        />
      )}
      {earlier && (
        <Checkbox
          id={`earlier${suffix}`}
          name="earlier"
          label={t('earlier.offer')}
          hint={t('earlier.offerHint')}
          defaultChecked={earlier === 'held'}
        />
      )}
    </>
  );
}
