import type { SyntheticEvent } from 'react';

/**
 * For a form that is being sent: its button keeps the focus (`disabled` would move it to the body), is marked as
 * disabled for screen readers, and ignores presses.
 */
export const sentOnce = (pending: boolean) => ({
  form: { onSubmit: (event: SyntheticEvent) => pending && event.preventDefault() },
  button: { 'aria-disabled': pending || undefined },
});
