import { z } from 'zod';
import { FACT_FIELDS, isOfRegister, ROW_FIELDS } from '@/lib/agreements/facts/registry';
import { cellValue } from '@/lib/agreements/schema';
import { SOURCE_KINDS, sourceKey } from '@/lib/agreements/sources/schema';
import { publicSureness } from './sureness-schema';
import { publicWithholding } from './withholding/schema';

/**
 * The one list of what may leave this database for the public (docs/decisions/0006): pages, API, downloads and history
 * use these shapes. Objects are strict, so a field that is not listed here causes an error instead of a leak. Moments
 * are ISO 8601 in UTC. The API's documentation takes its texts from the descriptions.
 */
export const moment = z.iso.datetime();
export const value = cellValue;

/** The earlier content of a cell. */
export const pastCell = z.strictObject({
  value,
  note: z.string().nullable(),
  source: z.string().nullable(),
  asOf: z.string().nullable().optional(),
});

/** The author of a contribution, as far as the author chose to be named. All null: anonymous, or nothing chosen. */
export const publicAttribution = z.strictObject({
  anonymous: z.boolean().describe('Its author wished to stay unnamed.'),
  name: z.string().nullable().describe('A person’s name, where they chose to show it.'),
  affiliation: z.string().nullable().describe('The organisation, where it is to be shown.'),
  country: z.string().nullable().describe('Two letters as in ISO 3166.'),
  stakeholderGroup: z.string().nullable(),
});

const cellContent = z.strictObject({
  value,
  note: z.string().nullable().describe('What has to be said beside the value.'),
  source: z.string().nullable().describe('Where it can be checked.'),
  asOf: z
    .string()
    .nullable()
    .describe(
      'When it was true, as precisely as its source says: a year, a month or a day. What was taken over from the paper carries the year of the paper.',
    ),
  decidedAt: moment
    .nullable()
    .describe(
      'When an editor decided on it. Null if no editor did: it was taken over from the paper or with an import, or has not been assessed.',
    ),
  version: z.number().describe('The version of the agreement in which it last changed.'),
  contribution: z
    .string()
    .nullable()
    .describe('The reference of the contribution it came from; null for what the dataset began with.'),
  contributions: z
    .array(z.string())
    .describe('All of them, where several said the same; the one decided on first leads.'),
  sourceRecord: z
    .strictObject({ key: sourceKey, kind: z.enum(SOURCE_KINDS) })
    .nullable()
    .optional()
    .describe(
      'The record that its source names, and what sort of source that is. Null where it names none; absent in earlier states of the dataset.',
    ),
  sureness: publicSureness
    .nullable()
    .optional()
    .describe('How sure it is. Null for what was not assessed; absent in earlier states of the dataset.'),
});

export const publicCell = cellContent.extend({
  views: z
    .array(cellContent)
    .optional()
    .describe(
      'Only of an assessment or a fact for which more than one view is stated: the others, each with its source. They are also the rows of the facts views (of assessments) and factViews (of facts with one value).',
    ),
  disputed: z
    .literal(true)
    .optional()
    .describe(
      'Only of what is disputed: its views contradict each other, and it has no value. The value of a disputed assessment is unclear, that of a disputed fact is null.',
    ),
});

export const publicAgreement = z.strictObject({
  slug: z.string().describe('Its short name in addresses. It never changes.'),
  name: z.string(),
  shortName: z.string(),
  version: z.number().describe('How often it has been revised, beginning with 1.'),
  updatedAt: moment.describe(
    'When its newest version was made. The first version of what came from the paper is dated by the end of the paper’s year.',
  ),
  facts: z
    .record(z.string(), publicCell)
    .describe(
      `By field: ${FACT_FIELDS.join(', ')}. Facts of several rows have one entry a row, such as dates:adopted: ${ROW_FIELDS.filter((field) => !isOfRegister(field)).join(', ')}. A fact without a value is absent; one whose value is null was cleared, for the reason in its note, or is disputed.`,
    ),
  assessments: z
    .record(z.string(), publicCell)
    .describe('By the key of a criterion. A criterion that is absent has not been assessed.'),
  /** Only for a single agreement; null if it is not retired. */
  retiredAt: moment.nullable().optional().describe('Since when it is out of the lists and downloads.'),
  retiredReason: z.string().nullable().optional(),
});

export const publicRevision = z.strictObject({
  version: z.number(),
  kind: z.enum(['import', 'decision', 'revert', 'retirement', 'reinstatement']),
  summary: z.string(),
  reason: z
    .string()
    .nullable()
    .describe(
      'Why, where an editor took something back, retired the agreement or brought it back, or an import was corrected.',
    ),
  reverts: z.number().nullable().describe('The version that a revert takes back.'),
  at: moment,
  contribution: z.string().nullable(),
  changes: z.array(
    z.strictObject({
      cell: z.string(),
      before: pastCell.nullable(),
      after: pastCell.nullable(),
      contributions: z.array(z.string()),
    }),
  ),
});

export const publicCriterion = z.strictObject({
  key: z.string(),
  letter: z.string().nullable().describe('Of the paragraph in its source.'),
  title: z.string(),
  shortTitle: z.string(),
  description: z.string(),
  help: z.string().describe('What to look for in a text: guidance of this site, not of the set’s source.'),
});
export const publicCriterionSet = z.strictObject({
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  source: z.string(),
  criteria: z.array(publicCriterion),
});

export const named = z.strictObject({ slug: z.string(), name: z.string(), shortName: z.string() });

/** One project in the list of projects: its author, its contribution, and what it puts into practice. */
export const publicProject = z.strictObject({
  /** The reference of the contribution, and the project's number in it. */
  contribution: z.string(),
  number: z.number(),
  attribution: publicAttribution,
  language: z
    .string()
    .nullable()
    .describe('What title and description are written in, as in ISO 639-1; null if it is not known.'),
  title: z.string(),
  description: z.string(),
  link: z.string().nullable(),
  agreements: z.array(named),
  criteria: z.array(z.strictObject({ key: z.string(), title: z.string() })),
});

/** One criterion with everything that the dataset and published contributions say of it. */
export const publicCriterionRecord = publicCriterion.extend({
  set: publicCriterionSet.omit({ criteria: true }),
  counts: z
    .strictObject({ yes: z.number(), indirect: z.number(), unclear: z.number(), no: z.number() })
    .describe('How many agreements have each value.'),
  assessments: z
    .array(
      publicCell.extend({
        quotation: publicCell
          .nullable()
          .describe('The passage it rests on, where one was entered. The licence of the dataset does not cover it.'),
        agreement: named,
      }),
    )
    .describe('The agreements that were assessed on it, by value and name, each with its cell.'),
  open: z.array(named).describe('The agreements that have not been assessed on it.'),
  projects: z
    .array(publicProject)
    .describe('Projects of published contributions that name it as what they put into practice.'),
  changes: z
    .array(
      z.strictObject({
        agreement: named,
        version: z.number(),
        kind: publicRevision.shape.kind,
        at: moment,
        reason: z.string().nullable(),
        before: pastCell.nullable(),
        after: pastCell.nullable(),
        contributions: z.array(z.string()),
      }),
    )
    .describe('What was decided on its cells, the newest first; without what the dataset began with.'),
});

/** Who stated in published contributions that they have signed an agreement; of unnamed ones only the number. */
export const publicSignatories = z.strictObject({
  named: z.array(z.strictObject({ attribution: publicAttribution, contributions: z.array(z.string()) })),
  unnamed: z.number(),
});

/** A revision of an agreement in the list of what changed in the dataset. */
export const publicChange = publicRevision.extend({ agreement: named });

/**
 * What a contribution changed: the cells of one revision of an agreement that are credited to it, and what became of
 * each.
 */
export const publicEffect = z.strictObject({
  agreement: named,
  version: z.number(),
  at: moment,
  cells: z.array(
    z.strictObject({
      cell: z.string(),
      /**
       * `stands`: it is the value of today; `replaced` by a later value or `taken_back` by an editor, and in which
       * version.
       */
      standing: z.enum(['stands', 'replaced', 'taken_back']),
      since: z.number().nullable(),
    }),
  ),
});

export const publicCall = z.strictObject({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  opensAt: moment.nullable().describe('Null where no source says when the call opened.'),
  closesAt: moment
    .nullable()
    .describe(
      'The moment after which a contribution is late. Where a call names a day only, this is its end, as this site reads it. Null for the standing call, which is open all year.',
    ),
  timeZone: z.string(),
  acceptsLate: z.boolean(),
  state: z.enum(['upcoming', 'open', 'late', 'closed']),
});

/** The differences between two states of the dataset. The cells of an added or removed agreement are not listed. */
export const publicReleaseChanges = z.strictObject({
  added: z.array(named),
  removed: z.array(named),
  /** Null: the cell did not exist before, or does not exist any more. */
  cells: z.array(
    z.strictObject({
      agreement: z.string(),
      cell: z.string(),
      before: pastCell.nullable(),
      after: pastCell.nullable(),
    }),
  ),
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
  files: z.array(
    z.strictObject({ name: z.string(), mediaType: z.string(), size: z.number(), sha256: z.string(), url: z.string() }),
  ),
  withheld: publicWithholding
    .nullable()
    .describe(
      'Why and since when its files are not given out, for law or safety: they answer 451. Null for all others. Checksums stay.',
    ),
});

/** A single release also contains its differences from the one before. */
export const publicReleaseWithChanges = publicRelease.extend({ changes: publicReleaseChanges.nullable() });

export type PublicCell = z.infer<typeof publicCell>;
export type PublicAgreement = z.infer<typeof publicAgreement>;
export type PublicRevision = z.infer<typeof publicRevision>;
export type PublicCriterionSet = z.infer<typeof publicCriterionSet>;
export type PublicAttribution = z.infer<typeof publicAttribution>;
export type PublicSignatories = z.infer<typeof publicSignatories>;
export type PublicChange = z.infer<typeof publicChange>;
export type PublicEffect = z.infer<typeof publicEffect>;
export type PublicProject = z.infer<typeof publicProject>;
export type PublicCriterionRecord = z.infer<typeof publicCriterionRecord>;
export type PublicCall = z.infer<typeof publicCall>;
export type PublicRelease = z.infer<typeof publicRelease>;
export type PublicReleaseWithChanges = z.infer<typeof publicReleaseWithChanges>;
export type PublicReleaseChanges = z.infer<typeof publicReleaseChanges>;
