import { parameters, words as parameterWords } from '@/app/data/parameters';
import { readParameters } from '@/app/api/v1/parameters';
import { withApi } from '@/app/server/api';
import { sendPublished } from '@/app/server/published-body';
import { localeOf } from '@/app/(site)/frame/locale';
import { TAGS } from '@/lib/platform/cache/tags';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { Words } from '@/lib/platform/i18n/words';
import { filePrefix } from '@/lib/platform/settings/current-settings';
import { readCallAnswers } from '@/lib/publication/answers/call-answers';
import type { CallAnswers } from '@/lib/publication/answers/call-answers';

type Params = { locale: string; call: string; question?: string };
type Content = string | Uint8Array<ArrayBuffer> | null;

type AnswerFile = {
  ending: 'csv' | 'xlsx';
  /** Another form of the same table: part of the file's name. */
  form?: 'by-question';
  /** `bom`: for Excel. Null: not found. */
  make: (answers: CallAnswers, words: Words, asked: { question: string; bom: boolean }) => Content | Promise<Content>;
};

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The valid form of a name in an address; any other is not found without a query. */
const isName = (part: string) => /^[a-z0-9][a-z0-9-]{0,60}$/.test(part);

/** The route of a file made from the answers of a call's published contributions. Fails with `not_found`. */
export const sendAnswerFile = ({ ending, form, make }: AnswerFile) =>
  withApi<Params>(async (request, params) => {
    const asked = readParameters(request, parameters, parameterWords);
    if (!asked.ok) return asked.response;
    const [locale, { call, question = '' }] = [await localeOf(Promise.resolve(params)), params];
    const bom = asked.parameters.bom === '1';
    const name = [filePrefix(), call, question || 'answers', ...(form ? [form] : [])].join('-');
    return sendPublished(request, {
      key: `answers:${locale}:${call}:${question}:${form ?? ''}:${ending}${bom ? ':bom' : ''}`,
      tags: [TAGS.contributions, TAGS.calls, TAGS.dataset],
      type: TYPES[ending],
      headers: { 'Content-Disposition': `attachment; filename="${encodeURIComponent(name)}.${ending}"` },
      make: async () => {
        const answers = isName(call) ? await readCallAnswers(call, locale) : null;
        return answers && make(answers, wordsIn(locale), { question, bom });
      },
    });
  });
