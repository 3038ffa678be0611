/** Whether single letters are commands, as this editor wants it in this browser (WCAG 2.1.4). On, until somebody switches them off. */
const PLACE = 'bpf-desk-letters';
const watchers = new Set<() => void>();

export function lettersOn(): boolean {
  try {
    return localStorage.getItem(PLACE) !== 'off';
  } catch {
    return true; // storage is not allowed here: they are on, until the page is left
  }
}

export function switchLetters(on: boolean) {
  try {
    localStorage.setItem(PLACE, on ? 'on' : 'off');
  } catch {
    // Nothing to remember it in.
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
