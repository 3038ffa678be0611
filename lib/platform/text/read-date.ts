export type ReadDate =
  | { ok: true; date: string }
  | { ok: false; reason: 'not_a_partial_date' }
  /** The two days that it can mean. */
  | { ok: false; reason: 'date_is_ambiguous'; readings: [string, string] };

/** In the languages of the United Nations that have months by name, and in some more that papers are written in. */
const LANGUAGES = ['en', 'fr', 'es', 'ru', 'ar', 'de', 'pt', 'it', 'nl'];
const MONTHS = monthNames();

const NUMERIC = /^(\d{1,4})[-/.](\d{1,4})(?:[-/.](\d{1,4}))?$/;
const NAMED =
  /^(?:(\d{1,2})(?:st|nd|rd|th|er|\.)? (?:of |de |d'|d’)?)?(\p{L}+)\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,? (?:of |de )?(\d{4})$/u;

/**
 * A year, a month or a day in common notations, as `2019`, `2019-11` or `2019-11-03`: `November 2019`, `01/2021`, `3
 * November 2019`, `13/4/2018`. If day and month can be confused, it does not guess: `4/3/2018` is refused.
 */
export function readDate(typed: string): ReadDate {
  const text = typed.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const parts = numericParts(text) ?? namedParts(text);
  if (parts && 'either' in parts) {
    const [one, other] = parts.either;
    return { ok: false, reason: 'date_is_ambiguous', readings: [joined(one), joined(other)] };
  }
  const date = parts === null ? undefined : joined(parts);
  return date !== undefined && isPartialDate(date) ? { ok: true, date } : { ok: false, reason: 'not_a_partial_date' };
}

const joined = (parts: string[]) => parts.map((part, at) => part.padStart(at === 0 ? 4 : 2, '0')).join('-');

/** `2018`, `2018-02` or `2018-04-17`; a date that exists. */
export function isPartialDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1800 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Year, month and day, as far as they are said; or two of them, of which one is meant. */
type Parts = string[] | { either: [string[], string[]] } | null;

function numericParts(text: string): Parts {
  if (/^\d{4}$/.test(text)) return [text];
  const [, one = '', two = '', three] = NUMERIC.exec(text) ?? [];
  if (one.length === 4) return [one, two, ...(three === undefined ? [] : [three])];
  if (three === undefined) return two.length === 4 ? [two, one] : null;
  if (three.length !== 4) return null;
  // With dots the day comes first everywhere; with other signs only a number above twelve says which is the day.
  if (text.includes('.') || Number(one) > 12 || one === two) return [three, two, one];
  return Number(two) > 12
    ? [three, one, two]
    : {
        either: [
          [three, two, one],
          [three, one, two],
        ],
      };
}

function namedParts(text: string): Parts {
  const [, before, name = '', after, year = ''] = NAMED.exec(text) ?? [];
  const month = MONTHS.get(plain(name));
  if (month === undefined || (before !== undefined && after !== undefined)) return null;
  const day = before ?? after;
  return [year, String(month), ...(day === undefined ? [] : [day])];
}

function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const said = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
      const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const day = Date.UTC(2021, month, 1);
        const inDate = said.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
        for (const name of [inDate, alone.format(day)]) if (/\p{L}/u.test(name)) names.set(plain(name), month + 1);
      }
    }
  }
  return names;
}

function plain(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\.$/, '').toLowerCase();
}
