import { z } from 'zod';

/**
 * The one list of what leaves this database for the public (decision 7 of the design): pages, API, downloads and history
 * are made of these shapes. Objects are strict, so a field that is not listed here fails loudly instead of leaking.
 * Moments are ISO 8601 in UTC.
 */
const moment = z.iso.datetime();
const json = z.json();

/** Who wrote a contribution, as far as they chose to say in public. All null: anonymous, or nothing chosen. */
export const publicAttribution = z.strictObject({
  anonymous: z.boolean(),
  name: z.string().nullable(),
  affiliation: z.string().nullable(),
  country: z.string().nullable(),
  stakeholderGroup: z.string().nullable(),
});

export const publicCell = z.strictObject({
  value: json,
  note: z.string().nullable(),
  source: z.string().nullable(),
  asOf: z.string().nullable(),
  decidedAt: moment,
  /** The version of the agreement in which it last changed. */
  version: z.number(),
  contribution: z.string().nullable(),
  contributions: z.array(z.string()),
});

export const publicAgreement = z.strictObject({
  slug: z.string(),
  name: z.string(),
  shortName: z.string(),
  version: z.number(),
  updatedAt: moment,
  facts: z.record(z.string(), publicCell),
  assessments: z.record(z.string(), publicCell),
  /** Since when it is out of the lists and downloads, and why; only where one agreement is asked for, null where it is not. */
  retiredAt: moment.nullable().optional(),
  retiredReason: z.string().nullable().optional(),
});

export const publicRevision = z.strictObject({
  version: z.number(),
  kind: z.enum(['import', 'decision', 'revert', 'retirement', 'reinstatement']),
  summary: z.string(),
  /** Why, where an editor took something back, retired the agreement or brought it back. */
  reason: z.string().nullable(),
  /** The version that a revert takes back. */
  reverts: z.number().nullable(),
  at: moment,
  contribution: z.string().nullable(),
  changes: z.array(z.strictObject({ cell: z.string(), before: json, after: json, contributions: z.array(z.string()) })),
});

export const publicCriterion = z.strictObject({
  key: z.string(),
  letter: z.string().nullable(),
  title: z.string(),
  shortTitle: z.string(),
  description: z.string(),
  help: z.string(),
});
export const publicCriterionSet = z.strictObject({
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  source: z.string(),
  criteria: z.array(publicCriterion),
});

const named = z.strictObject({ slug: z.string(), name: z.string(), shortName: z.string() });

export const publicContributionSummary = z.strictObject({
  reference: z.string(),
  /** Null for what editors proposed themselves, outside any call. */
  call: z.string().nullable(),
  /** `published`, or `withdrawn`: then nothing but the reference and the dates is left. */
  status: z.enum(['published', 'withdrawn']),
  submittedAt: moment,
  statusAt: moment,
  attribution: publicAttribution.nullable(),
  counts: z.strictObject({ signatories: z.number(), projects: z.number(), proposedCells: z.number(), acceptedCells: z.number() }).nullable(),
  /** The agreements it has signed, runs projects for or proposes something about, by name; none where it was withdrawn. */
  agreements: z.array(named),
});

export const publicProposedCell = z.strictObject({
  cell: z.string(),
  base: json,
  proposed: z.strictObject({ value: json, note: z.string().nullable(), source: z.string().nullable() }),
  status: z.enum(['pending', 'accepted', 'amended', 'rejected', 'superseded', 'withdrawn']),
  decision: z
    .strictObject({
      value: json,
      note: z.string().nullable(),
      source: z.string().nullable(),
      reason: z.string().nullable(),
      at: moment,
      version: z.number().nullable(),
      /** Where superseded: the contribution that won; null where that one is not public. */
      supersededBy: z.string().nullable(),
      /** How many proposals of others for the same cell lost against it, and those of them that are public. */
      chosenOver: z.strictObject({ count: z.number(), references: z.array(z.string()) }),
    })
    .nullable(),
});

export const publicContribution = publicContributionSummary.extend({
  questionnaireVersion: z.number().nullable(),
  revision: z.number().nullable(),
  answers: z.array(z.strictObject({ question: z.string(), title: z.string(), text: z.string() })),
  signatories: z.array(z.strictObject({ agreement: named.nullable(), name: z.string().nullable(), note: z.string().nullable() })),
  projects: z.array(
    z.strictObject({
      title: z.string(),
      description: z.string(),
      link: z.string().nullable(),
      agreements: z.array(named),
      criteria: z.array(z.strictObject({ key: z.string(), title: z.string() })),
    }),
  ),
  proposals: z.array(z.strictObject({ kind: z.enum(['update', 'new']), agreement: named.nullable(), cells: z.array(publicProposedCell) })),
});

/** One project as the list of projects has it: by whom, in which contribution, and what it puts into practice. */
export const publicProject = z.strictObject({
  /** The reference of the contribution, and the project's number in it. */
  contribution: z.string(),
  number: z.number(),
  attribution: publicAttribution,
  title: z.string(),
  description: z.string(),
  link: z.string().nullable(),
  agreements: z.array(named),
  criteria: z.array(z.strictObject({ key: z.string(), title: z.string() })),
});

/** Who said in published contributions that they have signed an agreement; of those who do not say who they are, only how many. */
export const publicSignatories = z.strictObject({
  named: z.array(z.strictObject({ attribution: publicAttribution, contributions: z.array(z.string()) })),
  unnamed: z.number(),
});

/** A revision of an agreement in the list of what changed in the dataset. */
export const publicChange = publicRevision.extend({ agreement: named });

/** What a contribution changed: the cells one revision of an agreement is credited to it for, and what became of each since. */
export const publicEffect = z.strictObject({
  agreement: named,
  version: z.number(),
  at: moment,
  cells: z.array(
    z.strictObject({
      cell: z.string(),
      /** `stands` today, was `replaced` by a later value, or `taken_back` by an editor; in which version. */
      standing: z.enum(['stands', 'replaced', 'taken_back']),
      since: z.number().nullable(),
    }),
  ),
});

export const publicCall = z.strictObject({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  opensAt: moment,
  closesAt: moment,
  timeZone: z.string(),
  acceptsLate: z.boolean(),
  state: z.enum(['upcoming', 'open', 'late', 'closed']),
});

const pastCell = z.strictObject({ value: json, note: z.string().nullable(), source: z.string().nullable(), asOf: z.string().nullable() });

/** What is different between two states of the dataset. Cells of an agreement that came or went are not listed one by one. */
export const publicReleaseChanges = z.strictObject({
  added: z.array(named),
  removed: z.array(named),
  /** Null: the cell was not there before, or is not there any more. */
  cells: z.array(z.strictObject({ agreement: z.string(), cell: z.string(), before: pastCell.nullable(), after: pastCell.nullable() })),
});

export const publicRelease = z.strictObject({
  slug: z.string(),
  title: z.string(),
  notes: z.string(),
  /** SHA-256 of its agreements.json. */
  checksum: z.string(),
  publishedAt: moment,
  counts: z.strictObject({ agreements: z.number(), cells: z.number() }),
  /** The release before it, null for the first, and how much is different since. */
  previous: z.string().nullable(),
  changed: z.strictObject({ added: z.number(), removed: z.number(), cells: z.number() }).nullable(),
  files: z.array(z.strictObject({ name: z.string(), mediaType: z.string(), size: z.number(), sha256: z.string(), url: z.string() })),
});

/** One release by itself also says what is different since the one before. */
export const publicReleaseWithChanges = publicRelease.extend({ changes: publicReleaseChanges.nullable() });

export type PublicCell = z.infer<typeof publicCell>;
export type PublicAgreement = z.infer<typeof publicAgreement>;
export type PublicRevision = z.infer<typeof publicRevision>;
export type PublicCriterionSet = z.infer<typeof publicCriterionSet>;
export type PublicContributionSummary = z.infer<typeof publicContributionSummary>;
export type PublicContribution = z.infer<typeof publicContribution>;
export type PublicProposedCell = z.infer<typeof publicProposedCell>;
export type PublicAttribution = z.infer<typeof publicAttribution>;
export type PublicSignatories = z.infer<typeof publicSignatories>;
export type PublicChange = z.infer<typeof publicChange>;
export type PublicEffect = z.infer<typeof publicEffect>;
export type PublicProject = z.infer<typeof publicProject>;
export type PublicCall = z.infer<typeof publicCall>;
export type PublicRelease = z.infer<typeof publicRelease>;
export type PublicReleaseWithChanges = z.infer<typeof publicReleaseWithChanges>;
export type PublicReleaseChanges = z.infer<typeof publicReleaseChanges>;
