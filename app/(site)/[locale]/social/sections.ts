import { messagesFor } from '@/lib/platform/i18n/messages-for';
import type { Locale } from '@/lib/platform/i18n/routing';
import { siteSettings } from '@/lib/platform/settings/current-settings';

/** The parts of the site with a picture for link previews; each page uses its part's picture. */
export const SECTIONS = [
  'home',
  'agreements',
  'matrix',
  'analysis',
  'compare',
  'contributions',
  'projects',
  'data',
] as const;
export type SocialSection = (typeof SECTIONS)[number];

export const SOCIAL_SIZE = { width: 1200, height: 630 };

/** Pages without a part of their own. */
const belongsTo: Record<string, SocialSection> = {
  releases: 'data',
  api: 'data',
  sources: 'data',
  criteria: 'matrix',
  participants: 'agreements',
  challenges: 'contributions',
};

const sectionOf = (part: string): SocialSection =>
  SECTIONS.find((section) => section === part) ?? belongsTo[part] ?? 'home';

/** The picture for the page at this path (`/en/matrix/…`), and its alternative text. */
export function socialImageOf(path: string, locale: Locale) {
  const section = sectionOf(path.split('/')[2] ?? '');
  const { siteName } = siteSettings();
  const { title, line } = messagesFor(locale).home.social[section];
  return { url: `/${locale}/social/${section}.png`, ...SOCIAL_SIZE, alt: `${siteName}. ${title}: ${line}` };
}
