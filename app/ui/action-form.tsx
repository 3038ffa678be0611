'use client';

import { createContext, use, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ComponentProps, ReactNode, RefObject, SubmitEvent } from 'react';
import type { ActionState, FormAction, Typed } from './action-state';
import { Button } from './button';
import { SendingRound } from './held-text';
import { isFocusLost, isThere, useMessagePlace } from './message-place';
import { Notice } from './notice';
import { useSending } from './use-sending';
import { useTitlePrefix } from './use-title-prefix';

export type Refused = Extract<NonNullable<ActionState['result']>, { ok: false }>;

/**
 * The form on the same page that a form is sent with, without a script, and its name there: its fields get the prefix
 * `name/`, and the intent of its buttons is `beside:name`, followed by a colon and the button's own value if it has one.
 */
export type Carried = { form: string; name: string };

export type FieldOfForm = {
  id: string;
  name: string;
  form?: string;
  defaultValue: string | undefined;
  error: string | undefined;
};

/** The data that the fields of a form are rendered from. */
type Answered<Output extends object> = {
  typed: Typed;
  /** The fault of a field, in words. A fault requested here is not repeated in the summary. */
  fault: (path: string) => string | undefined;
  /** The props of a field of that name: its text as it was sent, otherwise the initial one, and its fault. */
  field: (name: string, initial?: string) => FieldOfForm;
  failure: Refused | null;
  done: Output | null;
};

export type ActionFormProps<Output extends object> = {
  action: FormAction<Output>;
  /** The address for posting without a script, if it differs from the page's. */
  address?: string;
  id?: string;
  carried?: Carried;
  /** The result that came with the page by the form that carried this one. */
  came?: ActionState<Output>;
  /** The subject of the form, as hidden fields. */
  fields?: Record<string, string>;
  /** The message on success. */
  done: ReactNode | ((output: Output) => ReactNode);
  /** The summary on failure; `unseen` are the faults that no field shows, in words. */
  failed: (failure: Refused, unseen: readonly string[], typed: Typed) => ReactNode;
  /** The sentence for the fault of a field. */
  inWords: (code: string, path: string) => string;
  /** The prefix of the page's title after a failure. */
  errorTitle: string;
  /** With it the form is folded under these words: open after a failure, closed and empty after success. */
  summary?: ReactNode;
  summaryClass?: string;
  foldClass?: string;
  className?: string;
  /** After success there is nothing more to send: the message replaces the form. */
  once?: boolean;
  /** Nothing can be sent any more: only a form that was sent before is shown, with its result. */
  closed?: boolean;
  /** Asked before sending; false cancels it. */
  before?: (form: HTMLFormElement) => boolean;
  children?: ReactNode | ((answered: Answered<Output>) => ReactNode);
  /** Its submit buttons, each a SubmitButton. The message is beside them. */
  buttons: ReactNode | ((answered: Answered<Output>) => ReactNode);
};

const Pending = createContext(false);
const CarriedBy = createContext<Carried | undefined>(undefined);

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
  const [pending, carried] = [use(Pending), use(CarriedBy)];
  const along = carried && {
    form: carried.form,
    name: 'intent',
    value: ['beside', carried.name, ...(rest.value === undefined ? [] : [rest.value])].join(':'),
  };
  return (
    <Button type="submit" aria-disabled={pending || undefined} {...rest} {...along}>
      {pending && doing ? doing : children}
    </Button>
  );
}

/**
 * Every form with a server action: it is sent once for any number of presses, keeps the typed text until it succeeds,
 * and shows the result once, beside the button. After a failure the focus goes to the summary if that says a fault that
 * no field shows, and otherwise to the first field with a fault. Otherwise it stays on the button; if the button
 * disappears, it goes to the message.
 */
export function ActionForm<Output extends object>(props: ActionFormProps<Output>) {
  const { action, address, carried, fields = {}, inWords, summary, before, children, buttons } = props;
  const { state, scripted, posted, pending, send } = useSending(action, address, props.came);
  const [round, setRound] = useState(0);
  const [isUnfolded, setUnfolded] = useState(state.result?.ok === false);
  const place = useMessagePlace();
  const form = useRef<HTMLFormElement>(null);
  const region = useRef<HTMLDivElement>(null);
  const fold = useRef<HTMLElement>(null);
  const pressed = useRef<HTMLElement | null>(null);
  const { result, typed } = state;
  const failure = result?.ok === false ? result : null;
  const { fault, unseen } = faultsOf(failure, inWords);
  const done = result?.ok ? result : null;
  const field = (name: string, initial?: string): FieldOfForm => ({
    id: name,
    ...placed(name, carried),
    defaultValue: typed[name] ?? initial,
    error: fault(name),
  });
  const answered = { typed, fault, field, failure, done };
  const inside = typeof children === 'function' ? children(answered) : children;
  const pressable = typeof buttons === 'function' ? buttons(answered) : buttons;
  useTitlePrefix(failure && props.errorTitle);
  useResultFocus({ result, form, fold, region, pressed, hasUnseen: unseen().length > 0 });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending || before?.(event.currentTarget) === false) return;
    const submitter = event.nativeEvent.submitter;
    pressed.current = submitter;
    place?.(null, null);
    send(new FormData(event.currentTarget, submitter), (answer) => {
      if (!answer.result?.ok) return;
      setRound((earlier) => earlier + 1);
      setUnfolded(false);
      place?.(successInWords(props.done, answer.result), submitter);
    });
  };

  if (props.closed && result === null) return null;
  const message = (
    // Without a script, the page is loaded anew and begins with the result.
    <div
      ref={region}
      role="status"
      tabIndex={-1}
      autoFocus={result !== null}
      className={messageClass(Boolean(summary))}
    >
      {!pending && resultInWords(props, state, unseen(), place !== null && scripted)}
    </div>
  );
  if (props.once && done) return message;
  const whole = (
    <form id={props.id} ref={form} action={posted} onSubmit={submit} noValidate className={props.className}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" {...placed(name, carried)} value={value} />
      ))}
      <SendingRound value={round}>{inside}</SendingRound>
      <div className="flex flex-wrap items-center gap-3">
        <CarriedBy value={carried}>
          <Pending value={pending}>{pressable}</Pending>
        </CarriedBy>
        {!summary && message}
      </div>
    </form>
  );
  if (!summary) return whole;
  return (
    <div className={props.foldClass ?? 'max-w-measure space-y-3'}>
      <details open={isUnfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary ref={fold} className={`link w-fit ${props.summaryClass ?? ''}`}>
          {summary}
        </summary>
        {whole}
      </details>
      {message}
    </div>
  );
}

/** The name and the form of a field. */
const placed = (name: string, carried?: Carried) =>
  carried ? { name: `${carried.name}/${name}`, form: carried.form } : { name };

/** The faults of a failure in words: those that fields ask for, and after rendering the fields, all others. */
function faultsOf(failure: Refused | null, inWords: ActionFormProps<object>['inWords']) {
  const seen = new Set<string>();
  const issues = failure?.issues ?? [];
  const fault = (path: string) => {
    seen.add(path);
    const issue = issues.find((one) => one.path === path);
    return issue && inWords(issue.code, path);
  };
  const unseen = () => issues.filter(({ path }) => !seen.has(path)).map(({ path, code }) => inWords(code, path));
  return { fault, unseen };
}

type ResultFocus = {
  result: ActionState['result'];
  form: RefObject<HTMLFormElement | null>;
  fold: RefObject<HTMLElement | null>;
  region: RefObject<HTMLElement | null>;
  pressed: RefObject<HTMLElement | null>;
  hasUnseen: boolean;
};

/** Empties the form after success, moves the focus once for each result, and scrolls to the message. */
function useResultFocus({ result, form, fold, region, pressed, hasUnseen }: ResultFocus) {
  const move = useEffectEvent((isDone: boolean) => {
    if (isDone) {
      form.current?.reset();
      if (pressed.current) fold.current?.focus();
    } else {
      const target = hasUnseen ? region.current : form.current?.querySelector<HTMLElement>(AT_FAULT);
      if (target) return target.focus();
    }
    if (isFocusLost()) (isThere(pressed.current) ? pressed.current : region.current)?.focus();
    // On a low screen, content below the button may be invisible.
    region.current?.scrollIntoView({ block: 'nearest' });
  });
  useEffect(() => {
    if (result !== null) move(result.ok);
  }, [result]);
}

/** A control, or a group of controls, as marked by TextInput, Fieldset and similar components. */
const AT_FAULT = '[aria-invalid="true"], fieldset[aria-describedby$="-error"]';

const messageClass = (folded: boolean) =>
  folded ? 'max-w-measure' : 'min-w-0 basis-full empty:-ms-3 empty:basis-auto';

function resultInWords<Output extends object>(
  { done, failed }: Pick<ActionFormProps<Output>, 'done' | 'failed'>,
  { result, typed }: ActionState<Output>,
  unseen: readonly string[],
  isSuccessElsewhere: boolean,
): ReactNode {
  if (result?.ok === false) return failed(result, unseen, typed);
  return result !== null && !isSuccessElsewhere && successInWords(done, result);
}

function successInWords<Output extends object>(done: ActionFormProps<Output>['done'], output: Output): ReactNode {
  const said = typeof done === 'function' ? done(output) : done;
  return typeof said === 'string' ? <Notice kind="success" title={said} /> : said;
}
