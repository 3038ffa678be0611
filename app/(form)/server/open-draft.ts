import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { callOf, openForm } from './form';
import type { OpenForm } from './form';
import { wasJustSent } from './just-sent';
import { currentContribution, readableContribution } from './current-contribution';
import type { CurrentContribution } from './current-contribution';
import { contributePaths } from './paths';

type Locale = OpenForm['locale'];

/**
 * The draft or correction in use; otherwise redirects to where a draft begins, or to the status of a submission. After
 * the call has closed it is read-only.
 */
export async function openDraft(locale: Locale, call: string, when?: 'even if closed'): Promise<OpenForm> {
  if (!(await callOf(call, locale))) notFound();
  const open = await openForm(locale, call);
  const paths = contributePaths(locale, call);
  if (!open) return redirectToReadOnly(locale, call);
  if (open.draft.status !== 'draft' && !open.correcting) redirect(paths.status);
  // A form sent without a script while the call closes shows the typed text again, to be copied; nothing of it is
  // saved.
  if (open.closed && !when && !(await wasJustSent())) redirect(paths.check);
  return open;
}

/** The contribution in use, in any status; otherwise redirects to where one begins. */
export async function ownContribution(
  locale: Locale,
  slug: string,
): Promise<{ call: OpenForm['call']; held: CurrentContribution }> {
  const call = await callOf(slug, locale);
  if (!call) notFound();
  const held = await currentContribution(slug);
  return held ? { call, held } : redirectToReadOnly(locale, slug);
}

/**
 * Redirects readers without write access to the reading page, and all others to where a draft begins. Both pages say
 * why.
 */
export async function redirectToReadOnly(locale: Locale, call: string): Promise<never> {
  const paths = contributePaths(locale, call);
  return redirect((await readableContribution(call)) ? `${paths.read}?only=reading` : `${paths.start}?no=draft`);
}

/**
 * Whether a form was just sent without JavaScript by a person who may no longer change this: the page has to show the
 * typed text again.
 */
export async function lostWhileSending(call: string): Promise<boolean> {
  const sent = (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false;
  return sent && !(await currentContribution(call));
}
