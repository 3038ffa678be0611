import type { Typed } from '@/app/ui/action-state';
import type { Issue } from '@/lib/platform/errors';
import { fieldName, readValue } from './decision-fields';

export type TypedDecision = { change: string; [part: string]: unknown };

/**
 * Parses the review form into decisions for lib/review, by the pressed button: `chosen` reads the cells with a choice,
 * `ready` accepts the others if they had no conflict when the page was rendered. `ready` keeps choices and text for
 * later decisions.
 */
export function readDecisions(typed: Typed): { decisions: TypedDecision[] } {
  const changes = Object.keys(typed)
    .filter((name) => name.endsWith('.key'))
    .map((name) => name.slice(0, -'.key'.length));
  const part = (change: string) => (name: string) => typed[fieldName(change, name)] ?? '';
  const seen = (change: string) => Number(part(change)('seen'));
  if (typed.intent === 'ready') {
    const ready = changes.filter((change) => isUntouched(part(change)) && part(change)('state') !== 'conflict');
    return { decisions: ready.map((change) => ({ change, outcome: 'accept', seen: seen(change) })) };
  }
  return { decisions: changes.flatMap((change) => readDecision(change, part(change), seen(change)) ?? []) };
}

const isUntouched = (typed: (part: string) => string) => typed('outcome') === '' && typed('reason').trim() === '';

function readDecision(change: string, typed: (part: string) => string, seen: number): TypedDecision | null {
  const reason = typed('reason');
  switch (typed('outcome')) {
    case 'accept':
      // A cell in conflict shows all three values beside this choice, so the choice itself confirms that the editor saw
      // them.
      return { change, outcome: 'accept', seen, resolve: typed('state') === 'conflict', reason, ...slugIn(typed) };
    case 'amend':
      return {
        change,
        outcome: 'amend',
        seen,
        value: readValue(typed('key'), (part) => typed(`amended-${part}`)),
        note: typed('note'),
        source: typed('source'),
        asOf: typed('asOf').trim(),
        reason,
        ...slugIn(typed),
      };
    case 'beside':
    case 'dispute':
      return { change, outcome: typed('outcome'), seen, reason };
    case 'reject':
      return { change, outcome: 'reject', reason };
    default:
      return null;
  }
}

const slugIn = (typed: (part: string) => string) => (typed('slug').trim() === '' ? {} : { slug: typed('slug') });

/** Text typed for other changes: it stays in its fields after these are recorded. */
export function pendingInput(typed: Typed, changes: readonly string[]): Typed {
  return Object.fromEntries(
    Object.entries(typed).filter(([name]) => !changes.some((change) => name.startsWith(`${change}.`))),
  );
}

export type Fault = { change: string; part: string; code: string };

/** Maps each issue (`decisions.3.reason`) to its change and field. */
export function faultsOf(issues: readonly Issue[], decisions: readonly TypedDecision[]): Fault[] {
  return issues.flatMap(({ path, code }) => {
    const [, index, part = 'outcome'] = path.split('.');
    const decision = decisions[Number(index)];
    return decision ? [{ change: decision.change, part, code }] : [];
  });
}
