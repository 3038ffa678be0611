'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { failureOf } from '@/app/_server/failure';
import { visitorAddress } from '@/app/_server/visitor';
import { passGate } from '@/lib/abuse/gate';
import type { Passage } from '@/lib/abuse/gate';
import { startDraft } from '@/lib/contributions/drafts/mutations';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import type { Failure, Reason } from '@/lib/errors';
import { failure } from '@/lib/errors';
import { routing } from '@/lib/i18n/routing';
import { callOf } from './form';
import { heldLinks } from './own-contribution';
import { dropTokens, hasRoom, keepToken } from './own-links';
import { contributePaths } from './paths';

const target = z.object({ locale: z.enum(routing.locales), call: z.string().max(40) });
export type CallTarget = z.infer<typeof target>;

export type StartProblem = Exclude<Passage, { ok: true }> | Failure | null;

/** Begins a draft, gives this browser its private link, and goes to the first step. */
export async function startContribution(asked: CallTarget, _previous: StartProblem, form: FormData): Promise<StartProblem> {
  const { locale, call } = target.parse(asked);
  const paths = contributePaths(locale, call);
  const started = await begin(call, form).catch(failureOf);
  if (!started.ok && !CLOSED.has(started.reason)) return started;
  // A call that does not take contributions says so on the page itself, which is shown again.
  if (!started.ok) redirect(paths.start);
  await keepToken(call, started.token);
  const page = await callOf(call, locale);
  redirect(paths.step(page?.questionnaire.content.questions[0]?.key ?? ABOUT_STEP));
}

/** The page shown again says all there is to say of these. */
const CLOSED = new Set<string>(['unknown_call', 'call_not_open', 'call_closed'] satisfies Reason[]);

async function begin(call: string, form: FormData) {
  if (!(await hasRoom(call))) return failure('browser_full');
  const passage = await passGate({ door: 'start', address: await visitorAddress(), form });
  return passage.ok ? startDraft({ callSlug: call }) : passage;
}

/** Takes a contribution's private links out of this browser. The contribution itself stays as it is. */
export async function forgetContribution(asked: CallTarget, form: FormData): Promise<void> {
  const { locale, call } = target.parse(asked);
  const forgotten = (await heldLinks(call)).filter(({ id }) => id === form.get('contribution'));
  await dropTokens(call, forgotten.map(({ token }) => token));
  redirect(contributePaths(locale, call).start);
}
