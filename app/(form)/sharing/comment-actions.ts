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

/** Where comments are written: in the form by those who work on the draft, on the reading page by whoever its link lets comment. */
export type CommentPlace = Place & { page: 'form' | 'reading' };

const heldAt = ({ call, page }: CommentPlace) =>
  page === 'form' ? currentContribution(call) : readableContribution(call);

/** The link that lets this browser comment there, if it holds one. */
async function commenter(asked: CommentPlace): Promise<CurrentContribution | undefined> {
  const held = await heldAt({ ...asked, ...placeSchema.parse(asked) });
  return held && held.link.purpose !== 'read' ? held : undefined;
}

/** Adds a comment to a section, signed as its author likes. */
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

/** Resolves, reopens or deletes a comment. Who only comments may delete what was written with the same link, and nothing else. */
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
