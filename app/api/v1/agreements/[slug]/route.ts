import { allowReading, reading, sendJson } from '@/app/api/v1/reading';
import { readAgreement } from '@/lib/publishing/queries';
import { TAGS } from '@/lib/publishing/tags';

/** One agreement as it stands now. */
export const GET = reading<{ slug: string }>((request, { slug }) =>
  sendJson(request, { key: `agreement:${slug}`, tags: [TAGS.agreement(slug)], load: () => readAgreement(slug) }),
);

export const OPTIONS = allowReading;
