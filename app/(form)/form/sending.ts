import { unstable_isUnrecognizedActionError as isUnrecognizedActionError } from 'next/navigation';
import type { Nested } from '@/lib/contributions/drafts/form-data';
import { bytesOf, ENHANCED } from './names';
import type { NotSaved, SaveOutcome, SaveThisStep } from './outcome';
import { namesOnPage } from './row-names';

const MAX_BYTES = 1_000_000;

/** The fields to send. Those of removed rows are disabled: they stay on the page so that they can be restored. */
export function dataOf(form: HTMLFormElement): FormData {
  const data = new FormData(form);
  data.set(ENHANCED, '1');
  return data;
}

/** The typed texts among the fields, without React's own entries. */
export const entriesOf = (data: FormData): [string, string][] =>
  [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'));

/** A request that can't be sent becomes an outcome as well, so that no text is lost when the network fails. */
export async function send(saveThisStep: SaveThisStep, data: FormData, version: number): Promise<SaveOutcome> {
  const values: Nested = {};
  if (bytesOf(data) > MAX_BYTES) return { ok: false, reason: 'too_large', values, version };
  try {
    return onPage(await saveThisStep(null, data), data);
  } catch (error) {
    return { ok: false, reason: reasonOf(error), values, version };
  }
}

/** A browser without a connection throws a TypeError; a server newer than the page does not know the page's action. */
function reasonOf(error: unknown): NotSaved['reason'] {
  if (isUnrecognizedActionError(error)) return 'outdated';
  return !navigator.onLine || error instanceof TypeError ? 'offline' : 'unavailable';
}

/** Failures that are temporary: the page tries again. */
export const isPassing = ({ reason }: NotSaved) => reason === 'offline' || reason === 'unavailable';

/** The outcome with the field names of this page, where rows were removed. */
function onPage(outcome: SaveOutcome, data: FormData): SaveOutcome {
  if (!outcome) return null;
  const nameOf = namesOnPage(data);
  const renamed = <Named extends { name: string }>(list: Named[]) =>
    list.map((one) => ({ ...one, name: nameOf(one.name) }));
  if (outcome.ok) return { ...outcome, issues: renamed(outcome.issues) };
  return { ...outcome, differences: outcome.differences && renamed(outcome.differences) };
}
