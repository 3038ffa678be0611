import { withApi } from '@/app/server/api';
import { deskFileHeaders } from '@/app/server/download';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { Words } from '@/lib/platform/i18n/words';
import { filePrefix } from '@/lib/platform/settings/current-settings';
import { readCallAnswers } from '@/lib/publication/answers/call-answers';
import type { CallAnswers } from '@/lib/publication/answers/call-answers';
import {
  answersCsv,
  answersTable,
  answersWorkbook,
  byQuestionCsv,
  byQuestionTable,
} from '@/lib/publication/answers/tables';
import { recordAnswersExport } from '@/lib/review/access-log';

export const dynamic = 'force-dynamic';

type Make = (answers: CallAnswers, words: Words) => string | Promise<Uint8Array<ArrayBuffer>>;

const CSV = 'text/csv; charset=utf-8; header=present';
const FILES = new Map<string, { type: string; make: Make }>([
  ['answers.csv', { type: CSV, make: (answers, words) => answersCsv(answersTable(answers, words), { bom: true }) }],
  [
    'answers-by-question.csv',
    { type: CSV, make: (answers, words) => byQuestionCsv(byQuestionTable(answers, words), { bom: true }) },
  ],
  [
    'answers.xlsx',
    { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', make: answersWorkbook },
  ],
]);

/**
 * The answers to a call as a file for the desk, with the state of each contribution; for all but observers with contact
 * details too. Taking it is recorded before it is sent. Fails with `not_signed_in`, `forbidden`, `not_found`.
 */
export const GET = withApi<{ call: string; file: string }>(async (_request, { call, file }) => {
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'contribution.read')) return failure('forbidden');
  const readsContacts = can(actor, 'contact.read');
  const kind = FILES.get(file);
  const answers = kind
    ? await readCallAnswers(call, 'en', { audience: 'desk', contacts: readsContacts, hidesContacts: !readsContacts })
    : null;
  if (!kind || !answers) return failure('not_found');
  await recordAnswersExport({ editor: actor, call, file, contributions: answers.contributions.length });
  return new Response(await kind.make(answers, wordsIn('en')), {
    headers: deskFileHeaders({ name: [filePrefix(), call, 'desk', file].join('-'), type: kind.type }),
  });
});
