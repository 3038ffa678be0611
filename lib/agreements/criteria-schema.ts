import { z } from 'zod';
import { isFactKey } from '@/lib/agreements/facts/registry';
import { emptyIsAbsent, filled, line, text } from '@/lib/platform/text/typed-text';
import { slugOf } from '@/lib/agreements/slug';

/** A name never changes after its creation: addresses, files and the API contain it. */
const key = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not_a_name')
  .max(60, 'too_long');
const criterionName = key.refine((value) => !isFactKey(value), 'name_taken');

/** The words of a criterion: what an editor may change later. */
const criterionTexts = {
  letter: z.preprocess(emptyIsAbsent, z.string().trim().length(1, 'one_letter').optional()),
  title: filled(line(200)),
  shortTitle: filled(line(40)),
  description: filled(text(2_000)),
  help: text(2_000).default(''),
};
const setTexts = { title: filled(line(200)), description: filled(text(2_000)), source: filled(text(1_000)) };

/** An empty name is made from the title. */
const named = <Shape extends z.ZodType>(field: string, schema: Shape) =>
  z.preprocess((input) => {
    if (typeof input !== 'object' || input === null) return input;
    const { title, [field]: name } = input as Record<string, unknown>; // an object, as just checked; parsed below
    const typed = emptyIsAbsent(name);
    return {
      ...input,
      [field]: typed ?? (typeof title === 'string' && title.trim() !== '' ? slugOf(title) : undefined),
    };
  }, schema);

const MAX_CRITERIA = 40;

export const newCriterionSet = named(
  'slug',
  z.strictObject({
    slug: z.preprocess((value) => value ?? '', key),
    ...setTexts,
    criteria: z
      .array(
        named('key', z.strictObject({ key: z.preprocess((value) => value ?? '', criterionName), ...criterionTexts })),
      )
      .min(1, 'criteria_needed')
      .max(MAX_CRITERIA, 'too_many')
      .superRefine((list, context) => {
        const keys = list.map((one) => one.key);
        list.forEach((one, index) => {
          if (keys.indexOf(one.key) < index)
            context.addIssue({ code: 'custom', message: 'name_taken', path: [index, 'key'] });
        });
      }),
  }),
);

export const criterionSetTexts = z.strictObject({
  slug: key,
  ...setTexts,
  criteria: z
    .array(z.strictObject({ key: criterionName, ...criterionTexts }))
    .min(1, 'criteria_needed')
    .max(MAX_CRITERIA, 'too_many'),
});

export type NewCriterionSet = z.infer<typeof newCriterionSet>;
export type CriterionSetTexts = z.infer<typeof criterionSetTexts>;
