import type { Result } from '@/lib/errors';
import type { Recorded } from './recorded';

/**
 * Where work goes on after decisions were sent: at what was wrong with them; otherwise at the next cell to decide, and where
 * there is none, or a second editor is needed, at what came of it.
 */
export function focusAfter(result: Result<Recorded>, form: HTMLFormElement | null) {
  const next = result.ok && !result.waiting ? nextCell(result.changes) : undefined;
  const target = next ?? form?.querySelector<HTMLElement>(result.ok ? '#recorded' : '#not-recorded');
  target?.focus();
}

function nextCell(decided: readonly string[]): HTMLElement | undefined {
  const open = [...document.querySelectorAll<HTMLElement>('[data-cell="ready"], [data-cell="conflict"]')];
  return open.find(({ id }) => !decided.some((change) => id === `cell-${change}`));
}
