import { describe, expect, it } from 'vitest';
import { startDraft } from '@/lib/contributions/drafts/drafts';
import { createLink } from './links';
import { findHeldLink } from './links';
import { db } from '@/lib/platform/db/client';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { COMMENT_LIMITS } from './comment-schema';
import { addComment, deleteComment, setCommentResolved } from './comments';
import { listComments } from './comments';

useTestDatabase();

async function draft() {
  const begun = await startDraft({ callSlug: '2020' });
  if (!begun.ok) throw new Error(begun.reason);
  const { contributionId } = begun;
  const found = await findHeldLink({
    token: await createLink({ contributionId, purpose: 'comment', label: 'legal department' }, db),
  });
  if (!found.ok) throw new Error(found.reason);
  return { contributionId, linkId: found.link.id };
}
async function say(where: { contributionId: string; linkId: string }, text: string, section = 'gaps') {
  const added = await addComment({ ...where, section, input: { text, signedAs: '' } });
  if (!added.ok) throw new Error(added.reason);
  return added.id;
}

describe('addComment', () => {
  it('keeps what was said, about what, signed by whom and with which link', async () => {
    const where = await draft();
    await addComment({
      ...where,
      section: 'agreements/2',
      input: { text: ' Too long.\r\nPlease cut. ', signedAs: ' Legal ' },
    });
    await say(where, 'Fine with me.');
    expect(
      (await listComments(where.contributionId)).map(({ section, text, signedAs, linkLabel, resolvedAt }) => ({
        section,
        text,
        signedAs,
        linkLabel,
        resolvedAt,
      })),
    ).toEqual([
      {
        section: 'agreements/2',
        text: 'Too long.\nPlease cut.',
        signedAs: 'Legal',
        linkLabel: 'legal department',
        resolvedAt: null,
      },
      { section: 'gaps', text: 'Fine with me.', signedAs: null, linkLabel: 'legal department', resolvedAt: null },
    ]);
  });

  it.each([
    ['nothing', { text: '  ', signedAs: '' }, 'text', 'required'],
    ['too much', { text: 'x'.repeat(COMMENT_LIMITS.text + 1), signedAs: '' }, 'text', 'too_long'],
    ['what can’t be seen', { text: '\u200B\u0007', signedAs: '' }, 'text', 'required'],
  ])('refuses %s', async (_, input, path, code) => {
    const where = await draft();
    expect(await addComment({ ...where, section: 'gaps', input })).toMatchObject({
      reason: 'invalid',
      issues: [{ path, code }],
    });
    expect(await listComments(where.contributionId)).toEqual([]);
  });

  it('stops at the limit, also when two arrive at once', async () => {
    const where = await draft();
    await db.draftComment.createMany({
      data: Array.from({ length: COMMENT_LIMITS.comments - 1 }, () => ({
        contributionId: where.contributionId,
        linkId: where.linkId,
        step: 'gaps',
        text: 'x',
      })),
    });
    const both = await Promise.all(
      [1, 2].map(() => addComment({ ...where, section: 'gaps', input: { text: 'one more', signedAs: '' } })),
    );
    expect(both.map((one) => (one.ok ? 'added' : one.reason)).sort()).toEqual(['added', 'too_many_comments']);
  });

  it('is over once the contribution has been sent', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { id, links } = await db.contribution.findUniqueOrThrow({
      where: { reference },
      select: { id: true, links: { select: { id: true } } },
    });
    expect(
      await addComment({
        contributionId: id,
        linkId: links[0]?.id ?? '',
        section: 'gaps',
        input: { text: 'late', signedAs: '' },
      }),
    ).toEqual({ ok: false, reason: 'not_allowed_in_status' });
  });
});

describe('setCommentResolved', () => {
  it('resolves and reopens, of its own contribution only, and keeps the first moment', async () => {
    const [where, elsewhere] = [await draft(), await draft()];
    const commentId = await say(where, 'x');
    const now = new Date('2026-11-01T10:00:00Z');
    const resolvedAt = async () => (await listComments(where.contributionId))[0]?.resolvedAt;
    expect(await setCommentResolved({ contributionId: elsewhere.contributionId, commentId, resolved: true })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await setCommentResolved({ contributionId: where.contributionId, commentId, resolved: true, now })).toEqual({
      ok: true,
    });
    expect(await setCommentResolved({ contributionId: where.contributionId, commentId, resolved: true })).toEqual({
      ok: true,
    });
    expect(await resolvedAt()).toEqual(now);
    expect(await setCommentResolved({ contributionId: where.contributionId, commentId, resolved: false })).toEqual({
      ok: true,
    });
    expect(await resolvedAt()).toBeNull();
  });
});

describe('deleteComment', () => {
  it('lets a colleague delete comments of the same link, and a manager of the draft every comment', async () => {
    const where = await draft();
    const other = await findHeldLink({
      token: await createLink({ contributionId: where.contributionId, purpose: 'comment' }, db),
    });
    if (!other.ok) throw new Error(other.reason);
    const [one, two] = [await say(where, 'one'), await say(where, 'two')];
    const { contributionId } = where;
    expect(await deleteComment({ contributionId, commentId: one, writtenWith: other.link.id })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await deleteComment({ contributionId, commentId: one, writtenWith: where.linkId })).toEqual({ ok: true });
    expect(await deleteComment({ contributionId: (await draft()).contributionId, commentId: two })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await deleteComment({ contributionId, commentId: two })).toEqual({ ok: true });
    expect(await listComments(contributionId)).toEqual([]);
  });
});
