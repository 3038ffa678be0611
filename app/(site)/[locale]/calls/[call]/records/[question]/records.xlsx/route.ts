import { sendAnswerFile } from '@/app/(site)/calls/answer-file';
import { recordsWorkbook } from '@/lib/publication/answers/tables';

/** The same for Excel. */
export const GET = sendAnswerFile({
  ending: 'xlsx',
  make: (answers, words, { question }) => recordsWorkbook(answers, question, words),
});
