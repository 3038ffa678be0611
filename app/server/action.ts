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
  /** The right that the actor's role must have. */
  may: Action;
  schema: z.ZodType<Input>;
  /** Converts the form's fields for the schema; by default they stay unchanged. */
  read?: (form: FormData) => unknown;
  run: (input: Input, actor: Actor) => Promise<Result<Output>>;
};

/** The wrapper of every server action at the desk: session, policy, parse, run, result, in this order. */
export function deskAction<Input, Output extends object>({
  may,
  schema,
  read = fieldsOf,
  run,
}: DeskAction<Input, Output>): FormAction<Output> {
  return publicAction(async (form) => {
    const actor = await currentActor();
    if (!actor) return failure(await refusalOfNobody());
    // Before the form is read: a role that may not send it gets no answer about its fields.
    if (!can(actor, may)) return failure('forbidden');
    const parsed = schema.safeParse(read(form));
    if (!parsed.success) return failure('invalid', issuesOf(parsed.error));
    return run(parsed.data, actor);
  });
}

/** The wrapper of every server action without an account: turns an exception into a failure in words. */
export function publicAction<Output extends object>(
  run: (form: FormData) => Promise<Result<Output>>,
): FormAction<Output> {
  return async (_previous, form) => {
    try {
      const result = await run(form);
      return { result, typed: result.ok && !isUnfinished(result) ? {} : fieldsOf(form) };
    } catch (error) {
      // Redirects and "not found" are exceptions too, and Next must get them.
      unstable_rethrow(error);
      return { result: failureOf(error), typed: fieldsOf(form) };
    }
  };
}

/** A command that a part of what it was for refused says so, and its form keeps what was typed. */
const isUnfinished = (result: object) => 'unfinished' in result && result.unfinished === true;

/** The fields of a form by name. Leaves out files, and Next's own fields, which begin with `$`. */
export function fieldsOf(form: FormData): Typed {
  return Object.fromEntries(
    [...form].filter((field): field is [string, string] => typeof field[1] === 'string' && !field[0].startsWith('$')),
  );
}
