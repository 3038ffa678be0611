'use client';

import { createContext, use, useEffect, useRef, useState } from 'react';
import type { ComponentProps, ReactNode, SubmitEvent } from 'react';
import type { ActionState, FormAction, Typed } from './action-state';
import { Button } from './button';
import { SendingRound } from './held-text';
import { isFocusLost, isThere, useMessagePlace } from './message-place';
import { Notice } from './notice';
import { useSending } from './use-sending';

export type Refused = Extract<NonNullable<ActionState['result']>, { ok: false }>;
export type FormIssue = NonNullable<Refused['issues']>[number];

/** The data that the fields of a form are rendered from. */
export type Answered<Output extends object> = {
  typed: Typed;
  /** The fault of a field, in words. A fault requested here is not repeated beside the button. */
  fault: (path: string) => string | undefined;
  failure: Refused | null;
  done: Output | null;
};

export type ActionFormProps<Output extends object> = {
  action: FormAction<Output>;
  /** The subject of the form, as hidden fields. */
  fields?: Record<string, string>;
  /** The message on success. */
  done: ReactNode | ((output: Output) => ReactNode);
  /** The message on failure; `unseen` are the issues that no field shows. */
  failed: (failure: Refused, unseen: readonly FormIssue[], typed: Typed) => ReactNode;
  inWords: (code: string) => string;
  /** With it the form is folded under these words: open after a failure, closed and empty after success. */
  summary?: ReactNode;
  summaryClass?: string;
  foldClass?: string;
  className?: string;
  /** After success there is nothing more to send: the message replaces the form. */
  once?: boolean;
  /** Asked before sending; false cancels it. */
  before?: (form: HTMLFormElement) => boolean;
  children?: ReactNode | ((answered: Answered<Output>) => ReactNode);
  /** Its submit buttons, each a SubmitButton. */
  buttons: ReactNode;
};

const Pending = createContext(false);

/**
 * A button that sends the surrounding form. While sending it is `aria-disabled`, so that it keeps the focus; `disabled`
 * would lose it.
 */
export function SubmitButton({
  doing,
  children,
  ...rest
}: Omit<ComponentProps<typeof Button>, 'type' | 'disabled'> & {
  /** Its label while the form is being sent. */ doing?: ReactNode;
}) {
  const pending = use(Pending);
  return (
    <Button type="submit" aria-disabled={pending || undefined} {...rest}>
      {pending && doing ? doing : children}
    </Button>
  );
}

/**
 * Every form with a server action: it is sent once for any number of presses, keeps the typed text until it succeeds,
 * and shows the result once, beside the button. The focus goes to the first field with a fault and otherwise stays on
 * the button; if the button disappears, it goes to the message.
 */
export function ActionForm<Output extends object>(props: ActionFormProps<Output>) {
  const { action, fields = {}, done, failed, inWords, summary, className, before, children, buttons } = props;
  const { state, scripted, posted, pending, send } = useSending(action);
  const [round, setRound] = useState(0);
  const place = useMessagePlace();
  const form = useRef<HTMLFormElement>(null);
  const fold = useRef<HTMLDetailsElement>(null);
  const region = useRef<HTMLDivElement>(null);
  const pressed = useRef<HTMLElement | null>(null);
  const { result, typed } = state;
  const failure = result?.ok === false ? result : null;
  const words = (output: Output) => successInWords(typeof done === 'function' ? done(output) : done);

  useEffect(() => {
    if (result === null) return;
    if (result.ok) {
      form.current?.reset();
      if (fold.current?.open) {
        fold.current.open = false;
        fold.current.querySelector('summary')?.focus();
      }
    } else {
      const field = form.current?.querySelector<HTMLElement>(AT_FAULT);
      if (field) return field.focus();
    }
    if (isFocusLost()) (isThere(pressed.current) ? pressed.current : region.current)?.focus();
    // On a low screen, content below the button may be invisible.
    region.current?.scrollIntoView({ block: 'nearest' });
  }, [result]);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending || before?.(event.currentTarget) === false) return;
    const submitter = event.nativeEvent.submitter;
    pressed.current = submitter;
    place?.(null, null);
    send(new FormData(event.currentTarget, submitter), (answer) => {
      if (!answer.result?.ok) return;
      setRound((before) => before + 1);
      place?.(words(answer.result), submitter);
    });
  };

  const seen = new Set<string>();
  const fault = (path: string) => {
    seen.add(path);
    const issue = failure?.issues?.find((one) => one.path === path);
    return issue && inWords(issue.code);
  };
  const inside =
    typeof children === 'function' ? children({ typed, fault, failure, done: result?.ok ? result : null }) : children;
  const said = failure
    ? failed(failure, failure.issues?.filter(({ path }) => !seen.has(path)) ?? [], typed)
    : result?.ok && (!place || !scripted) && words(result);
  const message = (
    <div
      ref={region}
      role="status"
      tabIndex={-1}
      className={summary ? 'max-w-measure' : 'min-w-0 basis-full empty:-ms-3 empty:basis-auto'}
    >
      {!pending && said}
    </div>
  );
  if (props.once && result?.ok) return message;
  const whole = (
    <form ref={form} action={posted} onSubmit={submit} noValidate className={className}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SendingRound value={round}>{inside}</SendingRound>
      <div className="flex flex-wrap items-center gap-3">
        <Pending value={pending}>{buttons}</Pending>
        {!summary && message}
      </div>
    </form>
  );
  if (!summary) return whole;
  return (
    <div className={props.foldClass ?? 'max-w-measure space-y-3'}>
      <details ref={fold} open={failure !== null}>
        <summary className={`link w-fit ${props.summaryClass ?? ''}`}>{summary}</summary>
        {whole}
      </details>
      {message}
    </div>
  );
}

/** A control, or a group of controls, as marked by TextInput, Fieldset and similar components. */
const AT_FAULT = '[aria-invalid="true"], fieldset[aria-describedby$="-error"]';

const successInWords = (said: ReactNode) => (typeof said === 'string' ? <Notice kind="success" title={said} /> : said);
