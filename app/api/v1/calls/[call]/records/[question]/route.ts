import { callSlug } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, reading, sendJson, wholeList } from '@/app/api/v1/reading';
import { TAGS } from '@/lib/platform/cache/tags';
import { readCallRecords } from '@/lib/publication/answers/records';
import { questionKey } from '@/lib/questions/question-key';

/** The records that published contributions give to a question, those of the oldest contribution first. */
export const GET = reading<{ call: string; question: string }>((request, { call, question }) =>
  sendJson(request, {
    key: `records:${call}:${question}`,
    tags: [TAGS.contributions, TAGS.calls, TAGS.dataset],
    load: async () => {
      if (!callSlug.safeParse(call).success || !questionKey.safeParse(question).success) return null;
      const found = await readCallRecords(call, question, 'en');
      return found && wholeList(found.records);
    },
  }),
);

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
