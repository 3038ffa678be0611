import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { origin } from '@/lib/platform/env';

/**
 * The addresses of a contributor's pages for a call. They contain no secret: the cookie identifies the contribution.
 */
export function contributePaths(locale: Locale, call: string) {
  const start = pathsIn(locale).contribute(call);
  return {
    start,
    step: (step: string, position?: number) => `${start}/${step}${position === undefined ? '' : `/${position}`}`,
    check: `${start}/check`,
    done: `${start}/done`,
    status: `${start}/status`,
    withdraw: `${start}/withdraw`,
    erase: `${start}/erase`,
    discarded: `${start}/discarded`,
    newVersion: `${start}/new-version`,
    fromFile: `${start}/from-file`,
    lastYear: `${start}/last-year`,
    share: `${start}/share`,
    sharedLink: (link: string) => `${start}/share/${link}`,
    print: `${start}/print`,
    word: `${start}/contribution.docx`,
    pdf: `${start}/contribution.pdf`,
    wordForm: `${start}/form.docx`,
    sent: (version: number) => {
      const print = `${start}/sent/${version}`;
      return { print, word: `${print}/contribution.docx`, pdf: `${print}/contribution.pdf` };
    },
    read: `${start}/read`,
    readWord: `${start}/read/contribution.docx`,
    readPdf: `${start}/read/contribution.pdf`,
  };
}

/** The private link in the form that people store. */
export const privateLink = (locale: Locale, token: string) => `${origin()}/${locale}/link/${token}`;
