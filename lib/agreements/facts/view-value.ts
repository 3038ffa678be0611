import { kindOf } from './kinds';
import { isViewedFact } from './fact-views';
import type { ViewedFact } from './fact-views';
import type { RecordValue } from './fact';
import { storedFacts, typedFacts } from './schemas';

/** The value of a fact as the row of a view holds it: equal values come to equal texts. */
export function viewText(fact: ViewedFact, value: unknown): string {
  // The schema puts the parts into its own order.
  const parsed = storedFacts[fact].safeParse(value);
  const said: unknown = parsed.success ? parsed.data : value;
  return typeof said === 'string' ? said : JSON.stringify(said);
}

/** The value that the row of a view on a fact states; undefined where its text is no value of that fact. */
export function viewValue({ fact, value }: RecordValue, schemas = storedFacts): unknown {
  if (!isViewedFact(fact)) return undefined;
  const parsed = schemas[fact].safeParse(kindOf(fact)?.json ? readJson(String(value)) : value);
  return parsed.success ? parsed.data : undefined;
}

/** Whether the row states a value that could be typed for its fact today. */
export const statesTypedValue = (row: RecordValue): boolean => viewValue(row, typedFacts) !== undefined;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
