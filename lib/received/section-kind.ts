import type { Questionnaire } from '@/lib/calls/schema';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import type { SectionKind } from '@/lib/contributions/drafts/values';

/** What a section of a draft is, by its step. */
export function sectionKind(
  step: string,
  isProposal: boolean,
  { questions }: Pick<Questionnaire, 'questions'>,
): SectionKind {
  if (isProposal) return 'proposal';
  if (step === ABOUT_STEP) return 'about';
  return questions.find(({ key }) => key === step)?.kind ?? 'text';
}
