import { createTranslator } from 'next-intl';
import facts from '@/lib/platform/i18n/messages/en/facts.json';
import common from '@/lib/platform/i18n/messages/en/common.json';
import mail from '@/lib/platform/i18n/messages/en/mail.json';
import { withSiteNames } from '@/lib/platform/i18n/messages-for';
import type { Locale } from '@/lib/platform/i18n/routing';

const english = { mail, common, facts };
const catalogues: Record<Locale, typeof english> = { en: english };

/**
 * The sentences of every mail in one language. Mails are rendered outside any request, so the language must be passed.
 */
export const mailWords = (locale: Locale) =>
  createTranslator<typeof english>({ locale, messages: withSiteNames(catalogues[locale]) });

export type MailWords = ReturnType<typeof mailWords>;

/** The mails with a preview text and a title in the catalogue. */
export type MailName = {
  [Name in keyof typeof mail]: (typeof mail)[Name] extends { preview: string; title: string } ? Name : never;
}[keyof typeof mail];
