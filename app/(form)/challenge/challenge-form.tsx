'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { FormProvider, get, set, useForm } from 'react-hook-form';
import type { FieldErrors, FieldValues } from 'react-hook-form';
import { Gate } from '@/app/(form)/form/gate';
import { fieldId } from '@/app/(form)/form/names';
import { fieldLabel } from '@/app/(form)/form/field-labels';
import { sentenceOf } from '@/app/(form)/form/sentences';
import type { Names } from '@/app/(form)/form/sentences';
import { StepProvider } from '@/app/(form)/form/step-context';
import type { FormAction } from '@/app/ui/action-state';
import { Button } from '@/app/ui/button';
import { ErrorSummary } from '@/app/ui/error-summary';
import { FailureSummary } from '@/app/ui/failure-summary';
import { useSending } from '@/app/ui/use-sending';
import { useTitlePrefix } from '@/app/ui/use-title-prefix';
import { parseFormData } from '@/lib/contributions/drafts/form-data';
import type { Issue } from '@/lib/platform/errors';
import type { Demanded } from './actions';
import { WhoYouAre } from './who-you-are';

type ChallengeFormProps = {
  action: FormAction<Demanded>;
  address: string;
  /** Names this showing of the form. */
  shown: string;
  /** What the fields begin with. */
  initial: Record<string, unknown>;
  names: Names;
  /** The fields of the value, its note and its source. */
  children: ReactNode;
};

/** The correction of one cell: what is typed stays in the fields whatever comes of sending it. */
export function ChallengeForm({ action, address, shown, initial, names, children }: ChallengeFormProps) {
  const [t, form] = [useTranslations('challenges.form'), useTranslations('contribute.form')];
  const reasons = useTranslations('errors.reasons');
  const { state, posted, pending, send } = useSending(action, address);
  const place = useRef<HTMLFormElement>(null);
  const { result, typed } = state;
  const failed = result?.ok === false ? result : null;
  const issues = useMemo(() => failed?.issues ?? [], [failed]);
  const methods = useServerFaults(issues);
  const faults = useFaultList(issues, names);
  const values = useMemo(() => typedOr(typed, initial), [typed, initial]);
  useTitlePrefix(failed && form('errorTitle'));
  useEffect(() => {
    if (failed) place.current?.querySelector<HTMLElement>('[role="alert"]')?.focus();
  }, [failed]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!pending) send(new FormData(event.currentTarget));
  };
  return (
    <StepProvider value={useMemo(() => ({ values, names, formChanged: () => {} }), [values, names])}>
      <FormProvider {...methods}>
        <form ref={place} action={posted} onSubmit={submit} noValidate className="mt-8 max-w-measure space-y-6">
          <input type="hidden" name="shown" value={typed.shown ?? shown} />
          <input type="hidden" name="baseVersion" value={String(get(values, 'baseVersion') ?? '')} />
          <ErrorSummary title={form('needsLook', { count: faults.length })} errors={faults} autoFocus />
          {children}
          <WhoYouAre />
          <Gate demand={result?.ok ? result.demand : null} />
          {failed && faults.length === 0 && (
            <div role="alert" tabIndex={-1}>
              <FailureSummary title={t('failed')}>
                <p>{reasons(failed.reason)}</p>
              </FailureSummary>
            </div>
          )}
          <p className="text-sm text-muted">{t('consent')}</p>
          <Button type="submit" aria-disabled={pending || undefined}>
            {pending ? t('sending') : t('send')}
          </Button>
        </form>
      </FormProvider>
    </StepProvider>
  );
}

/** Without a script, the fields are filled anew with what was sent. */
function typedOr(typed: Record<string, string>, initial: Record<string, unknown>): unknown {
  if (Object.keys(typed).length === 0) return initial;
  const parsed = parseFormData(Object.entries(typed));
  return parsed.ok ? parsed.values : initial;
}

/** The server's faults beside their fields; each goes as soon as its field changes. */
function useServerFaults(issues: readonly Issue[]) {
  const errors = useMemo(() => {
    const nested: FieldErrors = {};
    for (const { path, code } of issues) set(nested, path, { type: 'custom', message: code });
    return nested;
  }, [issues]);
  return useForm<FieldValues>({ errors, mode: 'onTouched', shouldFocusError: false });
}

function useFaultList(issues: readonly Issue[], names: Names) {
  const [words, sentences] = [useTranslations(), useTranslations('errors')];
  const t = useTranslations('challenges.form');
  return issues.map(({ path, code }) => ({
    href: `#${fieldId(path)}`,
    // That nothing was changed is a fault of the whole form.
    message:
      path === 'cells' || path === 'proposals'
        ? t('nothingChanged')
        : `${fieldLabel(words, names, path)}: ${sentenceOf(sentences, code)}`,
  }));
}
