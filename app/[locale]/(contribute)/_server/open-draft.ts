import { notFound, redirect } from 'next/navigation';
import { callOf, openForm } from './form';
import type { OpenForm } from './form';
import { contributePaths } from './paths';

/** The draft in use, or off to where one begins or to the status of what was submitted. Once a call has closed it can be read, not changed. */
export async function openDraft(locale: OpenForm['locale'], call: string, when?: 'even if closed'): Promise<OpenForm> {
  if (!(await callOf(call, locale))) notFound();
  const open = await openForm(locale, call);
  const paths = contributePaths(locale, call);
  if (!open) redirect(paths.start);
  if (open.draft.status !== 'draft') redirect(paths.status);
  if (open.call.state === 'closed' && !when) redirect(paths.check);
  return open;
}
