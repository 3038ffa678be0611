import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { OpenForm } from './form';
import { wasJustSent } from './just-sent';

/** A page's title, with "Error" where its form failed or its stored values have faults. */
export async function titleWithError(title: string, faulty = false): Promise<string> {
  // Without a script, a successful form redirects to another request: a page rendered for the form itself shows a
  // failure.
  // With a script, Next renders the target page within the same request; the answer is then not HTML.
  const cameBack = (await wasJustSent()) && ((await headers()).get('accept') ?? '').includes('text/html');
  if (!faulty && !cameBack) return title;
  return `${(await getTranslations('contribute.form'))('errorTitle')}${title}`;
}

/** A step's title: its name, its place in the form, and whether it has faults. */
export async function titleOfStep(
  open: OpenForm,
  step: string,
  { title, faulty }: { title: string; faulty: boolean },
): Promise<string> {
  const t = await getTranslations('contribute.form');
  if (!open.steps.includes(step)) return titleWithError(title, faulty);
  return titleWithError(
    t('stepTitle', { title, number: open.steps.indexOf(step) + 1, count: open.steps.length }),
    faulty,
  );
}

/** Whether a step, or one entry of its list, shows faults. */
export const showsFaults = (open: OpenForm, step: string, position?: number) =>
  !open.closed && shownIssuesOf(open, step, position).length > 0;

/**
 * The stored faults that a page shows. A proposal that has just been begun has none, although it proposes nothing yet.
 * Nor has a page that was never saved, unless the check page led to it.
 */
export function shownIssuesOf(open: OpenForm, step: string, position?: number, { fromCheck = false } = {}) {
  if (position === undefined && !fromCheck && !open.draft.sections.has(step)) return [];
  if (position !== undefined && open.draft.sections.get(`${step}/${position}`)?.version === 1) return [];
  return open.issues.filter((issue) => issue.step === step && issue.position === position);
}
