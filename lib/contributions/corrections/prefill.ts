import type { Questionnaire } from '@/lib/calls/schema';
import { ABOUT_STEP, sectionKey } from '@/lib/contributions/drafts/steps';
import type { SectionKind, SectionValues } from '@/lib/contributions/drafts/values';
import { valueIn } from '@/lib/questions/body';
import type { Body } from '@/lib/questions/body';
import type { SentProposal } from '@/lib/questions/proposal-changes';
import { typedFromProposal } from '@/lib/questions/proposal-entry';
import { kindOf } from '@/lib/questions/registry';

export type SentAbout = SectionValues<'about'>;

/** The sections of a draft that say what was sent: the inverse of `assemble`. Keyed by section. */
export function fill(
  { questions }: Pick<Questionnaire, 'questions'>,
  body: Body,
  about: SentAbout,
): Map<string, SectionValues<SectionKind>> {
  const sections = new Map<string, SectionValues<SectionKind>>();
  for (const question of questions) {
    const { key } = question;
    const [kind, value] = [kindOf(question), valueIn(body, question, questions)];
    sections.set(key, { text: body.answers[key] ?? '', ...kind.prefill(value, question) });
    // The items of a list that is typed page by page are its proposals.
    const entries = kind.entries ? (value as SentProposal[]) : [];
    entries.forEach((proposal, index) =>
      sections.set(sectionKey({ step: key, position: index + 1 }), typedFromProposal(proposal)),
    );
  }
  sections.set(ABOUT_STEP, about);
  return sections;
}
