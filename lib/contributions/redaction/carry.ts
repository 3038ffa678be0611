import { randomUUID } from 'node:crypto';
import { occurrencesOf } from '@/lib/platform/redaction/marks';
import type { RedactionReason } from '@/lib/platform/redaction/marks';
import { MIN_LENGTH_ANYWHERE } from '@/lib/platform/redaction/passages';
import { readTextRows, writeRedacted } from './overlay';
import { hashOfText, listTexts } from '@/lib/platform/redaction/texts';
import type { PlacedText } from '@/lib/platform/redaction/texts';
import { writeDeskSearch } from './desk-search';
import type { Tx } from '@/lib/platform/db/client';

/**
 * Takes the same passages out of the newest revision, each wherever it occurs there, at its own place or at another,
 * whatever revision they were last found in. One that does not occur is left with its revision, and the desk asks an
 * editor to look again. One that an editor lifted is not taken out again where it was lifted. The contribution must be
 * locked.
 */
export async function carryRedactions(
  { contributionId, now }: { contributionId: string; now: Date },
  tx: Tx,
): Promise<void> {
  const revision = await readNewestRevision(contributionId, tx);
  const homeOf = await readHomes(contributionId, tx);
  const earlier = await readEarlier(contributionId, revision.id, tx);
  if (earlier.length === 0) return;
  const rows = await readTextRows(contributionId, revision.id, tx);
  // Cells that were decided before keep their redactions.
  const texts = rows.filter(({ revisionId }) => revisionId === revision.id).flatMap((row) => listTexts([row]));
  await tx.redaction.createMany({
    data: earlier.flatMap((redaction) =>
      placesOf(redaction, texts, homeOf).map((place) => ({
        id: randomUUID(),
        contributionId,
        revisionId: revision.id,
        carriedFromId: redaction.id,
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

/**
 * Takes the passages that were taken out of decided changes out of their copies of the next round too: `changeIds` are
 * the copies, which say the same. The contribution must be locked.
 */
export async function copyRedactions(
  { contributionId, changeIds, now }: { contributionId: string; changeIds: readonly string[]; now: Date },
  tx: Tx,
): Promise<void> {
  const added = await tx.$queryRaw<{ revisionId: string }[]>`
    INSERT INTO redactions (id, contribution_id, revision_id, place, start, "end", text_hash, reason, note, user_id, created_at, carried_from_id)
    SELECT gen_random_uuid(), d.contribution_id, d.revision_id, 'cell/' || y.id || substr(d.place, length('cell/' || x.id) + 1),
      d.start, d."end", d.text_hash, d.reason, d.note, d.user_id, ${now}, d.id
    FROM proposed_changes y JOIN proposed_changes x ON x.proposal_id = y.proposal_id AND x.key = y.key AND x.round = y.round - 1
    JOIN redactions d ON d.contribution_id = x.contribution_id AND starts_with(d.place, 'cell/' || x.id || '/') AND d.lifted_at IS NULL
    WHERE y.contribution_id = ${contributionId}::uuid AND y.id = ANY(${changeIds}::uuid[])
    RETURNING revision_id AS "revisionId"`;
  for (const revisionId of new Set(added.map((row) => row.revisionId)))
    await writeRedacted(contributionId, await readTextRows(contributionId, revisionId, tx), tx);
  if (added.length > 0) await writeDeskSearch(contributionId, tx);
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
  /** Where it was taken out later, and shown again by an editor. */
  liftedAt: readonly string[];
};
type HomeOf = (place: string) => string;

/** A short passage is looked for at its own place only. */
function placesOf({ passage, place, liftedAt }: Earlier, texts: readonly PlacedText[], homeOf: HomeOf) {
  const lifted = new Set(liftedAt.map(homeOf));
  return texts.flatMap((one) =>
    lifted.has(homeOf(one.place)) || (homeOf(one.place) !== homeOf(place) && passage.length < MIN_LENGTH_ANYWHERE)
      ? []
      : occurrencesOf(passage, one.text).map((range) => ({
          place: one.place,
          textHash: hashOfText(one.text),
          ...range,
        })),
  );
}

/** A place that stays the same when a cell is proposed again: that of the cell, not that of its proposal. */
async function readHomes(contributionId: string, tx: Tx): Promise<HomeOf> {
  const changes = await tx.proposedChange.findMany({
    where: { contributionId },
    orderBy: { id: 'asc' },
    select: { id: true, agreementId: true, key: true },
  });
  const cells = new Map(changes.map(({ id, agreementId, key }) => [id, `${agreementId ?? 'new'}/${key}`]));
  return (place) => {
    const [kind = '', id = '', ...rest] = place.split('/');
    return kind === 'cell' ? [kind, cells.get(id) ?? id, ...rest].join('/') : place;
  };
}

const readNewestRevision = (contributionId: string, tx: Tx): Promise<{ id: string }> =>
  tx.contributionRevision.findFirstOrThrow({
    where: { contributionId },
    orderBy: { number: 'desc' },
    select: { id: true },
  });

/** The redactions of earlier revisions that hold and that no other one that holds continues, with their passages. */
async function readEarlier(contributionId: string, newest: string, tx: Tx): Promise<Earlier[]> {
  const redactions = await tx.redaction.findMany({
    where: {
      contributionId,
      liftedAt: null,
      revisionId: { not: newest },
      carriedTo: { none: { liftedAt: null } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: REDACTION,
  });
  const texts = new Map<string, string>();
  for (const revisionId of new Set(redactions.map((redaction) => redaction.revisionId)))
    for (const { place, text } of listTexts(await readTextRows(contributionId, revisionId, tx)))
      texts.set(`${revisionId} ${place}`, text);
  return redactions.flatMap(({ revisionId, carriedTo, ...redaction }) => {
    const passage = texts.get(`${revisionId} ${redaction.place}`)?.slice(redaction.start, redaction.end);
    return passage === undefined ? [] : [{ ...redaction, passage, liftedAt: carriedTo.map(({ place }) => place) }];
  });
}

const REDACTION = {
  id: true,
  revisionId: true,
  place: true,
  start: true,
  end: true,
  reason: true,
  note: true,
  userId: true,
  carriedTo: { select: { place: true } },
} as const;
