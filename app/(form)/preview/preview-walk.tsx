'use client';

import { useActionState } from 'react';
import type { ReactNode } from 'react';
import { FormProvider } from 'react-hook-form';
import { Button } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { useStepChecks } from '@/app/(form)/form/step-form';
import { StepProvider } from '@/app/(form)/form/step-context';
import type { Names } from '@/app/(form)/form/sentences';
import type { Section } from '@/lib/contributions/drafts/sections';
import type { SectionKind, SectionValues } from '@/lib/contributions/drafts/values';
import { CHECK_STEP } from '@/lib/contributions/drafts/steps';
import { CARRIED, WALK } from './walk';
import type { Walk, WalkAction } from './walk';

/** A step as the server has prepared it: its head, its fields, and their values while they are empty. */
export type WalkStep = {
  step: string;
  title: string;
  number: string;
  lead?: string;
  help?: string;
  section: Section;
  blank: SectionValues<SectionKind>;
  fields: ReactNode;
};

export type WalkWords = Record<
  'next' | 'back' | 'check' | 'checkBody' | 'ready' | 'notReady' | 'finish' | 'finished' | 'needsDraft' | 'failed',
  string
>;

type PreviewWalkProps = { walk: WalkAction; address: string; steps: WalkStep[]; names: Names; words: WalkWords };

/**
 * The form of a previewed call, step by step. What is typed travels along with each step and is stored nowhere, so it
 * is gone when the page is left.
 */
export function PreviewWalk({ walk: walkOn, address, steps, names, words }: PreviewWalkProps) {
  const [walk, action, pending] = useActionState(walkOn, firstOf(steps), address);
  const current = steps.find(({ step }) => step === walk.step);
  return (
    <form key={`${walk.step} ${walk.turn}`} action={action} noValidate className="space-y-8" aria-busy={pending}>
      {/* Enter in a field goes on. */}
      <button type="submit" name="intent" value={WALK.next} className="sr-only" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name={CARRIED} value={JSON.stringify(walk.sections)} />
      {walk.failed && <Notice kind="error" role="alert" title={words.failed} />}
      {walk.needsDraft && <Notice kind="info" role="status" title={words.needsDraft} />}
      {current ? (
        <StepBody walk={walk} current={current} names={names} />
      ) : (
        <Check walk={walk} steps={steps} words={words} />
      )}
      <div className="flex flex-wrap gap-3">
        {current && (
          <Button type="submit" name="intent" value={WALK.next}>
            {words.next}
          </Button>
        )}
        {!current && !walk.finished && walk.issues.length === 0 && (
          <Button type="submit" name="intent" value={WALK.finish}>
            {words.finish}
          </Button>
        )}
        {walk.step !== steps[0]?.step && (
          <Button type="submit" name="intent" value={WALK.back} variant="secondary">
            {words.back}
          </Button>
        )}
      </div>
    </form>
  );
}

const firstOf = (steps: WalkStep[]): Walk => ({
  step: steps[0]?.step ?? CHECK_STEP,
  sections: {},
  issues: [],
  needsDraft: false,
  failed: false,
  finished: false,
  turn: 0,
});

function StepBody({ walk, current, names }: { walk: Walk; current: WalkStep; names: Names }) {
  const { step, title, number, lead, help, section, blank, fields } = current;
  const methods = useStepChecks(section, walk.issues);
  return (
    <StepProvider value={{ values: walk.sections[step] ?? blank, names, formChanged: () => {} }}>
      <FormProvider {...methods}>
        <StepHead number={number} title={title} walk={walk} />
        {lead && <p className="max-w-measure font-serif text-lg">{lead}</p>}
        {help && <p className="max-w-measure text-muted">{help}</p>}
        {fields}
      </FormProvider>
    </StepProvider>
  );
}

/** After a button led here, the heading takes the focus. */
function StepHead({ number, title, walk }: { number: string; title: string; walk: Walk }) {
  return (
    <div ref={(head) => (walk.turn > 0 ? head?.focus() : undefined)} tabIndex={-1} className="focus:outline-none">
      <p className="eyebrow">{number}</p>
      <h2 className="text-2xl">{title}</h2>
    </div>
  );
}

function Check({ walk, steps, words }: { walk: Walk; steps: WalkStep[]; words: WalkWords }) {
  if (walk.finished) return <Notice kind="success" role="status" title={words.finished} />;
  const faulty = new Set(walk.issues.map(({ step }) => step));
  return (
    <>
      <StepHead number="" title={words.check} walk={walk} />
      <p className="max-w-measure">{words.checkBody}</p>
      {walk.issues.length === 0 ? (
        <Notice kind="success" title={words.ready} />
      ) : (
        <Notice kind="warning" title={words.notReady}>
          <ul>
            {steps
              .filter(({ step }) => faulty.has(step))
              .map(({ step, title }) => (
                <li key={step}>{title}</li>
              ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
