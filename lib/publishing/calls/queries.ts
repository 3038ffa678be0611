import { listCalls } from '@/lib/calls/queries';
import type { CallSummary } from '@/lib/calls/queries';
import type { PublicCall } from '@/lib/publishing/schema';
import { publicCall } from '@/lib/publishing/schema';

/** The published calls, newest first, as the API gives them. */
export async function listPublicCalls(locale: string, now = new Date()): Promise<PublicCall[]> {
  return (await listCalls(locale, now)).map(serialiseCall);
}

function serialiseCall({ slug, texts, opensAt, closesAt, timeZone, acceptsLate, state }: CallSummary): PublicCall {
  return publicCall.parse({
    slug,
    title: texts.title,
    summary: texts.summary,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    timeZone,
    acceptsLate,
    state,
  });
}
