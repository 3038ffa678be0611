import type { Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { Failure, Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { notifyContributor } from './colleagues';
import { COMMENT_LIMITS, newComment } from './comment-schema';
import { issuesOf } from './schema';

type NewComment = { contributionId: string; linkId: string; section: string; input: unknown };

/**
 * Adds a comment to one section of a draft, and tells the contributor of it by mail unless they wrote it. Reasons: `invalid` (with issues), `not_found` (no such contribution),
 * `not_allowed_in_status` (it is not being edited), `too_many_comments`.
 */
export async function addComment({
  contributionId,
  linkId,
  section,
  input,
}: NewComment): Promise<Result<{ id: string }>> {
  const parsed = newComment.safeParse(input);
  if (!parsed.success) return failure('invalid', issuesOf(parsed.error));
  return mutation({ actor: 'contributor' }, async ({ tx }) => {
    const refused = await holdWritten(contributionId, tx);
    if (refused) return refused;
    if ((await tx.draftComment.count({ where: { contributionId } })) >= COMMENT_LIMITS.comments)
      return failure('too_many_comments');
    const { id, createdAt, link } = await tx.draftComment.create({
      data: { contributionId, linkId, step: section, ...parsed.data },
      select: { id: true, createdAt: true, link: { select: { purpose: true } } },
    });
    // Those who manage it write comments for their colleagues.
    if (link?.purpose !== 'manage') await notifyContributor(contributionId, createdAt, tx);
    return { ok: true, id };
  });
}

/** Notes that a comment is dealt with, or is not after all. Doing so again is a no-op. Reasons: `not_found`. */
export async function setCommentResolved({
  contributionId,
  commentId,
  resolved,
  now = new Date(),
}: {
  contributionId: string;
  commentId: string;
  resolved: boolean;
  now?: Date;
}): Promise<Result> {
  const where = { id: commentId, contributionId };
  await db.draftComment.updateMany({
    where: { ...where, resolvedAt: resolved ? null : { not: null } },
    data: { resolvedAt: resolved ? now : null },
  });
  return (await db.draftComment.count({ where })) === 0 ? failure('not_found') : { ok: true };
}

/** Deletes a comment for good; with `writtenWith`, only one that was written with that link. Reasons: `not_found`. */
export async function deleteComment({
  contributionId,
  commentId,
  writtenWith,
}: {
  contributionId: string;
  commentId: string;
  writtenWith?: string;
}): Promise<Result> {
  const { count } = await db.draftComment.deleteMany({
    where: { id: commentId, contributionId, ...(writtenWith !== undefined && { linkId: writtenWith }) },
  });
  return count === 0 ? failure('not_found') : { ok: true };
}

/**
 * Locks the contribution until the transaction ends, so that limits hold. Returns why colleagues can say nothing on it
 * (`not_found`, `not_allowed_in_status`): a sent contribution is for the editors to comment on, unless it is being
 * corrected.
 */
export async function holdWritten(contributionId: string, tx: Tx): Promise<Failure | null> {
  const [row] = await tx.$queryRaw<{ written: boolean }[]>`
    SELECT status = 'draft' OR EXISTS (SELECT 1 FROM draft_sections s WHERE s.contribution_id = c.id) AS written
    FROM contributions c WHERE id = ${contributionId}::uuid FOR NO KEY UPDATE`;
  if (!row) return failure('not_found');
  return row.written ? null : failure('not_allowed_in_status');
}

export type Comment = {
  id: string;
  /** The section it is about, as drafts name it: `gaps`, `agreements/2`. */
  section: string;
  /** The link it was written with; null once that is gone. */
  linkId: string | null;
  signedAs: string | null;
  /** What the link is called that it was written with. */
  linkLabel: string | null;
  text: string;
  createdAt: Date;
  resolvedAt: Date | null;
};

/** All comments of colleagues on a contribution, oldest first. Only for people who hold a link to it. */
export async function listComments(contributionId: string, tx: Tx = db): Promise<Comment[]> {
  const rows = await tx.draftComment.findMany({
    where: { contributionId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      step: true,
      linkId: true,
      signedAs: true,
      text: true,
      createdAt: true,
      resolvedAt: true,
      link: { select: { label: true } },
    },
  });
  return rows.map(({ step, link, ...comment }) => ({ ...comment, section: step, linkLabel: link?.label ?? null }));
}
