'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Notice } from '@/app/ui/notice';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { faultInWords } from '@/app/desk/parts/failure-notice';
import { saveRules } from '@/app/desk/settings/actions';
import type { RulesAnswer } from '@/app/desk/settings/actions';
import { RETENTION_COUNTS, RETENTION_HINTS } from '@/app/desk/words/retention';
import { SETTING_LABELS, SETTINGS_FAULTS } from '@/app/desk/words/settings';
import { versionAfter } from '@/app/desk/settings/version-after';
import { RETENTION_RULES } from '@/lib/platform/settings/settings-schema';
import type { RetentionRules } from '@/lib/platform/settings/settings-schema';

type RetentionFormProps = { version: number; stored: RetentionRules };

export const RetentionForm = ({ version, stored }: RetentionFormProps) => (
  <DeskForm<RulesAnswer>
    action={saveRules}
    done={({ due }) => due && <Due due={due} />}
    inWords={(code) => SETTINGS_FAULTS[code] ?? faultInWords(code)}
    className="max-w-[46rem] space-y-6"
    buttons={
      <>
        <SubmitButton>Store the rules</SubmitButton>
        <SubmitButton name="intent" value="try" variant="secondary">
          What would go now?
        </SubmitButton>
      </>
    }
  >
    {({ field, fault, failure }) => {
      fault('version'); // said by the summary's own sentence
      return (
        <>
          <input type="hidden" name="version" value={versionAfter(failure) ?? version} />
          {RETENTION_RULES.map((rule) => (
            <TextInput
              key={rule}
              {...field(rule, stored[rule])}
              label={SETTING_LABELS[rule]}
              hint={RETENTION_HINTS[rule]}
              mark="days"
              inputMode="numeric"
              width="short"
            />
          ))}
        </>
      );
    }}
  </DeskForm>
);

/** What a trial found. Nothing was removed, and nothing stored. */
function Due({ due }: { due: NonNullable<RulesAnswer['due']> }) {
  const found = RETENTION_RULES.filter((rule) => due[rule] > 0);
  if (found.length === 0)
    return (
      <Notice kind="info" title="Nothing would go now">
        With these rules everything is kept for longer.
      </Notice>
    );
  return (
    <Notice kind="info" title="With these rules, the next night would remove">
      <ul className="list-disc ps-5">
        {found.map((rule) => (
          <li key={rule}>{RETENTION_COUNTS[rule](due[rule])}</li>
        ))}
      </ul>
      <p className="mt-2">Nothing is stored or removed yet.</p>
    </Notice>
  );
}
