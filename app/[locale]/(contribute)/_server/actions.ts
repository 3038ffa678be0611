'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { startDraft } from '@/lib/contributions/drafts/mutations';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import { routing } from '@/lib/i18n/routing';
import { callOf } from './form';
import { heldContributions } from './own-contribution';
import { dropToken, keepToken } from './own-links';
import { contributePaths } from './paths';

const target = z.object({ locale: z.enum(routing.locales), call: z.string().max(40) });
export type CallTarget = z.infer<typeof target>;

/** Begins a draft, gives this browser its private link, and goes to the first step. */
export async function startContribution(asked: CallTarget): Promise<void> {
  const { locale, call } = target.parse(asked);
  const paths = contributePaths(locale, call);
  const started = await startDraft({ callSlug: call });
  // A call that does not take contributions says so on the page itself, which is shown again.
  if (!started.ok) redirect(paths.start);
  await keepToken(call, started.token);
  const page = await callOf(call, locale);
  redirect(paths.step(page?.questionnaire.content.questions[0]?.key ?? ABOUT_STEP));
}

/** Takes a contribution's private link out of this browser. The contribution itself stays as it is. */
export async function forgetContribution(asked: CallTarget, form: FormData): Promise<void> {
  const { locale, call } = target.parse(asked);
  const forgotten = (await heldContributions(call)).find(({ id }) => id === form.get('contribution'));
  if (forgotten) await dropToken(call, forgotten.token);
  redirect(contributePaths(locale, call).start);
}
