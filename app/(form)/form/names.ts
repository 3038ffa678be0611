/** The id of the control that a field's name belongs to, also as the target of a link. */
export const fieldId = (name: string) => name.replaceAll('.', '-');

/** The names of the buttons a form can be sent with. The rest of an intent, after a colon, is what it is about. */
export const INTENTS = {
  continue: 'continue',
  save: 'save',
  add: 'add',
  remove: 'remove',
  restore: 'restore',
  copy: 'copy',
  rebase: 'rebase',
  begin: 'begin',
  beginNew: 'begin-new',
  beginNamed: 'begin-new:named',
  find: 'find',
  become: 'become',
  another: 'another',
  /** Followed by the version that somebody else saved: only a choice that names it replaces it. */
  keep: 'keep',
} as const;

/** What the browser's own script sends besides the fields. */
export const ENHANCED = 'enhanced';

/** A text as bytes of a form, near enough to know whether it is too large before it is sent. */
export function bytesOf(data: FormData): number {
  const encoder = new TextEncoder();
  return [...data.values()].reduce(
    (sum, value) => sum + (typeof value === 'string' ? encoder.encode(value).length : 0),
    0,
  );
}
