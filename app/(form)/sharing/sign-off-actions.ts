'use server';

import { refresh } from 'next/cache';
import { publicAction } from '@/app/server/action';
import type { ActionState } from '@/app/ui/action-state';
import { openReading } from '@/app/(form)/server/form';
import { addSignOff } from '@/lib/contributions/sign-offs';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { isBeingWritten } from './paper-of';
import { placeSchema } from './place';
import type { Place } from './place';
import { textToSign } from './text-to-sign';

/** Stores the answer of the person who holds a link to approve: to exactly the version that the page showed. */
export async function answerSignOff(asked: Place, previous: ActionState, form: FormData): Promise<ActionState> {
  const { locale, call } = placeSchema.parse(asked);
  const answer = publicAction(async (fields): Promise<Result> => {
    const open = await openReading(locale, call);
    if (!open || open.held.link.purpose !== 'approve' || open.held.id !== fields.get('contribution'))
      return failure('not_with_this_link');
    if (!isBeingWritten(open)) return failure('not_allowed_in_status');
    const field = (name: string) => fields.get(name) ?? '';
    const added = await addSignOff({
      contributionId: open.held.id,
      linkId: open.held.link.id,
      text: await textToSign(open),
      seen: String(field('version')),
      input: { outcome: field('outcome'), name: field('name'), office: field('office'), text: field('text') },
    });
    // Also after a failure: the page then shows the text as it is now.
    refresh();
    return added;
  });
  return answer(previous, form);
}
