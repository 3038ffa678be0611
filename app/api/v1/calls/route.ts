import { allowReading, onlyReading, reading, sendJson, wholeList } from '@/app/api/v1/reading';
import { listPublicCalls } from '@/lib/publication/calls';
import { TAGS } from '@/lib/platform/cache/tags';

/** A call opens and closes by the clock: its state in this answer is at most this old, in seconds. */
const STATE_AGE = 10;

/** The calls, newest first, each with its state. */
export const GET = reading((request) =>
  sendJson(request, {
    key: 'calls',
    tags: [TAGS.calls],
    maxAge: STATE_AGE,
    load: async () => wholeList(await listPublicCalls('en')),
  }),
);

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
