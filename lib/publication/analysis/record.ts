import { z } from 'zod';
import { SPACES } from '@/lib/agreements/facts/space';
import { publicCriterionSet } from '@/lib/publication/schema';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { isLargeEnough, MIN_GROUP } from '@/lib/publication/small-groups';
import { coOccurrence } from './co-occurrence';
import { coverage, shareOf } from './coverage';
import { DATE_KINDS } from './dates';
import { overlap } from './overlap';
import { within } from './selection';
import { degree } from './similarity';
import { studyOf, type Study } from './study';
import { datedByKind, overTime } from './time';

const count = z.number().int();
const TOO_FEW = `Null where fewer than ${MIN_GROUP} agreements were assessed.`;

/** The statistics of one set of criteria, as the API gives them; docs/decisions/0035. */
export const publicAnalysis = z.strictObject({
  set: publicCriterionSet.omit({ criteria: true }),
  space: z.enum(SPACES).nullable().describe('The space to which it was narrowed; null for all agreements.'),
  agreements: count.describe('How many agreements were assessed on at least one criterion of the set.'),
  needed: count.describe('How many assessed agreements a statistic needs: of fewer, nothing but their number is said.'),
  limits: z.string().describe('The page that says what these numbers can’t tell.'),
  criteria: z
    .array(
      z.strictObject({
        criterion: z.string(),
        assessed: count,
        counts: z.strictObject({ yes: count, indirect: count, unclear: count, no: count }).nullable().describe(TOO_FEW),
        share: z.number().nullable().describe(`Yes and indirect together, divided by assessed. ${TOO_FEW}`),
      }),
    )
    .describe('Each criterion of the set. A disputed assessment counts as not assessed.'),
  together: z
    .array(
      z.strictObject({
        criterion: z.string(),
        other: z.string(),
        assessed: count.describe('How many agreements were assessed on both criteria.'),
        counts: z
          .strictObject({
            both: count.describe('How many of them say yes to both.'),
            one: count.describe('How many say yes to the first.'),
            other: count.describe('How many say yes to the other.'),
            expected: z
              .number()
              .describe('How many would say yes to both by chance: one times other, divided by assessed.'),
            lift: z
              .number()
              .nullable()
              .describe('Both divided by expected: 1 is chance. Null where one of the two is never stated.'),
          })
          .nullable()
          .describe(TOO_FEW),
      }),
    )
    .describe('Every two criteria, those stated together most often first.'),
  alike: z
    .strictObject({
      measure: z.literal('jaccard'),
      pairs: z.array(
        z.strictObject({
          agreement: z.string(),
          other: z.string(),
          shared: count.describe('How many criteria both contain, outright or indirectly.'),
          either: count.describe('How many at least one of the two contains.'),
          similarity: z.number().describe('Shared divided by either.'),
        }),
      ),
    })
    .nullable()
    .describe(
      `The most alike pairs by the Jaccard index, at most 100: of the criteria on which both were assessed, ${MIN_GROUP} at least, and that either contains, the part that both contain. ${TOO_FEW}`,
    ),
  overTime: z
    .array(
      z.strictObject({
        date: z.enum(DATE_KINDS).describe('The kind of date: only its year counts; of several amendments the first.'),
        dated: count.describe('How many of the agreements have such a date.'),
        assessed: count.describe('How many of these were assessed on the criterion on which most were.'),
        curves: z
          .array(
            z.strictObject({
              criterion: z.string(),
              points: z.array(z.strictObject({ year: count, found: count, assessed: count, share: z.number() })),
            }),
          )
          .describe(
            `All agreements with such a date until the end of each year. A curve begins where ${MIN_GROUP} of them had been assessed.`,
          ),
      }),
    )
    .describe('By kind of date.'),
});
type PublicAnalysis = z.infer<typeof publicAnalysis>;

const MAX_PAIRS = 100;

type Subject = {
  agreements: readonly PublicAgreement[];
  set: PublicCriterionSet;
  space?: (typeof SPACES)[number];
  /** The address of the page of limits. */ limits: string;
};

/** The statistics of a set over these agreements, or over those of one space. */
export function analysisRecord({ agreements, set, space, limits }: Subject): PublicAnalysis {
  const study = studyOf(within(agreements, { space: space && [space] }), set);
  const { criteria: _, ...named } = set;
  return publicAnalysis.parse({
    set: named,
    space: space ?? null,
    agreements: study.agreements.length,
    needed: MIN_GROUP,
    limits,
    criteria: coverage(study).map((row) => {
      const { not_assessed: __, ...counts } = row.counts;
      const { criterion, assessed } = row;
      return {
        criterion: criterion.key,
        assessed,
        counts: isLargeEnough(assessed) ? counts : null,
        share: shareOf(row),
      };
    }),
    together: coOccurrence(study).map(({ one, other, ...pair }) => ({
      criterion: one.key,
      other: other.key,
      ...pair,
    })),
    alike: isLargeEnough(study.agreements.length) ? { measure: 'jaccard', pairs: alikePairs(study) } : null,
    overTime: datedByKind(study).map(({ kind, ...counts }) => ({ date: kind, ...counts, curves: curves(study, kind) })),
  });
}

function alikePairs(study: Study): NonNullable<PublicAnalysis['alike']>['pairs'] {
  return overlap(study, MAX_PAIRS).strongest.map(({ one, other, shared, either }) => ({
    agreement: one.slug,
    other: other.slug,
    shared,
    either,
    similarity: degree({ shared, either }),
  }));
}

function curves(study: Study, kind: (typeof DATE_KINDS)[number]): PublicAnalysis['overTime'][number]['curves'] {
  return overTime(study, kind).criteria.map(({ criterion, points }) => ({
    criterion: criterion.key,
    points: points.map((point) => ({ ...point, share: shareOf(point) ?? 0 })),
  }));
}
