import { db } from '@/lib/platform/db/client';
import { questionnaire } from '@/lib/calls/schema';
import type { Questionnaire } from '@/lib/calls/schema';

export type CallForSubmission = {
  id: string;
  slug: string;
  opensAt: Date | null;
  closesAt: Date;
  acceptsLate: boolean;
  questionnaireId: string;
  questionnaire: Questionnaire;
};

/**
 * A published call as a submission needs it: with the questionnaire its draft began with, or the newest published one.
 * Null for an unknown or unpublished call, or a draft of another.
 */
export async function findCallForSubmission(
  slug: string,
  locale: string,
  draftId?: string,
): Promise<CallForSubmission | null> {
  const row = await db.call.findFirst({
    where: { slug, published: true },
    select: {
      id: true,
      slug: true,
      opensAt: true,
      closesAt: true,
      acceptsLate: true,
      questionnaires: {
        where: draftId ? { contributions: { some: { id: draftId } } } : { publishedAt: { not: null } },
        orderBy: { version: 'desc' },
        take: 1,
        select: { id: true, content: true },
      },
    },
  });
  const chosen = row?.questionnaires[0];
  if (!row || !chosen) return null;
  // an object by language, as the seed and the desk write it; parsed below
  const byLanguage = chosen.content as Record<string, unknown>;
  const { questionnaires: _, ...call } = row;
  return {
    ...call,
    questionnaireId: chosen.id,
    questionnaire: questionnaire.parse(byLanguage[locale] ?? byLanguage.en),
  };
}
