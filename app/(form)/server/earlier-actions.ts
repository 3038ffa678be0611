'use server';

import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { publicAction } from '@/app/server/action';
import { visitorAddress } from '@/app/server/visitor';
import type { ActionState } from '@/app/ui/action-state';
import { carryOver } from '@/lib/contributions/earlier/earlier';
import { mailEarlierLink } from '@/lib/contributions/earlier/mail-link';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { routing } from '@/lib/platform/i18n/routing';
import { countPass } from '@/lib/platform/rate-limit/counters';
import { earlierFor } from './earlier';
import { mayBeWrittenIn, openForm } from './form';
import { contributePaths } from './paths';

const target = z.object({ locale: z.enum(routing.locales), call: z.string().max(40) });
type CallTarget = z.infer<typeof target>;

/** Puts what was confirmed of earlier contributions into the draft, and goes to its first step. */
export async function beginWithEarlier(asked: CallTarget, previous: ActionState, sent: FormData): Promise<ActionState> {
  return publicAction(async (form): Promise<Result> => {
    const place = target.safeParse(asked);
    if (!place.success) return failure('unknown_call');
    const { locale, call } = place.data;
    const open = await openForm(locale, call);
    if (!open || open.held.id !== form.get('contribution')) return failure('unknown_link');
    if (!mayBeWrittenIn(open) || open.correcting) return failure('already_submitted');
    const earlier = await earlierFor(open, await getTranslations());
    const carried = await carryOver({
      contributionId: open.held.id,
      confirmed: new Set(form.getAll('item').map(String)),
      earlier: earlier.flatMap(({ groups }) => groups),
      questionnaire: open.draft.questionnaire,
    });
    if (!carried.ok) return carried;
    const paths = contributePaths(locale, call);
    redirect(open.steps[0] ? paths.step(open.steps[0]) : paths.check);
  })(previous, sent);
}

/** Mails the private link of an earlier contribution to the address that it confirmed. */
export async function askForEarlierLink(
  asked: CallTarget,
  previous: ActionState,
  sent: FormData,
): Promise<ActionState> {
  return publicAction(async (form): Promise<Result> => {
    const place = target.safeParse(asked);
    if (!place.success) return failure('unknown_call');
    const { locale, call } = place.data;
    // Only from a draft, so that the mail is part of a contribution being written.
    if (!(await openForm(locale, call))) return failure('unknown_link');
    const counted = await countPass({ endpoint: 'message', address: await visitorAddress() });
    if (!counted.ok) return counted;
    return mailEarlierLink({ email: form.get('email'), callSlug: call, locale });
  })(previous, sent);
}
