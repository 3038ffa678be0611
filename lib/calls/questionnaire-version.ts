import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';

/** One published version of a call's questions, by its id or its number; null if there is none. */
export async function findQuestionnaireVersion(
  which: { id: string } | { callSlug: string; version: number },
  tx: Tx = db,
): Promise<{ id: string; version: number } | null> {
  return tx.questionnaire.findFirst({
    where: {
      publishedAt: { not: null },
      ...('id' in which
        ? { id: which.id }
        : { version: Math.min(which.version, MAX_VERSION), call: { slug: which.callSlug } }),
    },
    select: { id: true, version: true },
  });
}

/** Of the column: the number comes from a file. */
const MAX_VERSION = 2_147_483_647;
