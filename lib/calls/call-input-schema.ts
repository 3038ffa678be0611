import { z } from 'zod';
import { filled, line, link, optional, text } from '@/lib/platform/text/typed-text';
import { momentIn, TIME_ZONES } from './local-time';
import { unknownPlaceholders } from './placeholders';
import { callPrefix, callSlug } from './schema';
import type { CallTexts } from './schema';

/*
 * A call as admins type it. The fields are named as in the form, so that each fault has its field; what comes out is
 * what is stored.
 */

const LIMITS = { prose: 20_000, block: 4_000, reading: 30, words: 10_000 };

const day = z.iso.date('not_a_day');
const time = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not_a_time');
const timeZone = z.string().refine((zone) => TIME_ZONES.includes(zone), 'unknown_time_zone');

/** Empty times mean the whole day: from its beginning, until its end. */
const times = {
  opensOn: optional(day),
  opensTime: optional(time),
  closesOn: optional(day),
  closesTime: optional(time),
  timeZone,
};

/** Markdown, cut where lines are empty: stored as a list of paragraphs, lists and headings. */
const prose = text(LIMITS.prose).transform((whole, context) => {
  const blocks = whole.split(/\n{2,}/).filter((block) => block.trim() !== '');
  if (blocks.every((block) => block.length <= LIMITS.block)) return blocks;
  context.issues.push({ code: 'custom', message: 'paragraph_too_long', input: whole });
  return z.NEVER;
});

const readingEntry = z.strictObject({
  title: filled(line(300)),
  author: optional(line(300)),
  description: text(1_000),
  link: optional(link),
});

/** A place in the annex; empty for an agreement that is not in it. */
const place = optional(
  z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,3}$/, 'not_a_place')
    .transform(Number),
);

const editedFields = z.strictObject({
  title: filled(line(200)).refine((title) => !/[{}]/.test(title), 'no_placeholder_here'),
  summary: text(1_000),
  introduction: prose,
  instructions: prose,
  afterwards: prose,
  deadlineNote: optional(text(1_000)),
  address: optional(line(200).pipe(z.email('not_an_email'))),
  annexNote: optional(text(1_000)),
  readingNote: optional(text(1_000)),
  readingLink: optional(link),
  reading: z.array(readingEntry).max(LIMITS.reading, 'too_many'),
  ...times,
  afterClosing: z.enum(['late', 'strict'], { error: 'unknown_choice' }),
  files: z.enum(['accepted', 'not'], { error: 'unknown_choice' }),
  publication: z.enum(['review', 'at_once'], { error: 'unknown_choice' }),
  editorsOnly: z.enum(['offered', 'not'], { error: 'unknown_choice' }),
  maxWords: optional(
    z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,4}$/, 'not_a_word_limit')
      .transform(Number)
      .refine((words) => words <= LIMITS.words, 'not_a_word_limit'),
  ),
  prefix: z.string().trim().toUpperCase().pipe(callPrefix),
  /** By slug. */
  annex: z.record(z.string().max(120), place),
});

type Edited = z.output<typeof editedFields>;
type Times = { opensAt: Date | null; closesAt: Date | null };

/** What may be changed in a call; `closesAt` is null where the form has no closing: that of a public call. */
export type CallInput = Times & {
  timeZone: string;
  acceptsLate: boolean;
  acceptsFiles: boolean;
  publishesAtOnce: boolean;
  offersEditorsOnly: boolean;
  maxWords: number | null;
  prefix: string;
  texts: CallTexts;
  /** Slugs of agreements, in the order of their places. */
  annex: string[];
};

/** The form of a call: which call, the version that the page was made from, and all its fields. */
export const callEdit = editedFields
  .extend({ slug: callSlug, version: z.coerce.number().int() })
  .transform(({ slug, version, ...fields }, context) => ({ slug, version, input: inputOf(fields, context) }));

function inputOf(fields: Edited, context: z.RefinementCtx): CallInput {
  const moments = momentsOf(fields, context);
  for (const [path, words] of proseOf(fields))
    if (unknownPlaceholders(words, { opensAt: moments.opensAt }).length > 0)
      context.addIssue({ code: 'custom', message: placeholderFault(words), path: [path] });
  return {
    ...moments,
    timeZone: fields.timeZone,
    acceptsLate: fields.afterClosing === 'late',
    acceptsFiles: fields.files === 'accepted',
    publishesAtOnce: fields.publication === 'at_once',
    offersEditorsOnly: fields.editorsOnly === 'offered',
    maxWords: fields.maxWords ?? null,
    prefix: fields.prefix,
    texts: textsOf(fields),
    annex: Object.entries(fields.annex)
      .flatMap(([slug, at]) => (at === undefined ? [] : [{ slug, at }]))
      .toSorted((one, other) => one.at - other.at)
      .map(({ slug }) => slug),
  };
}

/** A new call: its name, title and times; everything else comes from the call it copies, or later. */
export const newCall = z
  .strictObject({
    slug: z.string().trim().toLowerCase().pipe(callSlug),
    title: filled(line(200)).refine((title) => !/[{}]/.test(title), 'no_placeholder_here'),
    ...times,
    closesOn: z.preprocess((value) => value ?? '', day),
    from: optional(callSlug),
  })
  .transform((fields, context) => {
    const { opensAt, closesAt } = momentsOf(fields, context);
    const { slug, title, from } = fields;
    return { slug, title, from, timeZone: fields.timeZone, opensAt, closesAt: closesAt ?? new Date(0) };
  });
export type NewCall = z.output<typeof newCall>;

/** A new deadline of a public call, in the call's own time zone. */
export const newDeadline = z.strictObject({ slug: callSlug, closesOn: day, closesTime: optional(time) });
export type NewDeadline = z.output<typeof newDeadline>;

/** The end of a day is its last second, so that pages say the day alone. */
export function deadlineIn(zone: string, { closesOn, closesTime = '23:59' }: Omit<NewDeadline, 'slug'>): Date | null {
  const minute = momentIn(zone, closesOn, closesTime);
  return minute && closesTime === '23:59' ? new Date(minute.getTime() + 59_000) : minute;
}

type TimeFields = Pick<Edited, 'opensOn' | 'opensTime' | 'closesOn' | 'closesTime' | 'timeZone'>;

function momentsOf(
  { opensOn, opensTime = '00:00', closesOn, closesTime, timeZone: zone }: TimeFields,
  context: z.RefinementCtx,
): Times {
  const opensAt = opensOn === undefined ? null : momentIn(zone, opensOn, opensTime);
  const closesAt = closesOn === undefined ? null : deadlineIn(zone, { closesOn, closesTime });
  if (opensAt && closesAt && closesAt <= opensAt)
    context.addIssue({ code: 'custom', message: 'closing_before_opening', path: ['closesOn'] });
  return { opensAt, closesAt };
}

const PROSE = ['introduction', 'instructions', 'afterwards'] as const;
const NOTES = ['summary', 'deadlineNote', 'annexNote', 'readingNote'] as const;

const proseOf = (fields: Edited): [string, string][] => [
  ...PROSE.map((name): [string, string] => [name, fields[name].join('\n\n')]),
  ...NOTES.map((name): [string, string] => [name, fields[name] ?? '']),
];

/** `{opening}` is known, but this call has no opening to say. */
const placeholderFault = (words: string) =>
  unknownPlaceholders(words, { opensAt: new Date(0) }).length > 0 ? 'unknown_placeholder' : 'opening_unknown';

function textsOf({ title, summary, introduction, instructions, afterwards, ...rest }: Edited): CallTexts {
  const { deadlineNote, address, annexNote, readingNote, readingLink, reading } = rest;
  return {
    title,
    summary,
    introduction,
    instructions,
    afterwards,
    ...(deadlineNote && { deadlineNote }),
    ...(address && { address }),
    ...(annexNote && { annexNote }),
    ...(readingNote && { readingNote }),
    ...(readingLink && { readingLink }),
    reading: reading.map(({ author, link: address_, ...entry }) => ({
      ...entry,
      ...(author && { author }),
      ...(address_ && { link: address_ }),
    })),
  };
}
