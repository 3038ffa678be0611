/**
 * Languages or countries with their names in a language, sorted by name. Only for the server: a browser may name and
 * sort them otherwise, and React would then throw away the page that the server made, with what is typed on it.
 */
export function namesIn(locale: string, type: 'region' | 'language', codes: readonly string[]) {
  const names = new Intl.DisplayNames(locale, { type });
  const collator = new Intl.Collator(locale);
  return codes.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => collator.compare(a.name, b.name));
}
