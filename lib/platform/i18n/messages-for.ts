import { siteSettings } from '@/lib/platform/settings/current-settings';
import type { SiteSettings } from '@/lib/platform/settings/settings-schema';
import { catalogues } from './catalogue';
import type { Messages } from './catalogue';
import type { Locale } from './routing';

/** The settings that sentences of the catalogues name as `%forumName%`. */
const NAMED = [
  'siteName',
  'forumName',
  'shortName',
  'parentName',
  'publisher',
  'licenceName',
  'licenceShort',
  'signature',
] as const;

const made = new WeakMap<SiteSettings, Map<object, unknown>>();

/** The catalogue of a language with the installation's own names in its sentences. */
export const messagesFor = (locale: Locale): Messages => withSiteNames(catalogues[locale]);

/** The same for a part of a catalogue. */
export const withSiteNames = <Part extends object>(part: Part): Part => withNames(part, siteSettings());

/** A part of a catalogue with the names of these settings; made once for each. */
export function withNames<Part extends object>(part: Part, settings: SiteSettings): Part {
  const known = made.get(settings) ?? new Map<object, unknown>();
  made.set(settings, known);
  if (!known.has(part)) known.set(part, replaced(part, settings, ''));
  return known.get(part) as Part; // of the same shape: only texts are replaced by texts
}

/** `mail` and what is below it also has the wordings that admins gave it. */
function replaced(value: unknown, settings: SiteSettings, path: string): unknown {
  if (typeof value === 'string') {
    const own = path.startsWith('mail.') ? settings.mails[path.slice('mail.'.length)] : undefined;
    return named(own ?? value, settings);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, replaced(inner, settings, path === '' ? key : `${path}.${key}`)]),
  );
}

const named = (sentence: string, settings: SiteSettings): string =>
  NAMED.reduce((text, name) => text.replaceAll(`%${name}%`, () => asLiteral(settings[name])), sentence);

/** A name inside a sentence in ICU's syntax: braces, tags and apostrophes in it are only letters. */
const asLiteral = (name: string) => name.replaceAll("'", "''").replace(/[{}<>#]+/g, (signs) => `'${signs}'`);
