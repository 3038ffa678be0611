import { z } from 'zod';
import { filled, line, link, optional, partialDate } from '@/lib/platform/text/typed-text';

/** What sort of document a source is, in the order in which they are offered. */
export const SOURCE_KINDS = ['text', 'official_page', 'participant', 'forum_analysis', 'third_party'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** The name of a source in addresses. */
export const sourceKey = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not_a_name')
  .max(80, 'too_long');

const MAX_NAMES = 20;
const MAX_NAME = 300;
/** Shorter words would be found in sources that mean something else. */
const MIN_NAME = 8;

const year = z
  .string()
  .trim()
  .regex(/^(1[89]|20|21)\d\d$/, 'not_a_year')
  .transform(Number);

/** One name a line, each once. */
const names = z
  .string()
  .max(MAX_NAMES * (MAX_NAME + 2), 'too_long')
  .transform((text) => [...new Set(text.split('\n').map((one) => one.trim()))].filter((one) => one !== ''))
  .pipe(z.array(line(MAX_NAME)).max(MAX_NAMES, 'too_many'))
  .refine((all) => all.every((name) => name.length >= MIN_NAME), 'name_too_short');

/** What editors type of a source. What its title page does not say stays empty. */
const fields = {
  kind: z.enum(SOURCE_KINDS, 'choose_one'),
  title: filled(line(300)),
  author: optional(line(500)),
  year: optional(year),
  publisher: optional(line(300)),
  link: optional(link),
  archivedLink: optional(link),
  accessedOn: optional(partialDate),
  citedAs: names,
};

export type SourceContent = {
  kind: SourceKind;
  title: string;
  author: string | null;
  year: number | null;
  publisher: string | null;
  link: string | null;
  archivedLink: string | null;
  accessedOn: string | null;
  citedAs: string[];
};

type Typed = z.infer<z.ZodObject<typeof fields>>;

/** As it is stored: what was left empty is null. */
const contentOf = ({ kind, title, citedAs, ...rest }: Typed): SourceContent => ({
  kind,
  title,
  author: rest.author ?? null,
  year: rest.year ?? null,
  publisher: rest.publisher ?? null,
  link: rest.link ?? null,
  archivedLink: rest.archivedLink ?? null,
  accessedOn: rest.accessedOn ?? null,
  citedAs,
});

export const newSource = z.strictObject(fields).transform(contentOf);

/** The change of a source names the version that its editor saw. */
export const editedSource = z
  .strictObject({ key: sourceKey, version: z.coerce.number().int(), ...fields })
  .transform(({ key, version, ...typed }) => ({ key, version, content: contentOf(typed) }));
