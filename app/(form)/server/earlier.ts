import { readEarlier } from '@/lib/contributions/earlier/earlier';
import type { EarlierGroup } from '@/lib/contributions/earlier/earlier';
import type { Words } from '@/lib/platform/i18n/words';
import { earlierContributions } from './earlier-links';
import type { OpenForm } from './form';

export type Earlier = { reference: string; submittedAt: Date | null; groups: EarlierGroup[] };

/** What the earlier contributions of this browser can lend to its draft, the newest first. */
export async function earlierFor(open: OpenForm, words: Words): Promise<Earlier[]> {
  const held = await earlierContributions(open.call.slug);
  const read = await Promise.all(
    held.map(async ({ id, reference, submittedAt }) => ({
      reference: reference ?? '',
      submittedAt,
      groups: await readEarlier({
        earlierId: id,
        questionnaire: open.draft.questionnaire,
        dataset: open.dataset,
        words,
      }),
    })),
  );
  return read.filter(({ groups }) => groups.length > 0);
}
