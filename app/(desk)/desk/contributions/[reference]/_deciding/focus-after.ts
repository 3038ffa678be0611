import type { Result } from '@/lib/errors';
import type { Recorded } from './recorded';

/**
 * Where work goes on after decisions were sent: at what was wrong with them; otherwise at the next cell to decide, and where
 * there is none, at the publication.
 */
export function focusAfter(result: Result<Recorded>, form: HTMLFormElement | null) {
  const target = result.ok ? (nextCell(result.changes) ?? document.getElementById('publication')) : form?.querySelector<HTMLElement>('#not-recorded');
  target?.focus();
}

function nextCell(decided: readonly string[]): HTMLElement | undefined {
  const open = [...document.querySelectorAll<HTMLElement>('[data-cell="ready"], [data-cell="conflict"]')];
  return open.find(({ id }) => !decided.some((change) => id === `cell-${change}`));
}
