const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** A size as people say it: 640 byte, 12 kB, 3.4 MB. */
export function saySize(bytes: number, locale: string): string {
  const power = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power],
    maximumFractionDigits: power === 2 ? 1 : 0,
  }).format(bytes / 1_000 ** power);
}
