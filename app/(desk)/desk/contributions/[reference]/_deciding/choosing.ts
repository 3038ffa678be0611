import { fieldName } from './decision-fields';

/** Choices are made where an editor would make them: in the fields of the form, which are the only place they stand in. */

export type ChosenOutcome = 'accept' | 'amend' | 'reject' | 'later';

/** Makes a choice for a proposed change. False where it can't be decided here. */
export function choose(change: string, outcome: ChosenOutcome): boolean {
  const radio = document.getElementById(`${change}-${outcome}`);
  if (!(radio instanceof HTMLInputElement)) return false;
  radio.click();
  return true;
}

/** Writes a reason for it where there is none yet. */
export function giveReason(change: string, reason: string) {
  const field = document.getElementById(fieldName(change, 'reason'));
  if (!(field instanceof HTMLTextAreaElement) || field.value.trim() !== '') return;
  field.value = reason;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Ticks its box, or takes the tick away; the other way round where nothing is said. */
export function tick(change: string, on?: boolean): boolean | null {
  const box = document.querySelector(`[data-select="${change}"]`);
  if (!(box instanceof HTMLInputElement)) return null;
  if (on === undefined || box.checked !== on) box.click();
  return box.checked;
}

/** The field in which work goes on once a choice is made: the corrected value, or the reason. */
export function fieldOf(change: string, outcome: ChosenOutcome): HTMLElement | null {
  if (outcome === 'reject') return document.getElementById(fieldName(change, 'reason'));
  return outcome === 'amend' ? document.querySelector(`[id^="${change}.amended-"]`) : null;
}
