'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { RadioGroup } from '@/app/ui/radio-group';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import type { RuleAction } from '@/lib/review/approvals/rules';
import { saveRule } from './actions';
import { RULE_WORDS } from '@/app/desk/words/review-rules';

type RuleFormProps = {
  action: RuleAction;
  set: boolean;
  /** Null where the rule has none. */ threshold: number | null;
};

export function RuleForm({ action, set, threshold }: RuleFormProps) {
  const { title } = RULE_WORDS[action];
  const two = action === 'own_proposal' ? 'Another editor decides' : 'Two editors';
  const one = action === 'own_proposal' ? 'They may decide themselves' : 'One editor is enough';
  return (
    <DeskForm
      action={saveRule}
      fields={{ action }}
      done={<p className="text-sm text-ok">Set.</p>}
      className="flex flex-wrap items-end gap-x-6 gap-y-3"
      buttons={
        <SubmitButton variant="secondary" className="px-3 text-sm">
          Set
          <span className="sr-only"> the rule on {title.toLowerCase()}</span>
        </SubmitButton>
      }
    >
      {({ typed, field }) => (
        <>
          <RadioGroup
            id={`rule-${action}`}
            name="secondEditor"
            legend={<span className="sr-only">{title}</span>}
            inline
            key={String(set)}
            defaultValue={typed.secondEditor ?? String(set)}
            options={[
              { value: 'false', label: one },
              { value: 'true', label: two },
            ]}
          />
          {threshold !== null && (
            <TextInput
              {...field('threshold', String(threshold))}
              id={`rule-${action}-threshold`}
              label="From so many cells on"
              inputMode="numeric"
              width="short"
            />
          )}
        </>
      )}
    </DeskForm>
  );
}
