'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { publicAction } from '@/app/server/action';
import { visitorAddress } from '@/app/server/visitor';
import type { ActionState } from '@/app/ui/action-state';
import { mailDraftLink, mailOwnLinks } from '@/lib/contributions/mailed-links';
import { requiredEmail } from '@/lib/contributions/schema';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { routing } from '@/lib/platform/i18n/routing';
import { countPass } from '@/lib/platform/rate-limit/counters';
import { contributePaths } from './paths';
import { currentContributions } from './current-contribution';

const target = z.object({ locale: z.enum(routing.locales), call: z.string().max(40) });

/** Mails the private link of the draft that the form names, if this browser may change it. */
export async function sendLinkByMail(
  asked: z.infer<typeof target>,
  previous: ActionState<{ sent: boolean }>,
  sent: FormData,
): Promise<ActionState<{ sent: boolean }>> {
  return publicAction<{ sent: boolean }>(async (form) => {
    const place = target.safeParse(asked);
    if (!place.success) return failure('unknown_call');
    const { locale, call } = place.data;
    const held = (await currentContributions(call)).find(({ id }) => id === form.get('contribution'));
    if (!held) return failure('unknown_link');
    if (held.link.editorId !== null) return failure('not_with_this_link');
    const counted = await countMailTo(form.get('email'));
    if (!counted.ok) return counted;
    const mailed = await mailDraftLink({
      contributionId: held.id,
      email: form.get('email'),
      remind: form.get('remind') === 'on',
      locale,
    });
    if (mailed.ok) refresh();
    // Without a script, a page that answers the form itself would count as one that shows a failure.
    if (mailed.ok && form.has('plain'))
      redirect(`${contributePaths(locale, call).check}?link=${mailed.sent ? 'sent' : 'confirm'}#send-link`);
    return mailed;
  })(previous, sent);
}

/** Mails the private links that belong to an address. The answer is the same for every address. */
export async function sendOwnLinks(
  asked: { locale: string },
  previous: ActionState,
  sent: FormData,
): Promise<ActionState> {
  return publicAction(async (form): Promise<Result> => {
    const { locale } = z.object({ locale: z.enum(routing.locales) }).parse(asked);
    const counted = await countMailTo(form.get('email'));
    if (!counted.ok) return counted;
    const mailed = await mailOwnLinks({ email: form.get('email'), reference: form.get('reference'), locale });
    if (!mailed.ok) return mailed;
    redirect(`${pathsIn(locale).myLink}?sent=1`);
  })(previous, sent);
}

/** Counts a mail that this visitor asks for, for their network and for the address, whether or not it is known here. */
async function countMailTo(email: unknown): Promise<Result> {
  const read = requiredEmail(email);
  if (!read.ok) return read;
  const counted = await countPass({ endpoint: 'own_link', address: await visitorAddress() });
  return counted.ok ? countPass({ endpoint: 'own_link_mailbox', address: null, about: read.address }) : counted;
}
