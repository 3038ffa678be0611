import type { PublicAttribution } from '@/lib/publication/schema';

type Words = { anonymous: string; unnamed: string };

/** The author in few words: the affiliation, else the name, else that the author is not named. */
export function sayAuthor(attribution: PublicAttribution | null, words: Words): string {
  if (!attribution || attribution.anonymous) return words.anonymous;
  return attribution.affiliation ?? attribution.name ?? words.unnamed;
}

/** A country in the reader's language; an unknown code is shown unchanged. */
export function sayCountry(country: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(country) ?? country;
}
