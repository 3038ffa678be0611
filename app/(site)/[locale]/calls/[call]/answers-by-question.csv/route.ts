import { sendAnswerFile } from '@/app/(site)/calls/answer-file';
import { byQuestionCsv, byQuestionTable } from '@/lib/publication/answers/tables';

/** The answers of published contributions, one row for each question. */
export const GET = sendAnswerFile({
  ending: 'csv',
  form: 'by-question',
  make: (answers, words, { bom }) => byQuestionCsv(byQuestionTable(answers, words), { bom }),
});
