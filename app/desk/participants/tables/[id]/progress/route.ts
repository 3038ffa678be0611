import { z } from 'zod';
import { failureOf } from '@/app/server/failure';
import { problem } from '@/app/server/problem';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import { readTableProgress } from '@/lib/review/participants/table-upload';

export type ProgressAnswer = NonNullable<Awaited<ReturnType<typeof readTableProgress>>>;

/** How far an upload is, for its editor's page. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { id } = await params;
    const actor = await currentActor();
    if (!actor) return problem(failure('not_signed_in'));
    if (!can(actor, 'agreement.propose')) return problem(failure('forbidden'));
    const progress = z.uuid().safeParse(id).success ? await readTableProgress(id, actor.userId) : null;
    return progress
      ? Response.json(progress, { headers: { 'Cache-Control': 'no-store' } })
      : problem(failure('not_found'));
  } catch (error) {
    return problem(failureOf(error));
  }
}
