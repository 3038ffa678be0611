import type { SyntheticEvent } from 'react';

/**
 * For a form that is under way: its button keeps the focus, which `disabled` would drop to the body, says that it can't be pressed,
 * and pressing it does nothing.
 */
export const sentOnce = (pending: boolean) => ({
  form: { onSubmit: (event: SyntheticEvent) => pending && event.preventDefault() },
  button: { 'aria-disabled': pending || undefined },
});
