import type { Result } from '@/lib/platform/errors';

/** What was in the form's fields when it was sent; goes back with a failure, so that nothing typed is lost. */
export type Typed = Record<string, string>;

/** What a form shows after it was sent: nothing yet, or the result. For `useActionState`, with and without JavaScript. */
export type ActionState<Output extends object = object> = { result: Result<Output> | null; typed: Typed };

export const initialState: ActionState<never> = { result: null, typed: {} };

export type FormAction<Output extends object = object> = (
  previous: ActionState<Output>,
  form: FormData,
) => Promise<ActionState<Output>>;
