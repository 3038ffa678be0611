/**
 * What Return in a text field does: it presses a form's first button, so this one comes first in a form whose visible
 * buttons must not be pressed by accident. It can't be seen, reached by Tab or heard.
 */
export function ReturnButton({ name = 'intent', value }: { name?: string; value: string }) {
  return <button type="submit" name={name} value={value} tabIndex={-1} aria-hidden="true" className="sr-only" />;
}
