/**
 * What kinds of value a fact can have. The set is small and closed: how a kind is parsed, typed, shown and exported is a record over all
 * of them, here in `lib/agreements/facts` and for the controls and the page's markup in `app`, so that the compiler names what a new
 * kind lacks. A fact itself is data only: the browser reads it without the schemas.
 */
export type FactValue =
  /** One line of text. `long`: it rarely fits its field, so whoever changes a part of it starts from today's value. */
  | { kind: 'line'; max: number; long?: true }
  /** Text of several lines. */
  | { kind: 'text'; max: number; rows: number }
  /** A year, a month or a day. */
  | { kind: 'date' }
  /** One of a few; the words of each are in the fact's entry of the catalogue. */
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'link' }
  /** Several texts, typed one on each line. */
  | { kind: 'list'; max: number; itemMax: number; rows: number }
  /** How many of what, as of when, who they are and where they are listed; each of these may be missing. */
  | { kind: 'parties' };
export type FactKind = FactValue['kind'];

/** The parts of a value of the kind `parties`, in the order in which they are compared. */
export const PARTIES_PARTS = ['count', 'unit', 'asOf', 'list', 'link'] as const;
export type PartiesPart = (typeof PARTIES_PARTS)[number];
export type Parties = { count?: number; unit?: string; asOf?: string; list?: string[]; link?: string };

/** What schema.org calls a fact: a property of our term for the agreement, or of the agreement as a work. */
export type LinkedProperty = { of: 'term' | 'work'; property: string; type?: 'Organization' };

type FactTraits = {
  /** A new agreement is not proposed without it. */
  required?: true;
  /** The dataset's own files state it of every agreement. */
  seeded?: true;
  /** It says what the agreement is called: every agreement has it, `agreements` holds a copy, the search finds former ones. */
  isName?: true;
  /** A new agreement is compared with the known ones by it. */
  tellsApart?: true;
  /** An agreement hardly makes sense without it: the desk's form for a new one begins with it. */
  expected?: true;
  /** It also leads the rows of the matrix's files. */
  leadsMatrix?: true;
  /** Where the agreement's page shows it: under its title, among the facts, or in a section of its own. */
  place: 'head' | 'facts' | 'section';
  linkedData?: LinkedProperty;
};

/**
 * One descriptive field of an agreement. Its words (label, description, help, choices) are the entry of its key in the catalogue's
 * `facts`. `cardinality`: it has `one` value for good, a `series` of values that follow each other in time, or a `set` of several at once.
 */
export type Fact = FactTraits &
  (
    | { cardinality: 'one' | 'series'; value: Exclude<FactValue, { kind: 'list' }> }
    | { cardinality: 'set'; value: Extract<FactValue, { kind: 'list' }> }
  );
