import { fieldName } from './decision-fields';

/**
 * What an editor has chosen and not recorded yet, in the browser's own store: over leaving, reload and the way to the next one.
 * The form's fields are the truth while the page is open; this is for the time in between.
 */

/** The fields of one cell, by part. */
export type KeptCell = Record<string, string>;
export type KeptChoices = { at: string; cells: Record<string, KeptCell> };

const PREFIX = 'desk-choices:';
/** Nobody comes back for a choice after a month; and it must not lie in a shared computer for ever. */
const KEPT_FOR = 30 * 24 * 3_600_000;

/** Of one editor: whoever signs in next in the same browser finds nothing of theirs. */
export const keyOf = (userId: string, reference: string) => `${PREFIX}${userId}:${reference}`;

/** What is kept under a key; null where nothing is. Old choices of all contributions are thrown away on the way. */
export function keptUnder(key: string, now = Date.now()): KeptChoices | null {
  for (const one of attempt(() => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) ?? []) {
    const kept = read(one);
    if (!kept || now - Date.parse(kept.at) > KEPT_FOR) forget(one);
  }
  return read(key);
}

/** Keeps these cells beside those that another window keeps; null for a cell of which there is nothing to keep any more. */
export function keepCells(key: string, cells: Record<string, KeptCell | null>, now = new Date()): void {
  const all = { ...read(key)?.cells, ...cells };
  const left = Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, KeptCell] => entry[1] !== null),
  );
  if (Object.keys(left).length === 0) return forget(key);
  // Full or forbidden: then choices live as long as the page.
  attempt(() => localStorage.setItem(key, JSON.stringify({ at: now.toISOString(), cells: left })));
}

export const forget = (key: string) => void attempt(() => localStorage.removeItem(key));

function read(key: string): KeptChoices | null {
  const kept: unknown = attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null'));
  return isKept(kept) ? kept : null;
}

const isKept = (kept: unknown): kept is KeptChoices =>
  typeof kept === 'object' &&
  kept !== null &&
  'at' in kept &&
  typeof kept.at === 'string' &&
  'cells' in kept &&
  typeof kept.cells === 'object' &&
  kept.cells !== null;

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** What stands in the fields of one cell; null where neither a choice nor a reason does. */
export function cellIn(element: Element, change: string): KeptCell | null {
  const prefix = fieldName(change, '');
  const fields = [
    ...element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select'),
  ].filter(({ name, type }) => name.startsWith(prefix) && type !== 'hidden' && type !== 'checkbox');
  const filled = fields.filter(
    (field) => !(field instanceof HTMLInputElement && field.type === 'radio' && !field.checked),
  );
  const cell = Object.fromEntries(filled.map(({ name, value }) => [name.slice(prefix.length), value]));
  return cell.outcome || cell.reason?.trim() ? cell : null;
}

/** Puts what was kept back into the fields of a cell. False where it has none any more. */
export function putBack(form: HTMLFormElement, change: string, cell: KeptCell): boolean {
  const radio = document.getElementById(`${change}-${cell.outcome || 'later'}`);
  if (!(radio instanceof HTMLInputElement)) return false;
  if (!radio.checked) radio.click();
  for (const [part, value] of Object.entries(cell)) {
    const field = part === 'outcome' ? null : form.elements.namedItem(fieldName(change, part));
    if (
      !(
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement
      ) ||
      field.value === value
    )
      continue;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return true;
}

/** The words of a kept cell, for where it has no fields any more. */
export const wordsOf = ({ outcome, ...parts }: KeptCell): string[] =>
  Object.entries(parts).flatMap(([part, text]) =>
    text.trim() !== '' && (part === 'reason' || outcome === 'amend') ? [text] : [],
  );
