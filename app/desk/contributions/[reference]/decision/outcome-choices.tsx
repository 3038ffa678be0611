import { Choice } from '@/app/ui/choice';
import { isViewedFact } from '@/lib/agreements/facts/fact-views';
import { isFactKey } from '@/lib/agreements/facts/registry';
import { isSameJson } from '@/lib/platform/json';
import { fieldName } from './decision-fields';
import type { DecidableChange, Outcome } from './review-state';

type OutcomeChoicesProps = {
  change: DecidableChange;
  chosen: string | undefined;
  /** In a table's row there is space for one word each; the name of each choice has all of them. */
  short: boolean;
  choose: (outcome: Outcome) => void;
};

/** The radio buttons of one cell's decision, those that are possible. */
export function OutcomeChoices({ change, chosen, short, choose }: OutcomeChoicesProps) {
  const { id } = change;
  const field = (outcome: Outcome) => ({
    type: 'radio' as const,
    id: `${id}-${outcome || 'later'}`,
    name: fieldName(id, 'outcome'),
    value: outcome,
    checked: outcome === chosen,
    onChange: () => choose(outcome),
  });
  return outcomeWords(change).map(([outcome, words]) =>
    short ? (
      <span key={outcome} className="flex min-h-7 items-center gap-1">
        <input {...field(outcome)} aria-label={words.join('')} className="size-4.5 shrink-0" />
        <label htmlFor={field(outcome).id} className="inline-block first-letter:uppercase">
          {words[1]}
        </label>
      </span>
    ) : (
      <Choice key={outcome} {...field(outcome)} label={words.join('')} />
    ),
  );
}

/** The words before the one that is shown in a row, that word, and those after it. */
type Words = readonly [string, string, string];

const outcomeWords = ({ state, ...change }: DecidableChange): readonly (readonly [Outcome, Words])[] => [
  ['', ['Decide ', 'later', '']],
  ['accept', ['', 'Accept', state === 'conflict' ? ' over the current value' : '']],
  ...(mayBeOneOfSeveral(change)
    ? ([
        ['beside', ['State it ', 'beside', change.disputed ? ' the other views' : ' the current value']],
        ...(change.disputed || change.current?.value === 'unclear'
          ? []
          : ([['dispute', ['Mark as ', 'disputed', ', with both']]] as const)),
      ] as const)
    : []),
  ['amend', ['', 'Amend', '']],
  ['reject', ['', 'Reject', state === 'conflict' ? ', and keep the current value' : '']],
];

/** A value other than the one that stands: both can be stated. */
function mayBeOneOfSeveral({ key, current, disputed, proposed }: Omit<DecidableChange, 'state'>): boolean {
  const nothing = isFactKey(key) ? null : 'not_assessed';
  const stands = current?.value ?? nothing;
  if (proposed.value === nothing || isSameJson(stands, proposed.value)) return false;
  return (stands !== nothing || disputed) && (nothing !== null || isViewedFact(key));
}
