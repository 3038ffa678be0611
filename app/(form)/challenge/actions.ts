'use server';

import { createHash } from 'node:crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { hasRoom, keepToken } from '@/app/(form)/server/own-links';
import { contributePaths } from '@/app/(form)/server/paths';
import { fieldsOf, publicAction } from '@/app/server/action';
import { visitorAddress } from '@/app/server/visitor';
import type { ActionState } from '@/app/ui/action-state';
import { STANDING_CALL } from '@/lib/calls/constants';
import { sendChallenge } from '@/lib/contributions/challenges/send-challenge';
import { parseFormData } from '@/lib/contributions/drafts/form-data';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { routing } from '@/lib/platform/i18n/routing';
import { checkAbuse } from '@/lib/platform/rate-limit/check-abuse';
import type { ProofChallenge } from '@/lib/platform/rate-limit/check-abuse';
import { GATE_FIELDS, MIN_MILLISECONDS } from '@/lib/platform/rate-limit/constants';
import { millisecondsSince } from '@/lib/platform/rate-limit/form-shown';

const target = z.object({ locale: z.enum(routing.locales), agreement: z.string().max(120), cell: z.string().max(200) });
type ChallengeTarget = z.infer<typeof target>;
/** What the form still needs before it is sent. */
export type Demanded = { demand: ProofChallenge };

/** Sends the correction of one cell, stores its private link in this browser, and goes to its receipt. */
export async function challengeCell(
  asked: ChallengeTarget,
  previous: ActionState<Demanded>,
  sent: FormData,
): Promise<ActionState<Demanded>> {
  const answered = await publicAction((form) => send(target.parse(asked), form))(previous, sent);
  // What was typed stays while the browser works for its proof.
  return { ...answered, typed: fieldsOf(sent) };
}

async function send({ locale, agreement, cell }: ChallengeTarget, form: FormData): Promise<Result<Demanded>> {
  const typed = parseFormData(form.entries());
  if (!typed.ok) return typed;
  if (!(await hasRoom(STANDING_CALL))) return failure('browser_full');
  const shown = String(form.get('shown') ?? '');
  const hurried = millisecondsSince(shown) < MIN_MILLISECONDS;
  const check = await checkAbuse({ endpoint: 'submit', address: await visitorAddress(), form, hurried });
  if (!check.ok) return check.reason === 'proof_needed' ? { ok: true, demand: check } : check;
  const sent = await sendChallenge({
    ...{ agreement, cell, locale, sent: typed.values },
    submissionKey: keyOf(shown, form),
  });
  if (!sent.ok) return sent;
  // The same form sent twice: the first answer, with the private link, was lost on its way.
  if (sent.token === undefined) return failure('already_submitted');
  await keepToken(STANDING_CALL, sent.token);
  redirect(contributePaths(locale, STANDING_CALL).done);
}

/** The same text sent again from the same page is one correction; another text is another one. */
function keyOf(shown: string, form: FormData): string {
  const passing: readonly string[] = Object.values(GATE_FIELDS);
  const typed = Object.entries(fieldsOf(form)).filter(([name]) => !passing.includes(name));
  return `form:${shown}:${createHash('sha256').update(JSON.stringify(typed)).digest('hex')}`;
}
