import type { Editor } from '@/lib/accounts/policy';
import { readForReview } from '@/lib/review/review-page/review-page';
import { redactPassage } from '@/lib/review/redactions/redact';
import type { RedactableText } from '@/lib/review/redactions/for-review';

/** An editor takes a passage out of every text of a contribution that has it. Returns these texts. */
export async function redactEverywhere(
  editor: Editor,
  reference: string,
  passage: string,
): Promise<readonly RedactableText[]> {
  const contribution = await readForReview(reference, editor, 'en');
  const texts = (contribution?.redactions.texts ?? []).filter(({ text }) => text.includes(passage));
  for (const { place } of texts) {
    const input = { place, passage, occurrence: 'all', reason: 'personal_data', note: 'It names a person.' } as const;
    const done = await redactPassage({ editor, reference, input });
    if (!done.ok) throw new Error(`not redacted: ${JSON.stringify(done)}`);
  }
  return texts;
}
