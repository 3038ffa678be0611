'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { failureOf } from '@/app/server/failure';
import { visitorAddress } from '@/app/server/visitor';
import { checkAbuse } from '@/lib/platform/rate-limit/check-abuse';
import type { AbuseCheck } from '@/lib/platform/rate-limit/check-abuse';
import { beginProposal, startDraft } from '@/lib/contributions/drafts/drafts';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import type { Failure, Reason } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { routing } from '@/lib/platform/i18n/routing';
import { callOf, mayBeWrittenIn, openForm } from './form';
import { currentLinks } from './current-contribution';
import { dropTokens, hasRoom, keepToken } from './own-links';
import { contributePaths } from './paths';

const target = z.object({ locale: z.enum(routing.locales), call: z.string().max(40) });
export type CallTarget = z.infer<typeof target>;

export type StartProblem = Exclude<AbuseCheck, { ok: true }> | Failure | null;

/** Begins a draft, stores its private link in this browser, and redirects to the step of the pressed button. */
export async function startContribution(
  asked: CallTarget,
  _previous: StartProblem,
  form: FormData,
): Promise<StartProblem> {
  const { locale, call } = target.parse(asked);
  const paths = contributePaths(locale, call);
  const started = await begin(call, form, chosenAudience(form)).catch(failureOf);
  if (!started.ok && !CLOSED.has(started.reason)) return started;
  // If the call does not accept contributions, the page itself says so, so it is shown again.
  if (!started.ok) redirect(paths.start);
  await keepToken(call, started.token);
  if (form.get('earlier') === 'on') redirect(paths.lastYear);
  redirect(paths.step(stepToBegin(form, (await callOf(call, locale))?.questionnaire.content.questions ?? [])));
}

/** The step whose button was pressed, the last field of its name; otherwise the first one. */
function stepToBegin(form: FormData, questions: readonly Question[]): string {
  const asked = form.getAll('step').at(-1);
  if (asked === ABOUT_STEP) return ABOUT_STEP;
  return (questions.find(({ key }) => key === asked) ?? questions[0])?.key ?? ABOUT_STEP;
}

const updateTarget = target.extend({ agreement: z.string().max(120) });
export type UpdateTarget = z.infer<typeof updateTarget>;

/** Begins the update of one agreement, in this browser's draft for the call or in a new one, and redirects there. */
export async function startUpdate(asked: UpdateTarget, _previous: StartProblem, form: FormData): Promise<StartProblem> {
  const { locale, call, agreement } = updateTarget.parse(asked);
  const draft = await draftForUpdates(locale, call, form).catch(failureOf);
  if (!draft.ok) return draft;
  const begun = await beginProposal({
    contributionId: draft.contributionId,
    step: draft.step,
    target: { kind: 'update', agreement },
  }).catch(failureOf);
  if (!begun.ok) return begun;
  // Who came for one agreement is led from its page to the check page, not through the other questions.
  redirect(`${contributePaths(locale, call).step(draft.step, begun.position)}?from=check`);
}

async function draftForUpdates(
  locale: CallTarget['locale'],
  call: string,
  form: FormData,
): Promise<NonNullable<StartProblem> | { ok: true; contributionId: string; step: string }> {
  const open = await openForm(locale, call);
  const stepIn = (questions: readonly Question[]) => questions.find((question) => kindOf(question).entries)?.key;
  const step = open && mayBeWrittenIn(open) ? stepIn(open.draft.questionnaire.questions) : undefined;
  if (open && step !== undefined) return { ok: true, contributionId: open.held.id, step };
  const [page, started] = [await callOf(call, locale), await begin(call, form)];
  const first = page && stepIn(page.questionnaire.content.questions);
  if (!started.ok) return started;
  await keepToken(call, started.token);
  return first ? { ok: true, contributionId: started.contributionId, step: first } : failure('unknown_call');
}

/** For these reasons, the page shown again has all the information. */
const CLOSED = new Set<string>(['unknown_call', 'call_not_open', 'call_closed'] satisfies Reason[]);

/** Undefined where the call offers no wordings to choose from. */
function chosenAudience(form: FormData): string | undefined {
  const audience = form.get('audience');
  return typeof audience === 'string' && audience !== '' ? audience : undefined;
}

async function begin(call: string, form: FormData, audience?: string) {
  if (!(await hasRoom(call))) return failure('browser_full');
  const check = await checkAbuse({ endpoint: 'start', address: await visitorAddress(), form });
  return check.ok ? startDraft({ callSlug: call, audience }) : check;
}

/** Removes a contribution's private links from this browser. The contribution itself stays unchanged. */
export async function forgetContribution(asked: CallTarget, form: FormData): Promise<void> {
  const { locale, call } = target.parse(asked);
  const forgotten = (await currentLinks(call)).filter(({ id }) => id === form.get('contribution'));
  await dropTokens(
    call,
    forgotten.map(({ token }) => token),
  );
  redirect(contributePaths(locale, call).start);
}
