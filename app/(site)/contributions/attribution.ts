import type { PublicAttribution } from '@/lib/publication/schema';

type Words = { anonymous: string; unnamed: string };

/** Who a contribution is from, in the fewest words: the affiliation, else the name, else that nobody is named. */
export function sayAuthor(attribution: PublicAttribution | null, words: Words): string {
  if (!attribution || attribution.anonymous) return words.anonymous;
  return attribution.affiliation ?? attribution.name ?? words.unnamed;
}

/** A country in the reader's language; what is no known code is shown as it is. */
export function sayCountry(country: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(country) ?? country;
}
