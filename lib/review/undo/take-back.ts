import { isNameField } from '@/lib/agreements/facts/registry';
import { writeRevision } from '@/lib/agreements/revisions';
import type { CellWrite } from '@/lib/agreements/revisions';
import type { Editor } from '@/lib/accounts/policy';
import { TAGS } from '@/lib/platform/cache/tags';
import { failure, DomainError } from '@/lib/platform/errors';
import type { MutationContext } from '@/lib/platform/mutation';
import { isViewOn } from '@/lib/review/stated-views';
import type { RevisedCell, UndoableRevision } from './commands';

export type Target = { revision: string; /** Null: all of its cells. */ keys: string[] | null };
export type Work = { revision: UndoableRevision; cells: RevisedCell[]; left: string[] };

/**
 * The cells of a revision that can be taken back: those that have not been changed since. The views on a cell, where
 * its decision made some, go with it. Throws DomainError `not_found`
 * for a cell that the revision did not change.
 */
export function planUndoing(revision: UndoableRevision, revised: RevisedCell[], targets: Target[]): Work {
  const keys = targets.find((target) => target.revision === revision.id)?.keys ?? revised.map(({ key }) => key);
  const wrote = (key: string, cell: RevisedCell) => cell.key === key || isViewOn(key, cell.key);
  if (keys.some((key) => !revised.some((cell) => wrote(key, cell)))) throw new DomainError(failure('not_found'));
  const wanted = revised.filter((cell) => keys.some((key) => wrote(key, cell)));
  const undoable = revision.kind === 'decision' || revision.kind === 'revert';
  // An agreement has a name as long as there is one.
  const cells = wanted.filter((cell) => undoable && cell.stands && !(cell.before === null && isNameField(cell.key)));
  return { revision, cells, left: wanted.filter((cell) => !cells.includes(cell)).map(({ key }) => key) };
}

type TakingBack = {
  revision: UndoableRevision;
  cells: RevisedCell[];
  reason: string;
  editor: Editor;
  secondedById?: string;
  now: Date;
};

/** Writes the earlier content of the cells as a new revision. */
export async function takeBack(
  { revision, cells, reason, editor, secondedById, now }: TakingBack,
  { tx, audit, invalidate }: MutationContext,
): Promise<{ agreement: string; version: number }> {
  const common = {
    kind: 'revert',
    agreementId: revision.agreementId,
    userId: editor.userId,
    contributionId: null,
    at: now,
  } as const;
  const summary = `Undoes version ${revision.version}`;
  const { version } = await writeRevision(
    { ...common, summary, reason, secondedById, revertsId: revision.id, cells: cells.map(asBefore) },
    tx,
  );
  await audit({
    action: 'revision.undone',
    subject: { kind: 'agreement', id: revision.agreementId },
    details: {
      version,
      undoes: revision.version,
      cells: cells.map(({ key }) => key),
      ...(secondedById !== undefined && { secondedBy: secondedById }),
    },
  });
  invalidate(TAGS.dataset, TAGS.agreement(revision.slug));
  return { agreement: revision.slug, version };
}

function asBefore({ key, before, currentVersion, originId, originAt }: RevisedCell): CellWrite {
  return {
    key,
    content: before,
    seenVersion: currentVersion,
    ...(originId !== null && { origin: { revisionId: originId, decidedAt: originAt } }),
  };
}
