'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { failureOf } from '@/app/server/failure';
import { visitorAddress } from '@/app/server/visitor';
import { MIN_MILLISECONDS } from '@/lib/platform/rate-limit/constants';
import { checkAbuse } from '@/lib/platform/rate-limit/check-abuse';
import type { ProofChallenge } from '@/lib/platform/rate-limit/check-abuse';
import { assemble } from '@/lib/contributions/drafts/assembly';
import { fingerprintOf } from '@/lib/contributions/drafts/steps';
import { submitContribution } from '@/lib/contributions/submission';
import type { Reason } from '@/lib/platform/errors';
import { routing } from '@/lib/platform/i18n/routing';
import { textToSign } from '@/app/(form)/sharing/text-to-sign';
import { currentContribution } from './current-contribution';
import { openForm } from './form';
import { contributePaths } from './paths';

const target = z.object({ locale: z.enum(routing.locales), call: z.string().max(40) });

/** Why the draft was not sent, and the ticked boxes. */
export type SubmitProblem = (NotSubmitted & { consent: boolean; again: boolean; showContacts: boolean }) | null;
export type NotSubmitted =
  ProofChallenge | { reason: Reason | 'changed' | 'other_draft' | 'lost_link' | 'consent_needed' };

/** Submits the draft exactly as the page showed it. Sent twice, it is stored once. */
export async function submitDraft(
  asked: z.infer<typeof target>,
  _previous: SubmitProblem,
  form: FormData,
): Promise<SubmitProblem> {
  const parsed = target.safeParse(asked);
  const ticked = {
    consent: form.get('consent') === 'on',
    again: form.get('again') === 'on',
    showContacts: form.get('showContacts') === 'on',
  };
  if (!parsed.success) return { reason: 'unknown_call', ...ticked };
  const problem = await submit(parsed.data, form).catch(failureOf);
  if (problem !== null && problem.reason !== 'already_submitted') return { ...problem, ...ticked };
  const entered = (await currentContribution(parsed.data.call))?.link.editorId != null;
  const { done, status } = contributePaths(parsed.data.locale, parsed.data.call);
  // The status page of an editor who enters on behalf is at the desk.
  redirect(entered ? status : done);
}

async function submit({ locale, call }: z.infer<typeof target>, form: FormData): Promise<NotSubmitted | null> {
  const open = await openForm(locale, call);
  if (!open) return { reason: 'lost_link' };
  if (open.held.id !== form.get('draft')) return { reason: 'other_draft' };
  if (open.draft.status === 'withdrawn') return { reason: 'withdrawn' };
  if (open.draft.status !== 'draft' && !open.correcting) return { reason: 'already_submitted' };
  // Some faults exist in the form only: the API may leave these fields out.
  if (open.issues.length > 0) return { reason: 'invalid' };
  const seen = fingerprintOf(open.draft.sections, open.files);
  if (form.get('seen') !== seen) return { reason: 'changed' };
  if (form.get('consent') !== 'on') return { reason: 'consent_needed' };
  const { editorId } = open.held.link;
  const hurried = editorId === null && Date.now() - open.held.begunAt.getTime() < MIN_MILLISECONDS;
  const check = await checkAbuse({ endpoint: 'submit', address: await visitorAddress(), form, hurried });
  if (!check.ok) return check;
  const submitted = await submitContribution({
    callSlug: call,
    input: { ...assemble(open.sending), showContacts: form.get('showContacts') === 'on', consent: true },
    draftId: open.held.id,
    seen,
    textVersion: (await textToSign(open)).version,
    ...(editorId !== null && { editorId }),
    onlyOnce: form.get('again') !== 'on',
    locale,
  });
  if (!submitted.ok) return submitted.reason === 'saved_elsewhere' ? { reason: 'changed' } : submitted;
  return null;
}
