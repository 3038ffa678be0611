import type { Question } from './registry';

/** The number of a question that readers see: the one it was given, or its place in the questionnaire. */
export const numberOf = (question: Question, questions: readonly Question[]): string =>
  question.number ?? String(questions.findIndex(({ key }) => key === question.key) + 1);

/** The code of each question by its key: its number if readers can tell the questions apart by it, else its place. */
export function questionCodes(questions: readonly Question[]): Record<string, string> {
  const byNumber = questions.map((question) => `Q${numberOf(question, questions)}`.replaceAll(/[^A-Za-z0-9.]/g, ''));
  const usable = new Set(byNumber).size === questions.length && !byNumber.includes('Q');
  return Object.fromEntries(questions.map(({ key }, at) => [key, usable ? (byNumber[at] ?? '') : `Q${at + 1}`]));
}

type Section = { key: string; title: string; help: string };

/**
 * The questions in their order, cut where a section begins. The first part has no section if the questions before all
 * sections have none.
 */
export function bySection({
  questions,
  sections = [],
}: {
  questions: readonly Question[];
  sections?: readonly Section[];
}): { section: Section | null; questions: Question[] }[] {
  const parts: { section: Section | null; questions: Question[] }[] = [];
  for (const question of questions) {
    const section = sections.find(({ key }) => key === question.section) ?? null;
    const last = parts.at(-1);
    if (last && last.section === section) last.questions.push(question);
    else parts.push({ section, questions: [question] });
  }
  return parts;
}

/** The titles of the sections by the keys of their questions. */
export const sectionTitles = (questionnaire: {
  questions: readonly Question[];
  sections?: readonly Section[];
}): Record<string, string> =>
  Object.fromEntries(
    bySection(questionnaire).flatMap(({ section, questions }) =>
      section ? questions.map(({ key }) => [key, section.title]) : [],
    ),
  );

/** The section that begins with a question; null for any other question. */
export function sectionBeginningWith(
  key: string,
  questionnaire: { questions: readonly Question[]; sections?: readonly Section[] },
): Section | null {
  return bySection(questionnaire).find(({ questions }) => questions[0]?.key === key)?.section ?? null;
}
