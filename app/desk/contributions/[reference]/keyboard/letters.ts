/** Whether single letters are commands, for this editor in this browser (WCAG 2.1.4). On by default. */
const PLACE = 'bpf-desk-letters';
const watchers = new Set<() => void>();

export function lettersOn(): boolean {
  try {
    return localStorage.getItem(PLACE) !== 'off';
  } catch {
    return true; // storage is forbidden: they are on until the page is closed
  }
}

export function switchLetters(on: boolean) {
  try {
    localStorage.setItem(PLACE, on ? 'on' : 'off');
  } catch {
    // Storage is forbidden, so the choice can't be remembered.
  }
  for (const tell of watchers) tell();
}

export function watchLetters(tell: () => void) {
  watchers.add(tell);
  window.addEventListener('storage', tell);
  return () => {
    watchers.delete(tell);
    window.removeEventListener('storage', tell);
  };
}
