/**
 * What kinds of value a fact can have. The set is small and closed: how a kind is parsed, typed, shown and exported is
 * a record over all of them, here in `lib/agreements/facts` and for the controls and the page's markup in `app`, so
 * that the compiler names what a new kind lacks. A fact itself is data only: the browser reads it without the schemas.
 */
export type FactValue =
  /** One line of text. `long`: the text is often longer than its field, so the form starts from today's value. */
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
  | { kind: 'parties' }
  /** Several parts that belong together, such as a status and its date; each part of a small kind of its own. */
  | { kind: 'record'; parts: Readonly<Record<string, RecordPart>> };
export type FactKind = FactValue['kind'];

/** What a part of a record can be. `needed`: a record without it says nothing. */
export type RecordPart = { needed?: true } & (
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'line'; max: number }
  | { kind: 'text'; max: number }
  | { kind: 'date' }
  | { kind: 'link' }
  | { kind: 'number' }
  /** Another agreement of the dataset, by its slug. */
  | { kind: 'agreement' }
  /** A criterion by its key. */
  | { kind: 'criterion' }
  /** A language by its code of ISO 639-1. */
  | { kind: 'language' }
);
export type RecordValue = { readonly [part: string]: string | number };

/** Why a record can't be right although each of its parts is: the part to look at, and the code of the sentence. */
export type RecordFault = { part: string; code: string };

/** The parts of a value of the kind `parties`, in the order in which they are compared. */
export const PARTIES_PARTS = ['count', 'unit', 'asOf', 'list', 'link'] as const;
export type PartiesPart = (typeof PARTIES_PARTS)[number];
export type Parties = { count?: number; unit?: string; asOf?: string; list?: string[]; link?: string };

/** The schema.org name of a fact: a property of our term for the agreement, or of the agreement as a work. */
export type LinkedProperty = { of: 'term' | 'work'; property: string; type?: 'Organization' };

type FactTraits = {
  /** A proposal of a new agreement needs it. */
  required?: true;
  /** Every agreement in the seed's files has it. */
  seeded?: true;
  /**
   * It names the agreement: every agreement has it, the table `agreements` holds a copy, and the search finds former
   * ones.
   */
  isName?: true;
  /** The check for duplicates compares a new agreement with the known ones by it. */
  tellsApart?: true;
  /** The desk's form for a new agreement begins with it, because an agreement makes little sense without it. */
  expected?: true;
  /** It also leads the rows of the matrix's files. */
  leadsMatrix?: true;
  /**
   * Where the agreement's page shows it: under its title, among the facts, in a section of its own, or beside an
   * assessment. Of the `register` it is only proposed: what is accepted becomes a row there, and no cell has it.
   * `beside` the fact it is about: editors state it, and no form asks for it.
   */
  place: 'head' | 'facts' | 'section' | 'assessment' | 'register' | 'beside';
  /** A value of it is refused without a source. */
  needsSource?: true;
  linkedData?: LinkedProperty;
};

type RecordTraits = {
  /** What is wrong between its parts, such as a period that ends before it begins. */
  faults?: (value: RecordValue) => RecordFault[];
};

/**
 * One descriptive field of an agreement. Its words (label, description, help, choices) are the entry of its key in the
 * catalogue's `facts`. `cardinality`: it has `one` value for good, a `series` of values that follow each other in time,
 * a `set` of several at once in one cell, or `rows`: any number of records, each a cell of its own with note, source and
 * history (docs/decisions/0029).
 */
export type Fact = FactTraits &
  (
    | { cardinality: 'one' | 'series'; value: Exclude<FactValue, { kind: 'list' | 'record' }> }
    | { cardinality: 'set'; value: Extract<FactValue, { kind: 'list' }> }
    | ({ cardinality: 'one'; value: Extract<FactValue, { kind: 'record' }> } & RecordTraits)
    | ({
        cardinality: 'rows';
        value: Extract<FactValue, { kind: 'record' }>;
        /** What names a row for good, such as `adopted`: two proposals of one new row come to the same cell. */
        rowName: (value: RecordValue) => string;
      } & RecordTraits)
  );
