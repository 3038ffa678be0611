'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { publicAction } from '@/app/server/action';
import type { ActionState } from '@/app/ui/action-state';
import { openForm, openReading } from '@/app/(form)/server/form';
import { currentContribution, readableContribution } from '@/app/(form)/server/current-contribution';
import type { CurrentContribution } from '@/app/(form)/server/current-contribution';
import { addComment, deleteComment, setCommentResolved } from '@/lib/contributions/comments';
import { sectionKey } from '@/lib/contributions/drafts/steps';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { placeSchema } from './place';
import type { Place } from './place';

/**
 * The two places for comments: the form, for those who edit the draft, and the reading page, for holders of a comment
 * link.
 */
export type CommentPlace = Place & { page: 'form' | 'reading' };

const heldAt = ({ call, page }: CommentPlace) =>
  page === 'form' ? currentContribution(call) : readableContribution(call);

/** This browser's link that allows comments there, if it has one. */
async function commenter(asked: CommentPlace): Promise<CurrentContribution | undefined> {
  const held = await heldAt({ ...asked, ...placeSchema.parse(asked) });
  return held && held.link.purpose !== 'read' ? held : undefined;
}

/** Adds a comment to a section, signed with any name. */
export async function comment(
  asked: CommentPlace & { section: string },
  previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  const add = publicAction(async (fields): Promise<Result> => {
    const held = await commenter(asked);
    if (!held) return failure('not_with_this_link');
    if (!(await hasSection(asked))) return failure('not_found');
    const input = { text: fields.get('text') ?? '', signedAs: fields.get('signedAs') ?? '' };
    const added = await addComment({ contributionId: held.id, linkId: held.link.id, section: asked.section, input });
    if (added.ok) refresh();
    return added;
  });
  return add(previous, form);
}

async function hasSection({ locale, call, page, section }: CommentPlace & { section: string }): Promise<boolean> {
  const open = await (page === 'form' ? openForm(locale, call) : openReading(locale, call));
  return open?.parts.some((part) => sectionKey(part) === section) ?? false;
}

const change = z.enum(['resolve', 'reopen', 'delete']);

/**
 * Resolves, reopens or deletes a comment. The holder of a comment link may only delete comments written with that link.
 */
export async function changeComment(
  asked: CommentPlace & { comment: string },
  previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  const apply = publicAction(async (fields): Promise<Result> => {
    const held = await commenter(asked);
    const [what, id] = [change.safeParse(fields.get('change')), z.uuid().safeParse(asked.comment)];
    if (!held) return failure('not_with_this_link');
    if (!what.success || !id.success) return failure('not_found');
    const manages = held.link.purpose === 'manage';
    const target = { contributionId: held.id, commentId: id.data };
    if (what.data !== 'delete' && !manages) return failure('not_with_this_link');
    const done =
      what.data === 'delete'
        ? await deleteComment({ ...target, ...(!manages && { writtenWith: held.link.id }) })
        : await setCommentResolved({ ...target, resolved: what.data === 'resolve' });
    if (done.ok) refresh();
    return done;
  });
  return apply(previous, form);
}
