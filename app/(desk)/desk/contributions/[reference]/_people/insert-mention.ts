/** Puts `@handle` where the cursor is, with a space on either side where one is missing, and leaves the cursor behind it. */
export function insertMention(field: HTMLTextAreaElement | null, handle: string): void {
  if (!field) return;
  const { value, selectionStart, selectionEnd } = field;
  const before = selectionStart > 0 && !/\s$/.test(value.slice(0, selectionStart)) ? ' ' : '';
  const after = /^\s/.test(value.slice(selectionEnd)) ? '' : ' ';
  field.focus();
  field.setRangeText(`${before}@${handle}${after}`, selectionStart, selectionEnd, 'end');
}
