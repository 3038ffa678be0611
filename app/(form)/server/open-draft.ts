import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { callOf, openForm } from './form';
import type { OpenForm } from './form';
import { wasJustSent } from './just-sent';
import { currentContribution, readableContribution } from './current-contribution';
import type { CurrentContribution } from './current-contribution';
import { contributePaths } from './paths';

type Locale = OpenForm['locale'];

/** The draft or the correction in use, or off to where one begins or to the status of what was submitted. Once a call has closed it can be read, not changed. */
export async function openDraft(locale: Locale, call: string, when?: 'even if closed'): Promise<OpenForm> {
  if (!(await callOf(call, locale))) notFound();
  const open = await openForm(locale, call);
  const paths = contributePaths(locale, call);
  if (!open) return redirectToReadOnly(locale, call);
  if (open.draft.status !== 'draft' && !open.correcting) redirect(paths.status);
  // A form sent without a script at the moment of closing comes back with what was typed, to be copied; nothing is saved of it.
  if (open.closed && !when && !(await wasJustSent())) redirect(paths.check);
  return open;
}

/** The contribution in use in whatever state, or off to where one begins. */
export async function ownContribution(
  locale: Locale,
  slug: string,
): Promise<{ call: OpenForm['call']; held: CurrentContribution }> {
  const call = await callOf(slug, locale);
  if (!call) notFound();
  const held = await currentContribution(slug);
  return held ? { call, held } : redirectToReadOnly(locale, slug);
}

/** Whoever may read but not change is shown what there is to read; everybody else where a draft begins. Both pages say why. */
export async function redirectToReadOnly(locale: Locale, call: string): Promise<never> {
  const paths = contributePaths(locale, call);
  return redirect((await readableContribution(call)) ? `${paths.read}?only=reading` : `${paths.start}?no=draft`);
}

/** Whether a form has just been sent, without JavaScript, by somebody who may no longer change this: its page has to hand back what was typed. */
export async function lostWhileSending(call: string): Promise<boolean> {
  const sent = (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false;
  return sent && !(await currentContribution(call));
}
