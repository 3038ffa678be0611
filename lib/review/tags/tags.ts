import { loadReviewable } from '@/lib/review/decide';
import type { Editor } from '@/lib/accounts/policy';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { DomainError, failure } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { MAX_TAGS } from './constants';

type TagInput = { editor: Editor; reference: string; tag: string; now?: Date };

/** All tags in use, by name. */
export async function listTags(): Promise<string[]> {
  const rows = await db.$queryRaw<{ tag: string }[]>`SELECT DISTINCT tag FROM contribution_tags ORDER BY tag`;
  return rows.map(({ tag }) => tag);
}

/**
 * Puts a tag on a contribution; only the desk sees it. One that it has already changes nothing.
 * Reasons: `not_found`, a `Blocker` (lib/review/policy), `not_allowed_in_status` (withdrawn), `invalid` with `too_many`
 * on the tag.
 */
export function tagContribution({ editor, reference, tag, now = new Date() }: TagInput): Promise<Result> {
  return mutation({ actor: editor, command: 'tag', reference }, async ({ tx, audit }) => {
    const { id } = await loadReviewable(reference, editor, tx, ['declined']);
    // The contribution is locked, so that no other editor adds one meanwhile.
    const tags = await tx.contributionTag.findMany({ where: { contributionId: id }, select: { tag: true } });
    if (tags.some((one) => one.tag === tag)) return { ok: true };
    if (tags.length >= MAX_TAGS) throw new DomainError(failure('invalid', [{ path: 'tag', code: 'too_many' }]));
    await tx.contributionTag.create({
      data: { contributionId: id, tag, userId: editor.userId, createdAt: now },
      select: { tag: true },
    });
    await audit({ action: 'contribution.tagged', subject: { kind: 'contribution', id } });
    return { ok: true };
  });
}

/** Takes a tag off a contribution; one that it does not have changes nothing. Reasons: those of `tagContribution`. */
export function untagContribution({ editor, reference, tag }: TagInput): Promise<Result> {
  return mutation({ actor: editor, command: 'untag', reference }, async ({ tx, audit }) => {
    const { id } = await loadReviewable(reference, editor, tx, ['declined']);
    const { count } = await tx.contributionTag.deleteMany({ where: { contributionId: id, tag } });
    if (count > 0) await audit({ action: 'contribution.untagged', subject: { kind: 'contribution', id } });
    return { ok: true };
  });
}
