'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Select } from '@/app/ui/select';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { merge, turn } from './actions';

const KINDS = {
  merge: {
    action: merge,
    field: 'into',
    summary: 'Others propose the same agreement',
    label: 'Which proposal is about the same?',
    hint: 'Nothing of either is changed. They are decided together from then on.',
    button: 'Decide them together',
    done: 'They are decided together from now on.',
  },
  turn: {
    action: turn,
    field: 'agreement',
    summary: 'It is in the dataset already',
    label: 'Which agreement is it?',
    hint: 'Each proposed value is then compared with that agreement’s current value. This can’t be undone: what does not belong there is rejected.',
    button: 'Make it an update of that one',
    done: 'It is an update of that agreement now: compare its values with the current ones.',
  },
} as const;

type ChooseTargetProps = {
  kind: keyof typeof KINDS;
  reference: string;
  proposal: string;
  options: { value: string; label: string }[];
};

export function ChooseTarget({ kind, reference, proposal, options }: ChooseTargetProps) {
  const { action, field, summary, label, hint, button, done } = KINDS[kind];
  return (
    <div className="mt-3">
      <DeskForm
        action={action}
        fields={{ reference, proposal }}
        done={done}
        summary={summary}
        className="mt-3 space-y-4"
        buttons={<SubmitButton variant="secondary">{button}</SubmitButton>}
      >
        {({ typed, fault }) => (
          <Select
            id={`${kind}-${proposal}`}
            name={field}
            label={label}
            hint={hint}
            key={typed[field]}
            defaultValue={typed[field] ?? ''}
            error={fault(field)}
          >
            <option value="">Choose one</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </Select>
        )}
      </DeskForm>
    </div>
  );
}
