import { randomUUID } from 'node:crypto';
import { occurrencesOf } from '@/lib/platform/redaction/marks';
import type { RedactionReason } from '@/lib/platform/redaction/marks';
import { readTextRows, writeRedacted } from './overlay';
import type { StoredTextRow } from './overlay';
import { hashOfText, listTexts } from '@/lib/platform/redaction/texts';
import type { PlacedText } from '@/lib/platform/redaction/texts';
import { writeDeskSearch } from './desk-search';
import type { Tx } from '@/lib/platform/db/client';

/** A shorter passage is looked for at its own place only: elsewhere it can be a part of other words. */
const MIN_LENGTH_ELSEWHERE = 8;

/**
 * Takes the same passages out of the newest revision, each wherever it occurs there, at its own place or at another.
 * One that does not occur any more is left with its revision, and the desk asks an editor to look again. The
 * contribution must be locked.
 */
export async function carryRedactions(
  { contributionId, now }: { contributionId: string; now: Date },
  tx: Tx,
): Promise<void> {
  const revision = await readNewestRevision(contributionId, tx);
  const earlier = await readOfRevision(contributionId, revision.number - 1, tx);
  if (earlier.length === 0) return;
  const rows = await readTextRows(contributionId, revision.id, tx);
  // Cells that were decided before keep their redactions.
  const texts = rows.filter(({ revisionId }) => revisionId === revision.id).flatMap((row) => listTexts([row]));
  await tx.redaction.createMany({
    data: earlier.flatMap(({ passage, id, ...redaction }) =>
      placesOf({ ...redaction, passage }, texts).map((place) => ({
        id: randomUUID(),
        contributionId,
        revisionId: revision.id,
        carriedFromId: id,
        reason: redaction.reason,
        note: redaction.note,
        userId: redaction.userId,
        createdAt: now,
        ...place,
      })),
    ),
  });
  await writeRedacted(contributionId, rows, tx);
  await writeDeskSearch(contributionId, tx);
}

type Earlier = {
  id: string;
  place: string;
  start: number;
  end: number;
  reason: RedactionReason;
  note: string;
  userId: string;
  passage: string;
};

function placesOf({ passage, place }: Pick<Earlier, 'passage' | 'place'>, texts: readonly PlacedText[]) {
  return texts.flatMap((one) =>
    one.place !== place && passage.length < MIN_LENGTH_ELSEWHERE
      ? []
      : occurrencesOf(passage, one.text).map((range) => ({
          place: one.place,
          textHash: hashOfText(one.text),
          ...range,
        })),
  );
}

const readNewestRevision = (contributionId: string, tx: Tx): Promise<{ id: string; number: number }> =>
  tx.contributionRevision.findFirstOrThrow({
    where: { contributionId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true },
  });

/** The redactions of a revision that are not lifted, with their passages. */
async function readOfRevision(contributionId: string, number: number, tx: Tx): Promise<Earlier[]> {
  const redactions = await tx.redaction.findMany({
    where: { contributionId, liftedAt: null, revision: { number } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, revisionId: true, place: true, start: true, end: true, reason: true, note: true, userId: true },
  });
  const [first] = redactions;
  if (!first) return [];
  const rows: StoredTextRow[] = await readTextRows(contributionId, first.revisionId, tx);
  const texts = new Map(listTexts(rows).map(({ place, text }) => [place, text]));
  return redactions.flatMap(({ revisionId: _, ...redaction }) => {
    const passage = texts.get(redaction.place)?.slice(redaction.start, redaction.end);
    return passage === undefined ? [] : [{ ...redaction, passage }];
  });
}
