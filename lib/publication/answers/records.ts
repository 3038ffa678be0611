import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import { kindOf } from '@/lib/questions/registry';
import type { CallAnswers } from './call-answers';
import { readCallAnswers } from './call-answers';
import { publicRecord } from './schema';
import type { PublicRecord } from './schema';
import { rowsOf } from './tables';

/** The records that published contributions give to one question of a call, and what the columns are called. */
export type CallRecords = {
  question: { key: string; title: string; shortTitle: string };
  heads: { key: string; label: string }[];
  records: PublicRecord[];
};

/** Null for an unknown call, or a question that does not ask for records. */
export async function readCallRecords(slug: string, key: string, locale: Locale): Promise<CallRecords | null> {
  const answers = await readCallAnswers(slug, locale);
  return answers && recordsOf(answers, key, locale);
}

function recordsOf({ questions, contributions }: CallAnswers, key: string, locale: Locale): CallRecords | null {
  const words = wordsIn(locale);
  const question = questions.find((one) => one.key === key);
  const table = question && kindOf(question).table?.(question, words);
  if (!table) return null;
  const { title, shortTitle } = question;
  return {
    question: { key, title, shortTitle },
    heads: table.heads.map((head) => ({ key: head.key, label: head.label })),
    records: contributions.flatMap((contribution) => {
      const { reference, attribution, language, naming } = contribution;
      return rowsOf(contribution, key).map((row, at) =>
        publicRecord.parse({
          contribution: reference,
          number: at + 1,
          attribution,
          language,
          values: row,
          shown: table.heads.map((head) => ({ field: head.key, parts: head.parts(row, { words, locale, naming }) })),
        }),
      );
    }),
  };
}
