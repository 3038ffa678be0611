import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { OpenForm } from './form';
import { wasJustSent } from './just-sent';

/** A page's title, said to be about an error where its form came back, or where what is stored has one to be mended. */
export async function titleWithError(title: string, faulty = false): Promise<string> {
  // Without a script, a form that succeeded leads on to another request: a page made in answer to it holds what went wrong.
  // With one, Next makes the page that an action leads to within the same request; it is not HTML then.
  const cameBack = (await wasJustSent()) && ((await headers()).get('accept') ?? '').includes('text/html');
  if (!faulty && !cameBack) return title;
  return `${(await getTranslations('contribute.form'))('errorTitle')}${title}`;
}

/** The title of a step: what it is called, where in the form it is, and whether something in it has to be mended. */
export async function titleOfStep(
  open: OpenForm,
  step: string,
  { title, faulty }: { title: string; faulty: boolean },
): Promise<string> {
  const t = await getTranslations('contribute.form');
  return titleWithError(
    t('stepTitle', { title, number: open.steps.indexOf(step) + 1, count: open.steps.length }),
    faulty,
  );
}

/** Whether a step, or one entry of its list, shows faults. */
export const showsFaults = (open: OpenForm, step: string, position?: number) =>
  !open.closed && shownIssuesOf(open, step, position).length > 0;

/**
 * The faults a page shows of what is stored; an entry that has just been begun proposes nothing yet, which is no fault so far, and neither
 * is what is missing on a page that nobody has saved, unless the check page led to it.
 */
export function shownIssuesOf(open: OpenForm, step: string, position?: number, { fromCheck = false } = {}) {
  if (position === undefined && !fromCheck && !open.draft.sections.has(step)) return [];
  if (position !== undefined && open.draft.sections.get(`${step}/${position}`)?.version === 1) return [];
  return open.issues.filter((issue) => issue.step === step && issue.position === position);
}
