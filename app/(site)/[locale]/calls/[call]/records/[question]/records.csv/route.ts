import { sendAnswerFile } from '@/app/(site)/calls/answer-file';
import { answersCsv, recordsTable } from '@/lib/publication/answers/tables';

/** The records of one question, one row each. */
export const GET = sendAnswerFile({
  ending: 'csv',
  make: (answers, words, { question, bom }) => {
    const table = recordsTable(answers, question, words);
    return table && answersCsv(table, { bom });
  },
});
