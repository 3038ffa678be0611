'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { RadioGroup } from '@/app/_components/radio-group';
import { TextInput } from '@/app/_components/text-input';
import { UNSENT } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import type { RuleAction } from '@/lib/review/approvals/rules';
import { saveRule } from './actions';
import { RULE_WORDS } from './rule-words';

type RuleFormProps = { action: RuleAction; set: boolean; /** Null where the rule has none. */ threshold: number | null };

export function RuleForm({ action, set, threshold }: RuleFormProps) {
  const [{ result, typed }, send, pending] = useActionState(saveRule, UNSENT);
  const failure = result?.ok === false ? result : null;
  const fault = failure?.issues?.find(({ path }) => path === 'threshold');
  const { title } = RULE_WORDS[action];
  const two = action === 'own_proposal' ? 'Somebody else decides' : 'Two editors';
  const one = action === 'own_proposal' ? 'They may decide themselves' : 'One editor is enough';
  return (
    <form action={send} className="flex flex-wrap items-end gap-x-6 gap-y-3" noValidate>
      {failure && !fault && <FailureNotice failure={failure} showIssues />}
      <input type="hidden" name="action" value={action} />
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
        <TextInput id={`rule-${action}-threshold`} name="threshold" label="From so many cells on" inputMode="numeric" width="short" defaultValue={typed.threshold ?? String(threshold)} error={fault && faultInWords(fault.code)} />
      )}
      <Button type="submit" variant="secondary" disabled={pending} className="px-3 text-sm">
        Set
        <span className="sr-only"> the rule on {title.toLowerCase()}</span>
      </Button>
      {result?.ok && (
        <p role="status" className="text-sm text-ok">
          Set.
        </p>
      )}
    </form>
  );
}
