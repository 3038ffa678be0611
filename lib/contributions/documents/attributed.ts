/** A country in the reader's language; what is no code of one is said as it is. */
export function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
  } catch {
    return code; // typed into a form that was not ours
  }
}

/** Name, affiliation and country in one line, as far as each is public; null where none is. */
export function attributed(
  shown: { name: string | null; affiliation: string | null; country: string | null },
  locale: string,
): string | null {
  return (
    [shown.name, shown.affiliation, shown.country && countryName(shown.country, locale)].filter(Boolean).join(', ') ||
    null
  );
}
