import { allowReading, reading, sendJson } from '@/app/api/v1/reading';
import { readContribution } from '@/lib/publishing/contributions/queries';
import { TAGS } from '@/lib/publishing/tags';

/** One published contribution in full, or the tombstone of a withdrawn one. */
export const GET = reading<{ reference: string }>((request, { reference }) =>
  sendJson(request, {
    key: `contribution:${reference}`,
    // `dataset` too: it names agreements, and a name may change.
    tags: [TAGS.contribution(reference), TAGS.contributions, TAGS.dataset],
    load: () => readContribution(reference, 'en'),
  }),
);

export const OPTIONS = allowReading;
