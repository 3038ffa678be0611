import { contributePaths } from '@/app/(form)/server/paths';
import type { Locale } from '@/lib/platform/i18n/routing';

/**
 * The addresses of the files of a step: posted to, listed at the step or, without a script, on a page of their own
 * (`alone`), fetched one by one.
 */
export function filePaths(locale: Locale, call: string, step: string) {
  const page = contributePaths(locale, call).step(step);
  const files = `${page}/files`;
  return {
    page,
    alone: `${page}?files=1`,
    files,
    file: (id: string) => `${files}/${id}`,
    removal: (id: string) => `${files}/${id}/removal`,
  };
}
