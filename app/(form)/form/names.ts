/** The id of the control with this field name, also as the target of a link. */
export const fieldId = (name: string) => name.replaceAll('.', '-');

/** The names of a form's submit buttons. The part of an intent after the colon is its subject. */
export const INTENTS = {
  continue: 'continue',
  save: 'save',
  add: 'add',
  remove: 'remove',
  up: 'up',
  down: 'down',
  restore: 'restore',
  copy: 'copy',
  rebase: 'rebase',
  begin: 'begin',
  beginNew: 'begin-new',
  beginNamed: 'begin-new:named',
  find: 'find',
  become: 'become',
  another: 'another',
  /** To the page of the step's files. */
  files: 'files',
  /** Followed by the version that someone else saved: only a choice that names that version replaces it. */
  keep: 'keep',
} as const;

/** The names of the small forms beside the form of a step; after a slash follows what a form is about. */
export const BESIDE = { sendLink: 'send-link', comment: 'comment', changeComment: 'change-comment' } as const;

/** Marks a request that the browser's script sent. */
export const ENHANCED = 'enhanced';

/** The size of a form in bytes, accurate enough to see before sending whether it is too large. */
export function bytesOf(data: FormData): number {
  const encoder = new TextEncoder();
  return [...data.values()].reduce(
    (sum, value) => sum + (typeof value === 'string' ? encoder.encode(value).length : 0),
    0,
  );
}
