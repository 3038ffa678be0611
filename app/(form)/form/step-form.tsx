'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { FormProvider, set, useForm } from 'react-hook-form';
import type { FieldErrors, FieldValues } from 'react-hook-form';
import { ErrorSummary } from '@/app/ui/error-summary';
import type { SummarisedError } from '@/app/ui/error-summary';
import { ReturnButton } from '@/app/ui/return-button';
import { sectionSchema } from '@/lib/contributions/drafts/sections';
import type { FieldIssue, Section } from '@/lib/contributions/drafts/sections';
import type { Question } from '@/lib/questions/registry';
import { PreHydrationRecorder, usePreHydrationInput } from './pre-hydration-input';
import { useTitlePrefix } from '@/app/ui/use-title-prefix';
import { useFocus } from './focus';
import { fieldId, INTENTS } from './names';
import { NotSavedBar, NotSavedNotice } from './not-saved-notice';
import { shownIssues } from './outcome';
import type { SaveOutcome, SaveThisStep } from './outcome';
import { SaveButtons, SkipToSave } from './save-buttons';
import { RestoredNotice, WaitingNotice } from './saving-notices';
import { fieldLabel } from './field-labels';
import { sentenceOf } from './sentences';
import type { Names } from './sentences';
import { StepProvider } from './step-context';
import { STEP_FORM, useStepPosting } from './step-posting';
import { useRestored } from './use-restored';
import type { Restored } from './use-restored';
import { useSaving } from './use-saving';

export type StepFormProps = {
  save: SaveThisStep;
  draftId: string;
  address: string;
  section: Section;
  /** The stored values of this step, and their faults. */
  stored: { values: unknown; version: number; issues: FieldIssue[] };
  names: Names;
  fromCheck: boolean;
  /** One entry of a list: its buttons lead back to the list. */
  inList?: boolean;
  /** The page opens with the result of a button that was pressed on it. */
  saved?: boolean;
  children: ReactNode;
};

/**
 * The frame of every step. The form works without a script; with one, it saves without leaving the page, shows faults
 * while they are made, and then continues. Stored values may be invalid: a fault never prevents saving.
 */
export function StepForm(props: StepFormProps) {
  const { draftId, address, section, stored } = props;
  const { posted, action } = useStepPosting();
  const restored = useRestored({ draftId, address, kind: section.kind, stored });
  // Fields get their text when they are mounted: if unsaved text is found later, they are mounted again.
  return (
    <>
      <PreHydrationRecorder />
      <StepBody key={restored?.key ?? 'stored'} {...props} posted={posted} action={action} restored={restored} />
    </>
  );
}

type StepBodyProps = StepFormProps & {
  posted: SaveOutcome;
  action: (form: FormData) => void;
  restored: Restored | null;
};

function StepBody({
  save: saveThisStep,
  posted,
  action,
  restored,
  draftId,
  address,
  section,
  stored,
  names,
  fromCheck,
  inList = false,
  saved = false,
  children,
}: StepBodyProps) {
  const form = useRef<HTMLFormElement>(null);
  const { failed, judged, busy, savedAt, asked, quiet, waiting, save, discard, formChanged } = useSaving({
    form,
    saveThisStep,
    posted,
    version: stored.version,
    restored,
    draftId,
    address,
  });
  const issues = judged?.issues ?? stored.issues;
  const methods = useStepChecks(section, issues);
  const question = questionOf(section);
  const faults = useFaults(issues, names, question);
  const [focus, t] = [useFocus(), useTranslations('contribute.form')];
  usePreHydrationInput(form);
  useTitlePrefix(failed || issues.length > 0 ? t('errorTitle') : null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent; // React's submit events carry this native event
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : INTENTS.continue;
    const result = await save(intent);
    if (!result?.ok) return focus('not-saved');
    const stays = intent === INTENTS.save || intent.startsWith(`${INTENTS.keep}:`);
    if (result.go.endsWith('#error-summary') || (stays && result.issues.length > 0)) return focus('error-summary');
    if (!stays) return goTo(result.go);
    if (intent !== INTENTS.save) focus('save-status');
  };

  const values = valuesToShow(restored, posted, stored);
  return (
    <StepProvider value={useMemo(() => ({ values, names, formChanged }), [values, names, formChanged])}>
      <FormProvider {...methods}>
        <form
          id={STEP_FORM}
          ref={form}
          action={action}
          onInput={formChanged}
          onSubmit={submit}
          noValidate
          className="space-y-4 sm:space-y-8 lg:space-y-10"
        >
          <HiddenFields
            draftId={draftId}
            version={posted?.version ?? stored.version}
            shown={judged?.shown ?? shownIssues(stored.issues)}
            fromCheck={fromCheck}
          />
          <SkipToSave />
          {restored && !savedAt && failed?.reason !== 'saved_elsewhere' && (
            <RestoredNotice at={restored.at} discard={discard} />
          )}
          <FaultSummary faults={faults} autoFocus={saved} />
          {children}
          {failed && (
            <>
              <NotSavedBar />
              <NotSavedNotice
                outcome={failed}
                names={names}
                question={question}
                address={address}
                discard={discard}
                sent={posted !== null}
              />
            </>
          )}
          {waiting && <WaitingNotice waiting={waiting} />}
          <SaveButtons
            busy={busy && !waiting}
            savedAt={failed ? null : savedAt}
            quiet={quiet}
            found={asked ? faults : []}
            fromCheck={fromCheck}
            inList={inList}
          />
        </form>
      </FormProvider>
    </StepProvider>
  );
}

const questionOf = (section: Section) => ('question' in section ? section.question : undefined);

/** Unsaved text comes before stored text. */
function valuesToShow(restored: Restored | null, posted: SaveOutcome, stored: StepFormProps['stored']): unknown {
  if (restored) return restored.values;
  return posted && !posted.ok ? posted.values : stored.values;
}

type HiddenFieldsProps = { draftId: string; version: number; shown: string; fromCheck: boolean };

function HiddenFields({ draftId, version, shown, fromCheck }: HiddenFieldsProps) {
  return (
    <>
      <ReturnButton value={INTENTS.continue} />
      <input type="hidden" name="draft" value={draftId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="shown" value={shown} />
      {fromCheck && <input type="hidden" name="back" value="check" />}
    </>
  );
}

/** Opens an address; reloads the page if it is the same one, because its content has just changed. */
function goTo(address: string): void {
  const { pathname, search } = window.location;
  const next = new URL(address, window.location.href);
  if (next.pathname !== pathname || next.search !== search) return window.location.assign(next);
  window.history.replaceState(null, '', next);
  window.location.reload();
}

/** The server's schema also validates in the browser; the server's own findings are shown from the start. */
export function useStepChecks(section: Section, issues: FieldIssue[]) {
  const resolver = useMemo(() => zodResolver(sectionSchema(section)), [section]);
  const errors = useMemo(() => {
    const nested: FieldErrors = {};
    for (const { name, message } of issues) set(nested, name, { type: 'custom', message });
    return nested;
  }, [issues]);
  // A fault appears a moment after its field loses focus, so that the page does not move under the click.
  return useForm<FieldValues>({ resolver, errors, mode: 'onTouched', delayError: 400, shouldFocusError: false });
}

/** The faults of a step as sentences, each with a link to its field. */
function useFaults(issues: FieldIssue[], names: Names, question?: Question): SummarisedError[] {
  const words = useTranslations();
  const sentences = useTranslations('errors');
  return issues.map(({ name, message }) => ({
    href: `#${fieldId(name)}`,
    message: `${fieldLabel(words, names, name, question)}: ${sentenceOf(sentences, message)}`,
  }));
}

function FaultSummary({ faults, autoFocus }: { faults: SummarisedError[]; autoFocus: boolean }) {
  const t = useTranslations('contribute.form');
  if (faults.length === 0) return null;
  return (
    <div className="space-y-2">
      <ErrorSummary
        title={t('needsLook', { count: faults.length })}
        errors={faults}
        live={false}
        autoFocus={autoFocus}
      />
      <p className="text-sm text-muted">{t('needsLookBody')}</p>
    </div>
  );
}
