import { unstable_isUnrecognizedActionError as isUnrecognizedActionError } from 'next/navigation';
import type { Nested } from '@/lib/contributions/drafts/form-data';
import { bytesOf, ENHANCED } from './names';
import type { NotSaved, SaveOutcome, SaveThisStep } from './outcome';
import { namesOnPage } from './row-names';

const MOST_BYTES = 1_000_000;

/** What is sent: all fields but those of rows that were taken out, which stay on the page in case they are wanted back. */
export function dataOf(form: HTMLFormElement): FormData {
  const data = new FormData(form);
  for (const field of form.querySelectorAll('[data-gone] [name]')) data.delete(field.getAttribute('name') ?? '');
  data.set(ENHANCED, '1');
  return data;
}

/** The texts among the fields: what a person typed, and React's own entries left out. */
export const entriesOf = (data: FormData): [string, string][] =>
  [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'));

/** What can't even be sent becomes an outcome as well: nobody loses a text to a network that is away. */
export async function send(saveThisStep: SaveThisStep, data: FormData, version: number): Promise<SaveOutcome> {
  const values: Nested = {};
  if (bytesOf(data) > MOST_BYTES) return { ok: false, reason: 'too_large', values, version };
  try {
    return onPage(await saveThisStep(null, data), data);
  } catch (error) {
    return { ok: false, reason: reasonOf(error), values, version };
  }
}

/** A browser that reaches nobody throws a TypeError; a server that is newer than the page does not know what the page asks for. */
function reasonOf(error: unknown): NotSaved['reason'] {
  if (isUnrecognizedActionError(error)) return 'outdated';
  return !navigator.onLine || error instanceof TypeError ? 'offline' : 'unavailable';
}

/** What passes by itself: then we go on trying. */
export const isPassing = ({ reason }: NotSaved) => reason === 'offline' || reason === 'unavailable';

/** The outcome in the names of this page's fields, where rows were taken out. */
function onPage(outcome: SaveOutcome, data: FormData): SaveOutcome {
  if (!outcome) return null;
  const nameOf = namesOnPage(data);
  const renamed = <Named extends { name: string }>(list: Named[]) =>
    list.map((one) => ({ ...one, name: nameOf(one.name) }));
  if (outcome.ok) return { ...outcome, issues: renamed(outcome.issues) };
  return { ...outcome, differences: outcome.differences && renamed(outcome.differences) };
}
