import { z } from 'zod';
import type { Editor } from '@/lib/accounts/policy';
import { inLanguage } from '@/lib/calls/calls';
import { DESK_CALL } from '@/lib/calls/constants';
import { questionnaire } from '@/lib/calls/schema';
import type { Questionnaire } from '@/lib/calls/schema';
import { recordHourly } from '@/lib/platform/audit/record';
import { db } from '@/lib/platform/db/client';
import type { Prisma, Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { isSameJson } from '@/lib/platform/json';
import { mutation } from '@/lib/platform/mutation';
import type { PublishedKinds } from './faults';
import { readPortable } from './portable';
import { readTyped, settled, typedFrom } from './typed-questionnaire';
import type { TypedQuestion, TypedQuestionnaire } from './typed-questionnaire';

export type OpenDraft = {
  call: { id: string; slug: string; title: string };
  typed: TypedQuestionnaire;
  /** 0 for a draft that was never saved. */
  version: number;
  edited: { at: Date; by: string | null } | null;
  /** The last published version; null if there is none. */
  newest: PublishedVersion | null;
  published: PublishedKinds;
};
export type PublishedVersion = { version: number; publishedAt: Date; content: Questionnaire };

/** The questionnaire of a call as it is edited now; without a draft, the last published one. Null for no such call. */
export async function openQuestionnaireDraft(slug: string, tx: Tx = db): Promise<OpenDraft | null> {
  const row = await findCall(slug, tx);
  if (!row) return null;
  const { questionnaires, questionnaireDraft: draft, id, texts } = row;
  const versions = questionnaires.flatMap(({ version, publishedAt, content }) =>
    publishedAt ? [{ version, publishedAt, content: questionnaire.parse(inLanguage(content, 'en')) }] : [],
  );
  const newest = versions.at(-1) ?? null;
  return {
    call: { id, slug, title: titled.parse(inLanguage(texts, 'en')).title },
    typed: draft ? readTyped(draft.content) : newest ? typedFrom(newest.content) : EMPTY,
    version: draft?.version ?? 0,
    edited: draft && { at: draft.editedAt, by: draft.editedBy?.name ?? draft.editedBy?.email ?? null },
    newest,
    published: new Map(versions.flatMap(({ content }) => content.questions.map(({ key, kind }) => [key, kind]))),
  };
}

/** The other texts of a call may be incomplete while it is prepared. */
const titled = z.object({ title: z.string() });

const EMPTY = readTyped({ about: { title: 'About you' } });

// The slug comes from an address: PostgreSQL refuses to compare some characters, and no call has them in its slug.
const findCall = (slug: string, tx: Tx) =>
  slug === DESK_CALL || slug.includes('\0')
    ? null
    : tx.call.findUnique({
        where: { slug },
        select: {
          id: true,
          texts: true,
          questionnaires: {
            orderBy: { version: 'asc' },
            select: { version: true, publishedAt: true, content: true },
          },
          questionnaireDraft: {
            select: {
              content: true,
              version: true,
              editedAt: true,
              editedBy: { select: { name: true, email: true } },
            },
          },
        },
      });

export type SavedDraft = { version: number; savedAt: string };

/**
 * Stores a draft as it is typed, complete or not. `version` is the one it was begun from.
 * Reasons: `not_found`, `draft_changed` (another admin has saved or published since).
 */
export async function saveQuestionnaireDraft({
  editor,
  slug,
  typed,
  version,
}: {
  editor: Editor;
  slug: string;
  typed: TypedQuestionnaire;
  version: number;
}): Promise<Result<SavedDraft>> {
  const call = await findCall(slug, db);
  if (!call) return failure('not_found');
  const saved = await mutation({ actor: editor }, async ({ tx }) => {
    const editedAt = new Date();
    await writeDraft({ callId: call.id, content: typed, version, editedById: editor.userId, editedAt }, tx);
    return { ok: true as const, version: version + 1, savedAt: editedAt.toISOString() };
  });
  // Every pause in typing saves, so the log has one event an hour.
  if (saved.ok)
    await recordHourly({ actor: editor, action: 'questionnaire.edited', subject: { kind: 'call', id: slug } });
  return saved;
}

type WrittenDraft = {
  callId: string;
  content: TypedQuestionnaire;
  version: number;
  editedById: string;
  editedAt: Date;
};

/** Replaces the draft of that version by the next one. Two at once: the second is refused with `draft_changed`. */
export async function writeDraft({ callId, version, content, ...written }: WrittenDraft, tx: Tx): Promise<void> {
  const json = content as unknown as Prisma.InputJsonObject; // texts, ticks and lists of them
  const next = { ...written, content: json, version: version + 1 };
  const { count } =
    version === 0
      ? await tx.questionnaireDraft.createMany({ data: { callId, ...next }, skipDuplicates: true })
      : await tx.questionnaireDraft.updateMany({ where: { callId, version }, data: next });
  if (count > 0) return;
  const now = await tx.questionnaireDraft.findUnique({ where: { callId }, select: { version: true } });
  const issue = { path: 'version', code: 'draft_changed', params: { version: now?.version ?? 0 } };
  throw new DomainError(failure('draft_changed', [issue]));
}

/**
 * Puts the content of a questionnaire file into the draft. The questions that were in it are not lost: they can be
 * brought back.
 * Reasons: `not_found`, `draft_changed`, `not_a_questionnaire` with a sentence for each fault.
 */
export async function importQuestionnaire({
  editor,
  slug,
  text,
  version,
}: {
  editor: Editor;
  slug: string;
  text: string;
  version: number;
}): Promise<Result<SavedDraft & { questions: number }>> {
  const draft = await openQuestionnaireDraft(slug);
  if (!draft) return failure('not_found');
  const file = readPortable(text);
  if (!file.ok) return file;
  const isDraft = 'draft' in file;
  const imported = isDraft ? file.draft : typedFrom(file.content);
  // The ids of questions that were never published mean something in their own draft alone.
  const isThere = (question: TypedQuestion) =>
    imported.questions.some((one) => (isDraft ? isSameJson(one, question) : one.id === question.id));
  const replaced = draft.typed.questions.filter((question) => !isThere(question));
  const content = settled({ ...imported, removed: [...replaced, ...draft.typed.removed] });
  return mutation({ actor: editor }, async ({ tx, audit }) => {
    const editedAt = new Date();
    await writeDraft({ callId: draft.call.id, content, version, editedById: editor.userId, editedAt }, tx);
    await audit({ action: 'questionnaire.imported', subject: { kind: 'call', id: slug } });
    const questions = imported.questions.length;
    return { ok: true as const, version: version + 1, savedAt: editedAt.toISOString(), questions };
  });
}
