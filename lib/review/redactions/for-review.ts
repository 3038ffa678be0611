import { can } from '@/lib/accounts/policy';
import type { Editor } from '@/lib/accounts/policy';
import { readTextRows } from '@/lib/contributions/redaction/overlay';
import { listRedactions } from '@/lib/contributions/redaction/redactions';
import type { ListedRedaction } from '@/lib/contributions/redaction/redactions';
import { listTexts } from '@/lib/platform/redaction/texts';
import { db } from '@/lib/platform/db/client';
import { readPlaceLabels } from './places';

/** A text that a passage can be taken out of: as it was written. */
export type RedactableText = { place: string; label: string; text: string };
export type ReviewRedactions = { texts: RedactableText[]; redactions: (ListedRedaction & { label: string })[] };

/** The texts of a contribution and what was taken out of them; nothing for those who read as readers do. */
export async function readRedactionsForReview(
  contributionId: string,
  revisionId: string,
  editor: Editor,
): Promise<ReviewRedactions> {
  if (!can(editor, 'contribution.redact')) return { texts: [], redactions: [] };
  const rows = await readTextRows(contributionId, revisionId, db);
  const labels = await readPlaceLabels(contributionId, rows, db);
  const labelOf = (place: string) => labels.get(place) ?? place;
  const redactions = await listRedactions(contributionId);
  return {
    texts: listTexts(rows).map(({ place, text }) => ({ place, text, label: labelOf(place) })),
    redactions: redactions.map((one) => ({ ...one, label: labelOf(one.place) })),
  };
}
