import type { Questionnaire } from './schema';

/** The questionnaire as one audience reads it. Without an audience, or for an unknown one, as it is. */
export function wordedFor(questionnaire: Questionnaire, audience: string | null): Questionnaire {
  if (audience === null) return questionnaire;
  return {
    ...questionnaire,
    questions: questionnaire.questions.map((question) => {
      const wording = question.wordings?.[audience];
      return wording ? { ...question, title: wording.title, help: wording.help || question.help } : question;
    }),
  };
}

/** An audience that the questionnaire offers; null for any other text. */
export const audienceOf = (
  { audiences = [] }: Pick<Questionnaire, 'audiences'>,
  key: string | null | undefined,
): { key: string; label: string } | null => audiences.find((audience) => audience.key === key) ?? null;
