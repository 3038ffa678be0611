'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { ChoicesProvider } from '@/app/intake/choices-context';
import type { FormAction } from '@/app/ui/action-state';
import { Button } from '@/app/ui/button';
import { FailureSummary } from '@/app/ui/failure-summary';
import { RadioGroup } from '@/app/ui/radio-group';
import { useSending } from '@/app/ui/use-sending';
import { useTitlePrefix } from '@/app/ui/use-title-prefix';
import { Gate } from '@/app/(form)/form/gate';
import { sentenceOf } from '@/app/(form)/form/sentences';
import type { Demanded } from './actions';

type ConfirmFormProps = {
  action: FormAction<Demanded>;
  address: string;
  seen: string;
  /** Groups of contributors with wordings of their own. */
  audiences: readonly { key: string; label: string }[];
  button: string;
  /** What is confirmed. */
  children: ReactNode;
};

/** A control with a fault, a group of controls with one, or else the summary. */
const AT_FAULT = '[aria-invalid="true"], fieldset[aria-describedby$="-error"], [role="alert"]';

/** Everything that a person chooses about a file, and the button that confirms it. */
export function ConfirmForm({ action, address, seen, audiences, button, children }: ConfirmFormProps) {
  const [t, errors] = [useTranslations('intake.confirm'), useTranslations('errors')];
  const [form, offers] = [useTranslations('contribute.form'), useTranslations('contribute.start.audience')];
  const { state, posted, pending, send } = useSending(action, address);
  const place = useRef<HTMLFormElement>(null);
  const { result, typed } = state;
  const failed = result?.ok === false ? result : null;
  const fault = (field: string) => {
    const issue = failed?.issues?.find(({ path }) => path === field);
    return issue && sentenceOf(errors, issue.code);
  };
  useTitlePrefix(failed && form('errorTitle'));
  useEffect(() => {
    if (result?.ok !== false) return;
    const target = place.current?.querySelector<HTMLElement>(AT_FAULT);
    // What is folded can't take the focus.
    target?.closest('details')?.setAttribute('open', '');
    target?.focus();
  }, [result]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!pending) send(new FormData(event.currentTarget));
  };
  return (
    <form ref={place} action={posted} onSubmit={submit} noValidate>
      <input type="hidden" name="seen" value={seen} />
      <ChoicesProvider typed={typed} fault={fault}>
        {children}
      </ChoicesProvider>
      <section aria-labelledby="confirm" className="space-y-5 border-t-2 border-ink pt-6">
        <h2 id="confirm" className="text-xl">
          {t('title')}
        </h2>
        <p className="max-w-measure">{t('body')}</p>
        {audiences.length > 0 && (
          <RadioGroup
            id="audience"
            name="audience"
            legend={offers('legend')}
            hint={offers('hint')}
            options={audiences.map(({ key, label }) => ({ value: key, label }))}
            defaultValue={typed.audience ?? audiences[0]?.key}
          />
        )}
        <Gate demand={result?.ok ? result.demand : null} />
        {failed && (
          <div role="alert" tabIndex={-1}>
            <FailureSummary
              title={t('failed')}
              faults={failed.issues?.filter(({ path }) => path === '').map(({ code }) => sentenceOf(errors, code))}
            >
              <p>{errors(`reasons.${failed.reason}`)}</p>
              {failed.issues && <p>{t('faults', { count: failed.issues.length })}</p>}
            </FailureSummary>
          </div>
        )}
        <Button type="submit" aria-disabled={pending || undefined}>
          {button}
        </Button>
      </section>
    </form>
  );
}
