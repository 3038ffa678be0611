import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { can } from '@/lib/accounts/policy';
import type { Action, Actor } from '@/lib/accounts/policy';
import { issuesOf } from '@/lib/contributions/schema';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import type { FormAction, Typed } from '@/app/ui/action-state';
import { failureOf } from './failure';
import { currentActor, refusalOfNobody } from './session';

type DeskAction<Input, Output extends object> = {
  /** What the actor's role must allow. */
  may: Action;
  schema: z.ZodType<Input>;
  /** How the form's fields become what the schema reads; as they are, unless said otherwise. */
  read?: (form: FormData) => unknown;
  run: (input: Input, actor: Actor) => Promise<Result<Output>>;
};

/** The wrapper of every server action at the desk: session, parse, policy, run, result, in this order. */
export function deskAction<Input, Output extends object>({
  may,
  schema,
  read = fieldsOf,
  run,
}: DeskAction<Input, Output>): FormAction<Output> {
  return publicAction(async (form) => {
    const actor = await currentActor();
    if (!actor) return failure(await refusalOfNobody());
    const parsed = schema.safeParse(read(form));
    if (!parsed.success) return failure('invalid', issuesOf(parsed.error));
    if (!can(actor, may)) return failure('forbidden');
    return run(parsed.data, actor);
  });
}

/** The wrapper of every server action that needs no account: whatever it throws becomes a failure in words. */
export function publicAction<Output extends object>(
  run: (form: FormData) => Promise<Result<Output>>,
): FormAction<Output> {
  return async (_previous, form) => {
    try {
      const result = await run(form);
      return { result, typed: result.ok ? {} : fieldsOf(form) };
    } catch (error) {
      // A redirect and a "not found" are thrown as well, and meant for Next.
      unstable_rethrow(error);
      return { result: failureOf(error), typed: fieldsOf(form) };
    }
  };
}

/** The fields of a form by name. Files are none of our business; what begins with `$` is Next's own. */
export function fieldsOf(form: FormData): Typed {
  return Object.fromEntries(
    [...form].filter((field): field is [string, string] => typeof field[1] === 'string' && !field[0].startsWith('$')),
  );
}
