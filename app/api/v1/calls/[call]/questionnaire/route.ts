import { callSlug } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { portableOf } from '@/lib/calls/questionnaire/portable';
import { TAGS } from '@/lib/platform/cache/tags';
import { failure } from '@/lib/platform/errors';
import { readPublicCall } from '@/lib/publication/calls';

/** What a call asks: the newest version of its questionnaire, as a file that can be imported. */
export const GET = reading<{ call: string }>(async (request, { call }) => {
  if (!callSlug.safeParse(call).success) return failure('unknown_call');
  return sendJson(request, {
    key: `questionnaire:${call}`,
    tags: [TAGS.calls],
    load: async () => {
      const found = await readPublicCall(call, 'en');
      return found && portableOf(found.questionnaire.content);
    },
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
