import { z } from 'zod';
import { PARTIES_FIELDS } from '@/lib/agreements/facts/registry';
import type { PartiesField } from '@/lib/agreements/facts/registry';
import { ATTRIBUTIONS } from '@/lib/contributions/constants';
import { hasVisible } from '@/lib/platform/text/clean-text';

/**
 * What the steps of the form hold while they are typed: texts as they stand in the fields, valid or not. Reading is lenient
 * by design, since a draft is never refused for what it says: what does not fit the shape is left out, what is missing is empty.
 */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typed = z.unknown().transform((value) => (typeof value === 'string' ? value : ''));
const ticked = z.unknown().transform((value) => value === true || value === 'on' || value === 'true');
const chosen = z.unknown().transform((value) => {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(list.filter((entry): entry is string => typeof entry === 'string' && entry !== ''))];
});
const version = z.unknown().transform((value) => {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
});

// Each key is put there, since zod asks for the keys of an object before it asks what they hold.
const group = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess(
    (value) =>
      Object.fromEntries(
        Object.keys(shape).map((key) => [key, isRecord(value) && Object.hasOwn(value, key) ? value[key] : null]),
      ),
    z.object(shape),
  );
// A row taken out in the browser leaves a hole behind: it stays an empty row, so that the others keep their places.
const rows = <Row extends z.ZodType>(row: Row) =>
  z.preprocess((value) => (Array.isArray(value) ? Array.from(value) : []), z.array(row));

const entries = (value: unknown) => (isRecord(value) ? Object.fromEntries(Object.entries(value).slice(0, 200)) : {});
const bySlug = z.preprocess(entries, z.record(z.string(), typed));
const cell = group({ value: typed, note: typed, source: typed });
/** `whole`: the parts began as a stored value, so that one which is emptied is meant to go. */
const parties = group({ whole: ticked, count: typed, unit: typed, asOf: typed, list: typed, link: typed });
export type PartiesValues = z.infer<typeof parties>;
const partiesByField = Object.fromEntries(PARTIES_FIELDS.map((field) => [field, parties])) as Record<
  PartiesField,
  typeof parties
>; // one for each
const cells = z.preprocess(entries, z.record(z.string(), cell));

const oneOf = <const Choice extends string>(choices: readonly Choice[]) =>
  z.unknown().transform((value) => choices.find((choice) => choice === value) ?? '');

/** How a contribution is signed; empty where nobody has said yet. */
type Signature = (typeof ATTRIBUTIONS)[number] | 'unnamed' | '';
type Signed = { attribution: Signature; anonymous: boolean; show: { name: boolean; affiliation: boolean } };

/** What drafts ticked before the question was asked says how they are signed. `unnamed` is what a stored contribution may stay, and nothing to choose. */
function withAttribution<About extends Signed>({ attribution, ...about }: About) {
  const ticked: Signature = about.anonymous
    ? 'anonymous'
    : about.show.name
      ? 'name'
      : about.show.affiliation
        ? 'organisation'
        : '';
  const signed: Signature = attribution || ticked;
  return { ...about, attribution: signed, anonymous: signed === 'anonymous' };
}

export const sectionValues = {
  text: group({ text: typed }),
  /** `notes` by the slug of the agreement they are about; one that is not chosen keeps its note, unsent. */
  signatory: group({
    text: typed,
    agreements: chosen,
    notes: bySlug,
    others: rows(group({ name: typed, note: typed })),
  }),
  projects: group({
    text: typed,
    projects: rows(group({ title: typed, description: typed, link: typed, agreements: chosen, criteria: chosen })),
  }),
  proposals: group({ text: typed }),
  proposal: group({
    kind: z.unknown().transform((value) => (value === 'update' ? 'update' : 'new')),
    /** Update only: the agreement, and its version when the proposal was begun. */
    agreement: typed,
    baseVersion: version,
    comment: typed,
    cells,
    ...partiesByField,
    /** New only: what it looks like and is not, by its author's word: slugs, and sections of the same draft. */
    distinct: chosen,
  }),
  about: group({
    attribution: oneOf([...ATTRIBUTIONS, 'unnamed']),
    anonymous: ticked,
    name: typed,
    affiliation: typed,
    email: typed,
    country: typed,
    stakeholderGroup: typed,
    /** What all the steps are written in. */
    language: typed,
    show: group({ name: ticked, affiliation: ticked, country: ticked }),
  }).transform(withAttribution),
} as const;

export type SectionKind = keyof typeof sectionValues;
export type SectionValues<Kind extends SectionKind> = z.infer<(typeof sectionValues)[Kind]>;
export type ProjectValues = SectionValues<'projects'>['projects'][number];
export type ProposalValues = SectionValues<'proposal'>;
export type CellValues = ProposalValues['cells'][string];

/** What a section holds, whatever was stored or sent. */
export function readValues<Kind extends SectionKind>(kind: Kind, data: unknown): SectionValues<Kind> {
  return sectionValues[kind].parse(data) as SectionValues<Kind>; // TypeScript doesn't follow the kind into the table
}

/** Whether a text, or every text of a row, is empty: such a row says nothing and is no fault. Flags are nobody's words. */
export const isBlank = (value: unknown): boolean => {
  if (typeof value === 'boolean') return true;
  if (typeof value === 'string') return !hasVisible(value);
  return Array.isArray(value) ? value.every(isBlank) : isRecord(value) && Object.values(value).every(isBlank);
};
