'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { failureOf } from '@/app/_server/failure';
import { assemble } from '@/lib/contributions/drafts/assembly';
import { clearSubmittedDraft } from '@/lib/contributions/drafts/mutations';
import { fingerprintOf } from '@/lib/contributions/drafts/steps';
import { submitContribution } from '@/lib/contributions/mutations';
import type { Reason } from '@/lib/errors';
import { routing } from '@/lib/i18n/routing';
import { openForm } from './form';
import { contributePaths } from './paths';

const target = z.object({ locale: z.enum(routing.locales), call: z.string().max(40) });

export type SubmitProblem = Reason | 'changed' | 'other_draft' | 'lost_link' | 'consent_needed' | null;

/** Submits the draft exactly as the page showed it. Sent twice, it is stored once. */
export async function submitDraft(asked: z.infer<typeof target>, _previous: SubmitProblem, form: FormData): Promise<SubmitProblem> {
  const parsed = target.safeParse(asked);
  if (!parsed.success) return 'unknown_call';
  const problem = await submit(parsed.data, form).catch((error: unknown) => failureOf(error).reason);
  if (problem === null || problem === 'already_submitted') redirect(contributePaths(parsed.data.locale, parsed.data.call).done);
  return problem;
}

async function submit({ locale, call }: z.infer<typeof target>, form: FormData): Promise<SubmitProblem> {
  const open = await openForm(locale, call);
  if (!open) return 'lost_link';
  if (open.held.id !== form.get('draft')) return 'other_draft';
  if (open.draft.status !== 'draft') return 'already_submitted';
  if (form.get('seen') !== fingerprintOf(open.draft.sections)) return 'changed';
  if (form.get('consent') !== 'on') return 'consent_needed';
  const submitted = await submitContribution({ callSlug: call, input: { ...assemble(open.parts), consent: true }, draftId: open.held.id, locale });
  if (!submitted.ok) return submitted.reason;
  await clearSubmittedDraft(open.held.id);
  return null;
}
