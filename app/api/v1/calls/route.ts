import { allowReading, onlyReading, reading, sendJson, wholeList } from '@/app/api/v1/reading';
import { listCallsWithReports } from '@/lib/publication/reports/editions/calls';
import { TAGS } from '@/lib/platform/cache/tags';

/** A call opens and closes by the clock: its state in this answer is at most this old, in seconds. */
const STATE_AGE = 10;

/** The calls, newest first, each with its state and its published reports. */
export const GET = reading((request) =>
  sendJson(request, {
    key: 'calls',
    tags: [TAGS.calls, TAGS.reports],
    maxAge: STATE_AGE,
    load: async () => wholeList(await listCallsWithReports('en')),
  }),
);

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
