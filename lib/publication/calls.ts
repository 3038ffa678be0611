import { listCalls, readCall } from '@/lib/calls/calls';
import type { CallNotice, CallSummary } from '@/lib/calls/calls';
import type { CallTexts, Questionnaire } from '@/lib/calls/schema';
import type { PublicCall } from './schema';
import { publicCall } from './schema';

export type PublicCallPage = PublicCall & {
  texts: CallTexts;
  questionnaire: { version: number; content: Questionnaire };
  annex: { slug: string; name: string; shortName: string }[];
  /** What was changed since it is public, oldest first; moments as in `PublicCall`. */
  notices: { kind: CallNotice['kind']; at: string; closesAt: string | null }[];
  acceptsFiles: boolean;
  publishesAtOnce: boolean;
  offersEditorsOnly: boolean;
  maxWords: number | null;
};

/** The published calls, newest first, as the API gives them. */
export async function listPublicCalls(locale: string, now = new Date()): Promise<PublicCall[]> {
  return (await listCalls(locale, now)).map(serialiseCall);
}

/** One published call with its texts, questions and annex; null for any other slug. */
export async function readPublicCall(slug: string, locale: string, now = new Date()): Promise<PublicCallPage | null> {
  const call = await readCall(slug, locale, now);
  if (!call) return null;
  const {
    texts,
    questionnaire: { version, content },
    annex,
    notices,
    acceptsFiles,
    publishesAtOnce,
    offersEditorsOnly,
    maxWords,
  } = call;
  return {
    ...serialiseCall(call),
    ...{
      texts,
      questionnaire: { version, content },
      annex,
      acceptsFiles,
      publishesAtOnce,
      offersEditorsOnly,
      maxWords,
    },
    notices: notices.map(serialiseNotice),
  };
}

const serialiseNotice = ({ kind, at, closesAt }: CallNotice) => ({
  kind,
  at: at.toISOString(),
  closesAt: closesAt?.toISOString() ?? null,
});

function serialiseCall({ slug, texts, opensAt, closesAt, timeZone, acceptsLate, state }: CallSummary): PublicCall {
  return publicCall.parse({
    slug,
    title: texts.title,
    summary: texts.summary,
    opensAt: opensAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
    timeZone,
    acceptsLate,
    state,
  });
}
