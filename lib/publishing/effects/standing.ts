import { isDeepStrictEqual } from 'node:util';
import type { PublicEffect } from '@/lib/publishing/schema';

export type LaterChange = { version: number; kind: string; after: unknown };
type Standing = Pick<PublicEffect['cells'][number], 'standing' | 'since'>;

/**
 * What became of a value since, by the later changes of its cell in their order: another value replaced it, an editor took it back,
 * or, where an editor took that back in turn, it stands again.
 */
export function standingOf(after: unknown, later: readonly LaterChange[]): Standing {
  let now: Standing = { standing: 'stands', since: null };
  for (const change of later) {
    const returns = change.kind === 'revert' && isDeepStrictEqual(change.after, after);
    if (returns) now = { standing: 'stands', since: null };
    else if (now.standing === 'stands')
      now = { standing: change.kind === 'revert' ? 'taken_back' : 'replaced', since: change.version };
  }
  return now;
}
