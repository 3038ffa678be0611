/** Contact details in a text about something else. */
export type ContactDetail = { kind: 'email' | 'telephone'; text: string };

const LOCAL = "[\\p{L}\\p{N}._%+'-]{1,64}";
const AT = '\\\\?(?:@|＠|&#0*64;|&commat;)';
/** An e-mail address written so that programs do not find it. */
const SPELT_AT = '\\s{0,2}[\\[({<]\\s{0,2}(?:at|ät|arroba|chez)\\s{0,2}[\\])}>]\\s{0,2}';
const SPELT_DOT = '\\s{0,2}[\\[({<]\\s{0,2}(?:dot|punkt|punto|point)\\s{0,2}[\\])}>]\\s{0,2}';
const DOMAIN = `(?:[\\p{L}\\p{N}-]{1,63}(?:[.。]|${SPELT_DOT})){1,8}\\p{L}[\\p{L}\\p{N}-]{1,62}`;
/** "name at example dot org", and no sentence that only looks similar. */
const IN_WORDS = `${LOCAL} (?:at|AT) [\\p{L}\\p{N}-]{1,63}(?: (?:dot|DOT) [\\p{L}\\p{N}-]{2,24}){1,4}`;
const EMAIL = new RegExp(`${LOCAL}\\s?(?:${AT}\\s?|${SPELT_AT})${DOMAIN}|${IN_WORDS}`, 'giu');

/** Never the end of a sentence, so that the number of the next sentence stays. */
const GAP = '(?!\\.\\s)[\\s().\\-\\u2010-\\u2012/\\u00a0\\u202f]{0,3}';
/** With its country's code: nine digits at least, so that a growth by "+20 000" does not count. */
const INTERNATIONAL = `(?<![\\p{L}\\p{N}/=&?_.+-])(?:\\+|＋|00(?=[1-9]))${GAP}[1-9](?:${GAP}\\d){8,14}(?!\\d)`;
/** After a word that names it; two years do not count. */
const NAMED = `(?<=(?<!\\p{L})(?:tel(?:ephone|efon|éfono|efono)?|téléphone|phone|fax|mobile|mobil|whatsapp|signal|电话|電話)\\.?\\s{0,2}(?:no\\.?|number|nr\\.?)?\\s{0,2}[:：]?\\s{0,2})(?!(?:19|20)\\d\\d\\s?[-–/]\\s?(?:19|20)?\\d\\d(?!\\d))\\(?\\d(?:${GAP}\\d){5,13}(?!\\d)`;
const TELEPHONE = new RegExp(`${INTERNATIONAL}|${NAMED}`, 'giu');

/** Checked first, because it costs little: most texts hold no contact details, and datasets are large. */
const SUSPECT =
  /[@＠]|&#0*64;|&commat;|[[({<]\s{0,2}(?:at|ät|arroba|chez)\s{0,2}[\])}>]| at [^\n]{1,70} dot |[+＋]\s?[(\d]|(?<!\d)00[1-9]|tel|phone|fax|mobil|whatsapp|signal|电话|電話|téléphone/iu;

const PATTERNS = [
  { kind: 'email', pattern: EMAIL, mark: '‹e-mail address not shown›' },
  { kind: 'telephone', pattern: TELEPHONE, mark: '‹telephone number not shown›' },
] as const;

/** E-mail addresses and telephone numbers in any text within a value, each once, in the order in which they are met. */
export function contactDetailsIn(value: unknown): ContactDetail[] {
  const found = new Map<string, ContactDetail>();
  for (const text of textsIn(value)) {
    if (!SUSPECT.test(text)) continue;
    for (const { kind, pattern } of PATTERNS)
      for (const [match] of text.matchAll(pattern)) found.set(match, { kind, text: match });
  }
  return [...found.values()];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The same value with a mark in place of each of them, in every text it holds. What is not a text stays as it is. */
export function hideContactDetails<T>(value: T): T {
  if (typeof value === 'string') return hiddenIn(value) as T; // a text for a text
  if (Array.isArray(value)) return value.map(hideContactDetails) as T; // a list for a list
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  // the same keys
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, hideContactDetails<unknown>(part)])) as T;
}

function hiddenIn(text: string): string {
  if (!SUSPECT.test(text)) return text;
  // An address of the web stays one, whatever it no longer leads to.
  const inAddress = /^https?:\/\/\S+$/.test(text);
  return PATTERNS.reduce((rest, { pattern, mark }) => rest.replace(pattern, inAddress ? 'not-shown' : mark), text);
}
