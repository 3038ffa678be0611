import { z } from 'zod';
import { agreementSlug, criterionKey } from '@/lib/agreements/schema';
import { ANSWER_LIMITS } from '@/lib/questions/limits';
import { oneRow } from '@/lib/questions/value-kind';
import type { Telling, ValueKind, ValuePart } from '@/lib/questions/value-kind';
import { chosen } from '@/lib/questions/typed-fields';

type NoSettings = Record<never, z.ZodType>;
type Picked = {
  key: z.ZodType<string>;
  named: 'agreements' | 'criteria';
  nameOf(key: string, telling: Telling): string;
};

/** Some agreements of the dataset, or some norms and elements: they are picked from what there is. */
const picked = ({ key, named, nameOf }: Picked): ValueKind<string[], string[], NoSettings> => ({
  settings: {},
  settingFields: [],
  typed: chosen,
  sent: (keys) => (keys.length === 0 ? undefined : keys),
  schema: () =>
    z
      .array(key)
      .min(1, 'required')
      .max(ANSWER_LIMITS.tags, 'too_many')
      .transform((keys) => [...new Set(keys)]),
  shape: z.array(z.string()).describe('Slugs of agreements or keys of criteria.'),
  fieldAt: () => [],
  prefill: (value = []) => value,
  parts: (value, _, telling): ValuePart[] => [{ values: value.map((one) => ({ text: nameOf(one, telling) })) }],
  compared: (value) => value,
  references: (value) => {
    const keys = value.map((one, index) => ({ key: one, path: [index] }));
    return { agreements: [], criteria: [], [named]: keys };
  },
  columns: () => [{ name: '', title: '', cell: (value) => value.join('; ') }],
  minutes: () => [1, 3],
  paperRows: (_, context, label) =>
    oneRow({ kind: 'several', options: context[named] }, context, label, [
      context.words(`questions.picked.codes.${named}`),
    ]),
});

export const agreements = picked({
  key: agreementSlug,
  named: 'agreements',
  nameOf: (slug, { naming }) => naming.agreement(slug).shortName,
});

export const criteria = picked({
  key: criterionKey,
  named: 'criteria',
  nameOf: (key, { naming }) => naming.criterion(key),
});
