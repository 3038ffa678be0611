import { z } from 'zod';
import { ENTRY_SOURCES } from '@/lib/contributions/constants';
import { anyValue } from '@/lib/questions/registry';
import { moment, named, pastCell, publicAttribution, value } from '@/lib/publication/schema';

export const publicContributionSummary = z.strictObject({
  reference: z.string(),
  call: z.string().nullable().describe('Null for what editors proposed themselves, outside any call.'),
  status: z
    .enum(['published', 'unpublished', 'withdrawn'])
    .describe(
      'Withdrawn by its author, or unpublished: taken down by the editors. Of either nothing but the reference and the dates is left.',
    ),
  statusReason: z.string().nullable().describe('Why the editors took it down; null otherwise.'),
  submittedAt: moment,
  statusAt: moment.describe('Since when it has this status.'),
  publishedAt: moment.describe('When it first became public.'),
  attribution: publicAttribution.nullable(),
  language: z
    .string()
    .nullable()
    .describe('What its words are written in, as in ISO 639-1; null where its author did not say.'),
  summaryOf: z
    .string()
    .nullable()
    .describe(
      'Where the words are not its author’s but the forum’s summary of a text published elsewhere: that text. Null for everything that was sent to the forum here.',
    ),
  enteredOnBehalf: z
    .strictObject({ source: z.enum(ENTRY_SOURCES).nullable(), receivedOn: z.iso.date().nullable() })
    .nullable()
    .describe(
      'Where an editor of the forum entered it on behalf of its author, who agreed: from what, and when that was received. Both are null where its author is not named. Null for everything that its author sent.',
    ),
  counts: z
    .strictObject({
      signatories: z.number(),
      projects: z.number(),
      proposedCells: z.number(),
      acceptedCells: z.number(),
    })
    .nullable(),
  /** The agreements it has signed, runs projects for or proposes changes to, by name; empty if its text is gone. */
  agreements: z.array(named),
});

export const publicProposedCell = z.strictObject({
  cell: z.string(),
  base: pastCell.nullable(),
  proposed: z
    .strictObject({ value, note: z.string().nullable(), source: z.string().nullable(), asOf: z.string().nullable() })
    .describe(
      'A note or source that is null keeps the current one, and so does a date beside the current value; an empty text deletes it.',
    ),
  status: z.enum(['pending', 'accepted', 'amended', 'rejected', 'superseded', 'withdrawn']),
  decision: z
    .strictObject({
      value,
      note: z.string().nullable(),
      source: z.string().nullable(),
      asOf: z.string().nullable(),
      reason: z.string().nullable(),
      at: moment,
      version: z.number().nullable(),
      /** For a superseded change: the contribution that won; null if that one is not public. */
      supersededBy: z.string().nullable(),
      /** How many competing proposals for the same cell lost against it, and which of them are public. */
      chosenOver: z.strictObject({ count: z.number(), references: z.array(z.string()) }),
    })
    .nullable(),
});

/** The question that an entry of a list answers; absent if only one question is possible. */
const answered = z.string().optional();

const labelled = {
  label: z.string(),
  values: z.array(z.strictObject({ text: z.string(), link: z.string().optional() })),
};
const shownPart = z.discriminatedUnion('piece', [
  z.strictObject({ piece: z.literal('value'), ...labelled }),
  z.strictObject({
    piece: z.literal('records'),
    items: z.array(z.strictObject({ title: z.string(), fields: z.array(z.strictObject(labelled)) })),
  }),
]);

export const publicContribution = publicContributionSummary.extend({
  questionnaireVersion: z.number().nullable(),
  revision: z.number().nullable(),
  audience: z
    .strictObject({ key: z.string(), label: z.string() })
    .nullable()
    .describe('The group of contributors in whose wording the questions were asked; null for the wording for all.'),
  questions: z
    .array(z.strictObject({ key: z.string(), title: z.string() }))
    .optional()
    .describe('Only where the call asks for one kind of list in several questions: those, by what “question” names.'),
  answers: z.array(
    z.strictObject({
      question: z.string(),
      section: z.string().optional().describe('The section of the questions it stands in, by its title.'),
      title: z.string(),
      text: z.string(),
      value: anyValue.optional().describe('Only where the question asks for more than text.'),
      said: z.string().optional().describe('The value in words.'),
      shown: z.array(shownPart).optional().describe('The value in words, part by part, as pages show it.'),
      files: z.number().optional().describe('How many files answer the question. They are for the editors alone.'),
    }),
  ),
  signatories: z.array(
    z.strictObject({
      agreement: named.nullable(),
      name: z.string().nullable(),
      note: z.string().nullable(),
      question: answered,
    }),
  ),
  projects: z.array(
    z.strictObject({
      title: z.string(),
      description: z.string(),
      link: z.string().nullable(),
      agreements: z.array(named),
      criteria: z.array(z.strictObject({ key: z.string(), title: z.string() })),
      question: answered,
    }),
  ),
  proposals: z.array(
    z.strictObject({
      kind: z.enum(['update', 'new']),
      agreement: named.nullable(),
      cells: z.array(publicProposedCell),
      question: answered,
    }),
  ),
});

/**
 * A contribution that is not public, although values of the dataset came from it: its reference has a page, so that a
 * citation leads somewhere, but the page has no content.
 */
export const publicStub = z.strictObject({
  reference: z.string(),
  status: z
    .literal('not_public')
    .describe(
      'Values of the dataset came from it. Whether it is ever published is its author’s and the editors’ decision.',
    ),
});

export type PublicContributionSummary = z.infer<typeof publicContributionSummary>;
export type PublicContribution = z.infer<typeof publicContribution>;
export type PublicStub = z.infer<typeof publicStub>;
export type PublicProposedCell = z.infer<typeof publicProposedCell>;
