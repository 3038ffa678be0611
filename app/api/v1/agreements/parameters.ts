import { z } from 'zod';
import { at, AT_WORDS, limit, LIMIT_WORDS } from '@/app/api/v1/parameters';
import { BINDING_NATURES } from '@/lib/agreements/facts/binding-nature';
import { SPACES } from '@/lib/agreements/facts/space';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { agreementSlug, assessmentValue, criterionKey } from '@/lib/agreements/schema';
import { MAX_SOUGHT } from '@/lib/agreements/search/normalise';

/** `reference-to-human-rights:yes` */
const assessment = z
  .string()
  .regex(new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*:(${ASSESSMENT_VALUES.join('|')})$`))
  .max(100);
const MAX_ASSESSMENTS = 30;

export const parameters = z.strictObject({
  q: z.string().trim().min(1).max(MAX_SOUGHT).optional(),
  space: z.enum(SPACES).optional(),
  nature: z.enum(BINDING_NATURES).optional(),
  has: z.array(assessment).max(MAX_ASSESSMENTS).optional(),
  at,
  after: agreementSlug.optional(),
  limit,
});

export const words = {
  q: `q is what to search for: a name, former name, short name or abbreviation, or words of notes, maintainers and texts, of at most ${MAX_SOUGHT} characters.`,
  space: `space is one of: ${SPACES.join(', ')}.`,
  nature: `nature is one of: ${BINDING_NATURES.join(', ')}.`,
  has: `has is a criterion and a value, such as reference-to-human-rights:yes; the values are ${ASSESSMENT_VALUES.join(', ')}. Given several times, all must hold.`,
  at: AT_WORDS,
  after: 'after is the value of “next” in an earlier answer: the short name of an agreement, such as paris-call.',
  limit: LIMIT_WORDS,
};

/** The parts of `has`; the schema above has validated each. */
export const assessmentsIn = (has: readonly string[]) =>
  has.map((one) => {
    const [criterion, value] = one.split(':');
    return { criterion: criterionKey.parse(criterion), value: assessmentValue.parse(value) };
  });
