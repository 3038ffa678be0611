'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Select } from '@/app/_components/select';
import { UNSENT } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { merge, turn } from './actions';

const KINDS = {
  merge: {
    action: merge,
    field: 'into',
    summary: 'Others propose the same agreement',
    label: 'Which proposal is about the same?',
    hint: 'Nothing of either is changed. They are decided together from then on.',
    button: 'Decide them together',
  },
  turn: {
    action: turn,
    field: 'agreement',
    summary: 'It is in the dataset already',
    label: 'Which agreement is it?',
    hint: 'Each proposed value is then compared with what stands there now. This can’t be taken back: what does not belong there is rejected.',
    button: 'Make it an update of that one',
  },
} as const;

type ChooseTargetProps = { kind: keyof typeof KINDS; reference: string; proposal: string; options: { value: string; label: string }[] };

export function ChooseTarget({ kind, reference, proposal, options }: ChooseTargetProps) {
  const { action, field, summary, label, hint, button } = KINDS[kind];
  const [{ result, typed }, send, pending] = useActionState(action, UNSENT);
  const failure = result?.ok === false ? result : null;
  const fault = failure?.issues?.find(({ path }) => path === field);
  return (
    <details open={failure !== null} className="mt-3 max-w-measure">
      <summary className="link w-fit">{summary}</summary>
      <form action={send} className="mt-3 space-y-4" noValidate>
        {failure && !fault && <FailureNotice failure={failure} />}
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="proposal" value={proposal} />
        <Select id={`${kind}-${proposal}`} name={field} label={label} hint={hint} key={typed[field]} defaultValue={typed[field] ?? ''} error={fault && faultInWords(fault.code)}>
          <option value="">Choose one</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
        <Button type="submit" variant="secondary" disabled={pending}>
          {button}
        </Button>
      </form>
    </details>
  );
}
