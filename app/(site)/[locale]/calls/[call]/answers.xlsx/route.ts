import { sendAnswerFile } from '@/app/(site)/calls/answer-file';
import { answersWorkbook } from '@/lib/publication/answers/tables';

/** The same for Excel, with the records of each question that asks for them. */
export const GET = sendAnswerFile({ ending: 'xlsx', make: answersWorkbook });
