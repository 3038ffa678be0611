import { z } from 'zod';
import { TEXT_LIMITS } from '@/lib/agreements/constants';
import { sentValue } from '@/lib/agreements/schema';
import { contactDetailsIn } from '@/lib/platform/text/contact-details';
import { emptyIsAbsent, filled, pastDateOrNone, text } from '@/lib/platform/text/typed-text';

/** As the API's document has it. */
const OMITTED_STAYS = {
  description: 'Left out, what was proposed or stands stays; null or empty, it goes.',
  override: { type: ['string', 'null'] },
};

const REASON_LIMIT = 4_000;
const optionalText = (max: number) => z.preprocess(emptyIsAbsent, text(max).optional());
/** Left out, the present one stays; null, or empty as a form sends it, removes it. */
const replacingText = (max: number) =>
  z.preprocess((value) => (value === null ? '' : value), text(max).optional()).meta(OMITTED_STAYS);

/** The same of when the value was true; beside another value than the present one, what stands goes. */
const replacingDate = z
  .preprocess((value) => (value === null ? '' : value), pastDateOrNone.optional())
  .meta({
    description: `${OMITTED_STAYS.description} A year, a month or a day, not in the future. A date that stands stays only beside the current value.`,
    override: OMITTED_STAYS.override,
  });

/** Of a new agreement, with its name: how its addresses call it for good. Left out, it is made of its names. */
const slug = z
  .preprocess(
    emptyIsAbsent,
    z
      .string({ error: 'not_a_name' })
      .trim()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not_a_name')
      .max(60, 'too_long')
      .optional(),
  )
  .meta({
    description:
      'Only with the name of a new agreement: its permanent name in addresses. Left out, it is made of its names.',
  });

/** The cell's version on the editor's page (0 where it holds nothing): a page that is out of date decides nothing. */
const seen = z.number({ error: 'not_a_number' }).int('not_a_number').min(0, 'not_a_number');

/** The value is stated beside the one that stands, or both make the cell disputed. */
const oneOfSeveral = <Outcome extends 'beside' | 'dispute'>(outcome: Outcome) =>
  z.strictObject({
    change: z.uuid('not_found'),
    outcome: z.literal(outcome),
    seen,
    reason: optionalText(REASON_LIMIT),
  });

/**
 * An editor's decision about one proposed change. The names of outcomes are imperatives: this is the command, not the
 * record.
 */
export const cellDecision = z.discriminatedUnion(
  'outcome',
  [
    z.strictObject({
      change: z.uuid('not_found'),
      outcome: z.literal('accept'),
      seen,
      /** Says that base, now and proposed were looked at: without it a cell in conflict is not accepted. */
      resolve: z.boolean().default(false),
      slug,
      reason: optionalText(REASON_LIMIT),
    }),
    z.strictObject({
      change: z.uuid('not_found'),
      outcome: z.literal('amend'),
      seen,
      value: sentValue,
      note: replacingText(TEXT_LIMITS.note),
      source: replacingText(TEXT_LIMITS.source),
      asOf: replacingDate,
      slug,
      reason: optionalText(REASON_LIMIT),
    }),
    oneOfSeveral('beside'),
    oneOfSeveral('dispute'),
    z.strictObject({
      change: z.uuid('not_found'),
      outcome: z.literal('reject'),
      reason: filled(text(REASON_LIMIT), 'reason_required'),
    }),
  ],
  { error: 'unknown_choice' },
);

export const decisionsInput = z.strictObject({
  /** Stores nothing, and answers what would be. */
  dryRun: z.boolean({ error: 'unknown_choice' }).default(false),
  decisions: z
    .array(cellDecision)
    .min(1, 'nothing_to_decide')
    .max(2_000, 'too_many')
    .superRefine((list, context) => {
      const named = new Set<string>();
      list.forEach(({ change }, index) => {
        if (named.has(change))
          context.addIssue({ code: 'custom', message: 'change_named_twice', path: [index, 'change'] });
        named.add(change);
      });
    }),
});

/** What an editor gives as the reason for something that is done with one. */
export const reasonGiven = filled(text(REASON_LIMIT), 'reason_required');

/** The same for a public reason, which must not hold contact details. */
export const publicReason = reasonGiven.refine((value) => contactDetailsIn(value).length === 0, 'contact_detail');

export const declineInput = z.strictObject({ reason: reasonGiven });

export type CellDecision = z.infer<typeof cellDecision>;
