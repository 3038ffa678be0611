import { BULK_FROM, RULE_ACTIONS } from '@/lib/review/approvals/rules';
import type { Rules } from '@/lib/review/approvals/rules';
import { RULE_WORDS } from '@/app/desk/words/review-rules';
import { RuleForm } from './rule-form';

/** The rules that require a second editor: all editors read them, admins set them. */
export function RulesSection({ rules, manages }: { rules: Rules; manages: boolean }) {
  return (
    <section aria-labelledby="rules" className="mt-14 border-t border-ink pt-6">
      <h2 id="rules" className="text-2xl">
        Rules
      </h2>
      <p className="mt-1 max-w-measure text-muted">
        {manages
          ? 'Where do two editors have to agree? You set it, it holds from then on.'
          : 'Where two editors have to agree, as the admins have set it.'}
      </p>
      <dl className="mt-5 divide-y divide-rule border-y border-rule">
        {RULE_ACTIONS.map((action) => {
          const set = action === 'bulk' ? rules.bulk !== null : rules[action];
          const { title, hint } = RULE_WORDS[action];
          return (
            <div key={action} className="grid gap-x-10 gap-y-2 py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
              <dt>
                <span className="font-semibold">{title}</span>
                <span className="block max-w-measure text-sm text-muted">{hint}</span>
              </dt>
              <dd>
                {manages ? (
                  <RuleForm
                    action={action}
                    set={set}
                    threshold={action === 'bulk' ? (rules.bulk ?? BULK_FROM) : null}
                  />
                ) : (
                  stateInWords(set, rules.bulk, action === 'bulk')
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function stateInWords(set: boolean, threshold: number | null, bulk: boolean): string {
  if (!set) return 'One editor is enough.';
  return bulk ? `Two editors, from ${threshold} cells on.` : 'Two editors.';
}
