import { z } from 'zod';
import { questionKey } from '@/lib/questions/question-key';
import { question } from '@/lib/questions/registry';
import { REFERENCE_PREFIX } from '@/lib/platform/reference';

/** A date and time with its offset, so that a deadline means one moment everywhere. */
const moment = z.iso.datetime({ offset: true });

const section = z.strictObject({
  key: questionKey,
  title: z.string().min(1).max(200),
  help: z.string().max(4_000).default(''),
});
const audience = z.strictObject({ key: questionKey, label: z.string().min(1).max(120) });

export const questionnaire = z.strictObject({
  /** In their order. Without sections the questions are one list. */
  sections: z.array(section).max(20).optional(),
  /** Groups of contributors for whom questions can have other words. */
  audiences: z.array(audience).max(10).optional(),
  questions: z
    .array(question)
    .min(1)
    .max(50)
    .refine((list) => new Set(list.map((one) => one.key)).size === list.length, 'duplicate_question_key'),
  about: z.strictObject({ title: z.string().min(1).max(500), help: z.string().max(4_000) }),
});

/** Markdown, one paragraph, list or heading each; between two stands an empty line. */
const blocks = z.array(z.string().min(1).max(4_000));

/**
 * What a call says. In its prose `{deadline}`, `{opening}` and `{year}` are placeholders (`placeholders.ts`), so that a
 * moved deadline never contradicts it.
 */
export const callTexts = z.strictObject({
  title: z.string().min(1).max(200),
  summary: z.string().min(1).max(1_000),
  introduction: blocks.min(1),
  instructions: blocks.min(1),
  afterwards: blocks.min(1),
  /** What the call itself does not say about the deadline. */
  deadlineNote: z.string().min(1).max(1_000).optional(),
  /** The address the call itself gives for contributions and questions; public. */
  address: z.email().optional(),
  /** What the call says of its annex. */
  annexNote: z.string().min(1).max(1_000).optional(),
  /** Where to find background papers that have no address here, and why. */
  readingNote: z.string().min(1).max(1_000).optional(),
  readingLink: z.url({ protocol: /^https?$/ }).optional(),
  reading: z.array(
    z.strictObject({
      title: z.string().min(1).max(300),
      author: z.string().min(1).max(300).optional(),
      description: z.string().max(1_000),
      link: z.url().optional(),
    }),
  ),
});

/** The same while a call is prepared: not every text has to be there yet. */
export const draftTexts = callTexts.extend({
  summary: z.string().max(1_000),
  introduction: blocks,
  instructions: blocks,
  afterwards: blocks,
});

/** The name of a call in addresses and references. It never changes. */
export const callSlug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,20}$/, 'not_a_call_name');
export const callPrefix = z.string().regex(REFERENCE_PREFIX, 'not_a_prefix');

export const seedCall = z.strictObject({
  slug: callSlug,
  prefix: callPrefix.optional(),
  acceptsFiles: z.boolean().optional(),
  publishesAtOnce: z.boolean().optional(),
  offersEditorsOnly: z.boolean().optional(),
  maxWords: z.number().int().min(1).optional(),
  /** Absent if no source says when it opened. */
  opensAt: moment.optional(),
  /** Absent for the standing call alone. */
  closesAt: moment.optional(),
  /** IANA name of the zone the deadline is said in. */
  timeZone: z.string(),
  acceptsLate: z.boolean(),
  published: z.boolean(),
  texts: z.record(z.string().regex(/^[a-z]{2}$/), callTexts),
  /** Slugs of the agreements in the call's annex, in its order. */
  annex: z.array(z.string()),
  questionnaires: z
    .array(
      z.strictObject({
        version: z.number().int().min(1),
        content: z.record(z.string().regex(/^[a-z]{2}$/), questionnaire),
      }),
    )
    .min(1),
});

export type Questionnaire = z.infer<typeof questionnaire>;
export type CallTexts = z.infer<typeof callTexts>;
export type SeedCall = z.infer<typeof seedCall>;
