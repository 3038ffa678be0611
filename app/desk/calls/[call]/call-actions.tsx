'use client';

import { SubmitButton } from '@/app/ui/action-form';
import type { FormAction } from '@/app/ui/action-state';
import { TextInput } from '@/app/ui/text-input';
import { close, extend, hide, reopen, show } from '@/app/desk/calls/actions';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FailureNotice, faultInWords } from '@/app/desk/parts/failure-notice';
import { CALL_FAULTS } from '@/app/desk/words/calls';
import type { CallState } from '@/lib/calls/state';

type CallActionsProps = {
  slug: string;
  published: boolean;
  state: CallState;
  /** The deadline has passed. */
  passed: boolean;
  /** The deadline on the clock of the call's zone; null for the standing call, which can only be hidden. */
  closes: { day: string; time: string } | null;
};

const inWords = (code: string) => CALL_FAULTS[code] ?? faultInWords(code);

/** What can be done with a call in its present state; its page tells readers of each. */
export function CallActions({ slug, published, state, passed, closes }: CallActionsProps) {
  return (
    <section aria-labelledby="actions" className="mt-10 max-w-[46rem] space-y-6">
      <h2 id="actions" className="text-2xl">
        Actions
      </h2>
      {published && closes && !passed && (
        <Deadline action={extend} slug={slug} legend="Extend" button="Extend the call" closes={closes} />
      )}
      {published && passed && (
        <Deadline action={reopen} slug={slug} legend="Reopen" button="Reopen the call" closes={{ day: '', time: '' }} />
      )}
      {published && closes && (state === 'open' || state === 'late') && (
        <Action
          action={close}
          slug={slug}
          button="Close now"
          hint="From this moment no contribution is accepted, late ones included. Drafts stay."
        />
      )}
      {published ? (
        <Action
          action={hide}
          slug={slug}
          button="Hide the call"
          hint="Its page and form are not found any more. Contributions that are public stay so."
        />
      ) : (
        <Action action={show} slug={slug} button="Make it public" hint="On the list of calls, with its form." />
      )}
    </section>
  );
}

type DeadlineProps = {
  action: FormAction;
  slug: string;
  legend: string;
  button: string;
  closes: NonNullable<CallActionsProps['closes']>;
};

function Deadline({ action, slug, legend, button, closes }: DeadlineProps) {
  return (
    <DeskForm
      action={action}
      fields={{ slug }}
      done="Done."
      inWords={inWords}
      className="space-y-3 border-b border-rule pb-6"
      buttons={<SubmitButton variant="secondary">{button}</SubmitButton>}
    >
      {({ field }) => (
        <div className="flex flex-wrap gap-4">
          <TextInput {...field('closesOn', closes.day)} type="date" label={`${legend} until`} width="short" />
          <TextInput
            {...field('closesTime', closes.time)}
            type="time"
            label="Time"
            mark="optional"
            hint="Without one: the end of the day."
            width="short"
          />
        </div>
      )}
    </DeskForm>
  );
}

function Action({ action, slug, button, hint }: { action: FormAction; slug: string; button: string; hint: string }) {
  return (
    <DeskForm
      action={action}
      fields={{ slug }}
      done="Done."
      failed={(failure) => (
        <FailureNotice failure={failure} faults={(failure.issues ?? []).map(({ code }) => inWords(code))} />
      )}
      className="space-y-3 border-b border-rule pb-6"
      buttons={<SubmitButton variant="secondary">{button}</SubmitButton>}
    >
      <p className="text-muted">{hint}</p>
    </DeskForm>
  );
}
