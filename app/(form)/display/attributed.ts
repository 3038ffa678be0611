/** Name, affiliation and country in one line, as far as each is public; null where none is. */
export function attributedTo(
  shown: { name: string | null; affiliation: string | null; country: string | null },
  locale: string,
): string | null {
  const country =
    shown.country && (new Intl.DisplayNames(locale, { type: 'region' }).of(shown.country) ?? shown.country);
  return [shown.name, shown.affiliation, country].filter(Boolean).join(', ') || null;
}
