import { z } from 'zod';
import { filled, line, text } from '@/lib/platform/text/typed-text';

/** The answers of an approver to one version of the text. */
export const SIGN_OFF_OUTCOMES = ['approved', 'changes_asked'] as const;
export type SignOffOutcome = (typeof SIGN_OFF_OUTCOMES)[number];

export const SIGN_OFF_LIMITS = {
  /** Characters of an approver's name. */
  name: 200,
  /** Characters of their office. */
  office: 200,
  /** Characters of what they ask to be changed. */
  text: 4_000,
  /** Answers to one contribution, those to earlier versions included. */
  answers: 200,
} as const;

/** An approver's answer. Who asks for changes says which; what is typed there beside an approval is left out. */
export const newSignOff = z
  .object({
    outcome: z.enum(SIGN_OFF_OUTCOMES, { error: 'choose_one' }),
    name: filled(line(SIGN_OFF_LIMITS.name)),
    office: line(SIGN_OFF_LIMITS.office).transform((value) => value || null),
    text: text(SIGN_OFF_LIMITS.text),
  })
  .superRefine(({ outcome, text: asked }, context) => {
    if (outcome === 'changes_asked' && asked === '')
      context.addIssue({ code: 'custom', message: 'changes_needed', path: ['text'] });
  })
  .transform(({ text: asked, ...answer }) => ({ ...answer, text: answer.outcome === 'approved' ? null : asked }));
