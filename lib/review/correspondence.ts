import { readReferenceNames } from '@/lib/agreements/cells';
import { cellLabel } from '@/lib/agreements/facts/words';
import { readQuestionnaire } from '@/lib/calls/calls';
import { diffBodies } from '@/lib/contributions/corrections/diff';
import { readSentBody } from '@/lib/contributions/corrections/sent-body';
import type { MessageItem } from '@/lib/contributions/message-schema';
import { readNewestMessage, writeMessage } from '@/lib/contributions/messages';
import { changeStatus } from '@/lib/contributions/status';
import { queueMail } from '@/lib/notifications/outbox';
import type { Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { Issue, Result } from '@/lib/platform/errors';
import { DomainError, failure } from '@/lib/platform/errors';
import type { MutationContext } from '@/lib/platform/mutation';
import { mutation } from '@/lib/platform/mutation';
import { takeIfNobodys } from '@/lib/review/assignment/assignment';
import { wordsIn } from '@/lib/platform/i18n/words';
import { isSameJson } from '@/lib/platform/json';
import type { Place } from '@/lib/questions/kind';
import { loadReviewable } from './decide';
import type { Editor } from '@/lib/accounts/policy';

type WriteInput = { editor: Editor; reference: string; text: string; now?: Date };
type RequestInput = WriteInput & { items: MessageItem[] };

/**
 * Asks the contributor to change what they sent: as a whole, and per question or proposed cell. The mail leaves as soon
 * as the transaction is committed. Asking again in other words adds to the request; the same words again change
 * nothing. An unassigned contribution is assigned to the asking editor, who is notified of the answer.
 * Reasons: `not_found` (no such contribution), a `Blocker` (lib/review/policy), `not_allowed_in_status` (also an
 * editor's own proposal), `invalid` (an item names a question that was not asked or a change that is not pending in it:
 * `not_found`).
 */
export function requestChanges(input: RequestInput): Promise<Result> {
  return mutation({ actor: input.editor, reference: input.reference, command: 'request_changes' }, (context) =>
    request({ now: new Date(), ...input }, context),
  );
}

async function request(
  { editor, reference, text, items, now }: Required<RequestInput>,
  context: MutationContext,
): Promise<Result> {
  const { tx, audit } = context;
  const { id, reachable, authorId } = await loadReviewable(reference, editor, tx);
  // An editor's own proposal has no contributor who could answer: it is rejected with a reason, or proposed anew.
  if (authorId !== null) throw new DomainError(failure('not_allowed_in_status'));
  const {
    currentRevision: revision,
    status,
    questionnaireId,
  } = await tx.contribution.findUniqueOrThrow({
    where: { id },
    select: { currentRevision: true, status: true, questionnaireId: true },
  });
  const asked = await readNewestMessage(id, 'changes_requested', tx);
  const repeated = asked?.revision === revision && asked.text === text && isSameJson(asked.items, items);
  if (status === 'changes_requested' && repeated) return { ok: true };
  const issues = await unknownPlaces({ id, revision, questionnaireId, items }, tx);
  if (issues.length) throw new DomainError(failure('invalid', issues));

  if (status === 'changes_requested') {
    await audit({
      action: 'contribution.changes_requested',
      subject: { kind: 'contribution', id },
      details: { further: true },
    });
  } else {
    const changed = await changeStatus({ id, to: 'changes_requested', now }, context);
    if (!changed.ok) throw new DomainError(changed);
  }
  const message = await writeMessage(
    { contributionId: id, kind: 'changes_requested', revision, text, items, userId: editor.userId, now },
    tx,
  );
  await takeIfNobodys({ contributionId: id, editor, now }, context);
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
 * Writes to the contributor without asking for anything: shown on their status page, and mailed as soon as the
 * transaction is committed. The same words twice in a row are stored and sent once.
 * Reasons: `not_found`, a `Blocker` (lib/review/policy), `not_allowed_in_status` (withdrawn).
 */
export function writeToContributor({ editor, reference, text, now = new Date() }: WriteInput): Promise<Result> {
  return mutation({ actor: editor, command: 'write', reference }, async ({ tx, audit }) => {
    const { id, reachable } = await loadReviewable(reference, editor, tx, ['declined']);
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
    await audit({
      action: 'contribution.note_written',
      subject: { kind: 'contribution', id },
    });
    return { ok: true };
  });
}

type AnsweredItem = {
  kind: 'question' | 'cell';
  id: string;
  /** Of a cell: what its agreement is called. */
  agreement: string | null;
  /** What the question or the cell is called. */
  about: string;
  text: string;
  changed: boolean;
};
export type AnsweredRequest = {
  askedAt: Date;
  /** The version the request was about, and the one that has come since. */
  from: number;
  to: number;
  text: string;
  items: AnsweredItem[];
  /** Whether anything at all says something else. */
  changed: boolean;
};

/**
 * The editors' last request for changes, compared with the versions sent since: for each answer and each cell they
 * asked about, whether it has changed. Null if nothing was asked for, nothing has been sent since, or it is settled.
 */
export async function readAnsweredRequest(reference: string): Promise<AnsweredRequest | null> {
  const row = await db.contribution.findFirst({
    where: { reference, status: 'submitted' },
    select: { id: true, currentRevision: true, questionnaireId: true },
  });
  const request = row && (await readNewestMessage(row.id, 'changes_requested'));
  if (!row || !request || request.revision >= row.currentRevision) return null;
  const [before, after] = [
    await readSentBody(row.id, request.revision),
    await readSentBody(row.id, row.currentRevision),
  ];
  if (!before || !after) return null;
  const questions = (await readQuestionnaire(row.questionnaireId, 'en'))?.questions ?? [];
  const differences = diffBodies(before, after, {
    questions,
    agreement: (slug) => slug,
    criterion: (key) => key,
    cell: (key) => key,
    value: (_, value) => JSON.stringify(value),
    words: wordsIn('en'),
    locale: 'en',
  });
  const cells = await readAskedCells(request.items.flatMap(({ kind, id }) => (kind === 'cell' ? [id] : [])));
  const items = request.items.map(({ kind, id, text }): AnsweredItem => {
    const question = kind === 'question' ? questions.find(({ key }) => key === id) : undefined;
    const cell = kind === 'cell' ? cells.get(id) : undefined;
    const changed = differences.some(({ place }) =>
      question ? place.question === question.key : cell !== undefined && isOfCell(place, cell),
    );
    return { kind, id, text, agreement: cell?.name ?? null, about: question?.shortTitle ?? cell?.title ?? id, changed };
  });
  return {
    askedAt: request.at,
    from: request.revision,
    to: row.currentRevision,
    text: request.text,
    items,
    changed: differences.length > 0,
  };
}

type AskedCell = {
  key: string;
  title: string;
  /** The agreement's slug, or the name proposed for a new one. */ target: string;
  name: string;
};

const isOfCell = (place: Place, { key, target }: AskedCell) => place.cell === key && place.about === target;

/** The cells a request named, by the proposed change it named them by. */
async function readAskedCells(ids: string[]): Promise<Map<string, AskedCell>> {
  if (ids.length === 0) return new Map();
  const names = await readReferenceNames();
  const rows = await db.proposedChange.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      key: true,
      proposal: {
        select: {
          kind: true,
          agreement: { select: { slug: true, shortName: true } },
          changes: { where: { key: 'name' }, select: { value: true } },
        },
      },
    },
  });
  return new Map(
    rows.map(({ id, key, proposal: { kind, agreement, changes } }) => {
      const proposed = String(changes[0]?.value ?? '');
      const target = kind === 'update' ? (agreement?.slug ?? '') : proposed;
      return [id, { key, title: cellLabel(key, 'en', names), target, name: agreement?.shortName ?? proposed }];
    }),
  );
}
