import type { Result } from '@/lib/platform/errors';

/** The form's fields when it was sent; a failure returns them, so that no typed text is lost. */
export type Typed = Record<string, string>;

/** The state of a form: nothing yet, or the result. For `useActionState`, with and without JavaScript. */
export type ActionState<Output extends object = object> = { result: Result<Output> | null; typed: Typed };

export const initialState: ActionState<never> = { result: null, typed: {} };

export type FormAction<Output extends object = object> = (
  previous: ActionState<Output>,
  form: FormData,
) => Promise<ActionState<Output>>;
