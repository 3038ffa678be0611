import { recordAudit } from '@/lib/audit/mutations';
import { readQuestionnaire } from '@/lib/calls/queries';
import { changeStatus } from '@/lib/contributions/mutations';
import { writeMessage } from '@/lib/contributions/messages/mutations';
import { readNewestMessage } from '@/lib/contributions/messages/queries';
import type { MessageItem } from '@/lib/contributions/messages/schema';
import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import type { Issue, Result } from '@/lib/errors';
import { failure, Refusal } from '@/lib/errors';
import { queueMail } from '@/lib/mail/mutations';
import { takeIfNobodys } from '@/lib/review/assignment/mutations';
import { findOpen } from '@/lib/review/mutations';
import type { Editor } from '@/lib/review/policy';
import { refusableTo } from '@/lib/review/refusals/mutations';

type WriteInput = { editor: Editor; reference: string; text: string; now?: Date };
type RequestInput = WriteInput & { items: MessageItem[] };

/**
 * Asks the contributor to change what they sent: as a whole, and per question or proposed cell. The mail tells of it as soon
 * as the transaction is through. Asking once more, in other words, adds to it; the same words again change nothing. Where
 * nobody looks after the contribution, whoever asks does from now on, and hears of the answer.
 * Reasons: `not_found` (no such contribution), a `Hindrance` (lib/review/policy), `not_allowed_in_status` (also an editor's own proposal), `invalid` (an item names a
 * question that was not asked or a change that is not pending in it: `not_found`).
 */
export function requestChanges(input: RequestInput): Promise<Result> {
  return refusableTo({ ...input, command: 'request_changes' }, () =>
    db.$transaction((tx) => request({ now: new Date(), ...input }, tx)),
  );
}

async function request({ editor, reference, text, items, now }: Required<RequestInput>, tx: Tx): Promise<Result> {
  const { id, reachable, authorId } = await findOpen(reference, editor, tx);
  // An editor's own proposal has no contributor who could answer: it is rejected with a reason, or proposed anew.
  if (authorId !== null) throw new Refusal(failure('not_allowed_in_status'));
  const {
    currentRevision: revision,
    status,
    questionnaireId,
  } = await tx.contribution.findUniqueOrThrow({
    where: { id },
    select: { currentRevision: true, status: true, questionnaireId: true },
  });
  const asked = await readNewestMessage(id, 'changes_requested', tx);
  const repeated =
    asked?.revision === revision && asked.text === text && JSON.stringify(asked.items) === JSON.stringify(items);
  if (status === 'changes_requested' && repeated) return { ok: true };
  const issues = await unknownPlaces({ id, revision, questionnaireId, items }, tx);
  if (issues.length) throw new Refusal(failure('invalid', issues));

  const actor = { kind: 'editor', userId: editor.userId } as const;
  if (status === 'changes_requested') {
    await recordAudit(tx, {
      actor,
      action: 'contribution.changes_requested',
      subject: { kind: 'contribution', id },
      details: { further: true },
    });
  } else {
    const changed = await changeStatus({ id, to: 'changes_requested', actor, now }, tx);
    if (!changed.ok) throw new Refusal(changed);
  }
  const message = await writeMessage(
    { contributionId: id, kind: 'changes_requested', revision, text, items, userId: editor.userId, now },
    tx,
  );
  await takeIfNobodys({ contributionId: id, editor, now }, tx);
  if (reachable) {
    await queueMail(tx, {
      kind: 'changes-requested',
      to: { contributionId: id },
      payload: { message },
      dedupeKey: `changes-requested:${message}`,
      status: 'queued',
      locale: 'en',
    });
  }
  return { ok: true };
}

type Places = { id: string; revision: number; questionnaireId: string; items: MessageItem[] };

/** Items that are about nothing the contribution has. */
async function unknownPlaces({ id, revision, questionnaireId, items }: Places, tx: Tx): Promise<Issue[]> {
  const questionnaire = await readQuestionnaire(questionnaireId, 'en', tx);
  const changes = await tx.proposedChange.findMany({
    where: { contributionId: id, proposal: { revision: { number: revision } } },
    select: { id: true },
  });
  const known = {
    question: new Set(questionnaire?.questions.map(({ key }) => key)),
    cell: new Set(changes.map((change) => change.id)),
  };
  return items.flatMap((item, index) =>
    known[item.kind].has(item.id) ? [] : [{ path: `items.${index}.id`, code: 'not_found' }],
  );
}

/**
 * Writes to the contributor without asking for anything: shown on their status page, and mailed as soon as the transaction is
 * through. The same words twice in a row are stored and sent once.
 * Reasons: `not_found`, a `Hindrance` (lib/review/policy), `not_allowed_in_status` (withdrawn).
 */
export function writeToContributor({ editor, reference, text, now = new Date() }: WriteInput): Promise<Result> {
  return refusableTo({ editor, command: 'write', reference }, () =>
    db.$transaction(async (tx): Promise<Result> => {
      const { id, reachable } = await findOpen(reference, editor, tx, ['declined']);
      const { currentRevision: revision } = await tx.contribution.findUniqueOrThrow({
        where: { id },
        select: { currentRevision: true },
      });
      const last = await readNewestMessage(id, 'note', tx);
      if (last?.text === text && last.revision === revision) return { ok: true };
      const message = await writeMessage(
        { contributionId: id, kind: 'note', revision, text, userId: editor.userId, now },
        tx,
      );
      if (reachable) {
        await queueMail(tx, {
          kind: 'editor-note',
          to: { contributionId: id },
          payload: { message },
          dedupeKey: `editor-note:${message}`,
          status: 'queued',
          locale: 'en',
        });
      }
      await recordAudit(tx, {
        actor: { kind: 'editor', userId: editor.userId },
        action: 'contribution.note_written',
        subject: { kind: 'contribution', id },
      });
      return { ok: true };
    }),
  );
}
