import { sendAnswerFile } from '@/app/(site)/calls/answer-file';
import { answersCsv, answersTable } from '@/lib/publication/answers/tables';

/** The answers of published contributions, one row each. */
export const GET = sendAnswerFile({
  ending: 'csv',
  make: (answers, words, { bom }) => answersCsv(answersTable(answers, words), { bom }),
});
