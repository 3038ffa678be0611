import type { Editor } from '@/lib/accounts/policy';
import { inLanguage } from '@/lib/calls/calls';
import { questionnaire } from '@/lib/calls/schema';
import { TAGS } from '@/lib/platform/cache/tags';
import { db } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Issue, Result } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { checkListOf } from './check-list';
import { contentOf } from './content';
import { differenceOf } from './difference';
import { openQuestionnaireDraft, writeDraft } from './drafts';
import type { OpenDraft, PublishedVersion } from './drafts';
import { nextMeaning, readMeanings } from './meanings';
import type { PublicationInput } from './publication-schema';
import { typedFrom } from './typed-questionnaire';

/**
 * Makes the draft the next version of a call's questionnaire, which never changes again. Drafts of contributions that
 * are in progress stay on theirs.
 * Reasons: `not_found`, `draft_changed` (another admin has saved or published since), `same_questionnaire`,
 * `questionnaire_incomplete` (the check list has open points), `invalid` with issues (`meaning_needed` for each reworded question).
 */
export async function publishQuestionnaire({
  editor,
  publication,
}: {
  editor: Editor;
  publication: PublicationInput;
}): Promise<Result<{ version: number }>> {
  return mutation({ actor: editor }, (context) => publish(editor, publication, context));
}

async function publish(editor: Editor, publication: PublicationInput, context: MutationContext) {
  const { tx } = context;
  const draft = await openQuestionnaireDraft(publication.slug, tx);
  if (!draft) throw new DomainError(failure('not_found'));
  const { call, newest } = draft;
  const content = publishable(draft, publication);
  const version = (newest?.version ?? 0) + 1;
  const editedAt = new Date();
  // First, because it waits for a save or publication at the same moment, and then refuses.
  await writeDraft(
    { callId: call.id, content: typedFrom(content), version: publication.version, editedById: editor.userId, editedAt },
    tx,
  );
  await tx.questionnaire.create({
    data: {
      callId: call.id,
      version,
      publishedAt: editedAt,
      content: { en: content },
      reason: publication.reason,
      meanings: await meaningsAfter(draft, publication, context),
    },
    select: { id: true },
  });
  await context.audit({
    action: 'questionnaire.published',
    subject: { kind: 'call', id: call.slug },
    details: { version, changed: changedMeanings(publication) },
  });
  context.invalidate(TAGS.calls);
  return { ok: true as const, version };
}

/** The content of a draft that can be published; refuses any other. */
function publishable(draft: OpenDraft, publication: PublicationInput) {
  const { typed, newest, published, version } = draft;
  if (version !== publication.version) throw new DomainError(failure('draft_changed'));
  const difference = differenceOf(newest && typedFrom(newest.content), typed);
  if (newest && difference.length === 0) throw new DomainError(failure('same_questionnaire'));
  const parsed = questionnaire.safeParse(contentOf(typed, new Set(published.keys())));
  if (!parsed.success || checkListOf(draft).some(({ ok }) => !ok))
    throw new DomainError(failure('questionnaire_incomplete'));
  const unsaid = difference.filter(({ id, reworded }) => reworded && publication.meanings[id] === undefined);
  const issues = unsaid.map(({ id }): Issue => ({ path: `meanings.${id}`, code: 'meaning_needed' }));
  if (issues.length > 0) throw new DomainError(failure('invalid', issues));
  return parsed.data;
}

const changedMeanings = ({ meanings }: PublicationInput): string[] =>
  Object.keys(meanings).filter((key) => meanings[key] === 'other');

/** The numbers of the last version; a question that means something else gets a number that no call has used yet. */
async function meaningsAfter(draft: OpenDraft, publication: PublicationInput, { tx }: MutationContext) {
  const last = draft.newest ? await readMeanings(draft.call.id, draft.newest.version, tx) : {};
  const changed = await Promise.all(
    changedMeanings(publication).map(async (key) => [key, await nextMeaning(key, tx)] as const),
  );
  return { ...last, ...Object.fromEntries(changed) };
}

export type QuestionnaireVersion = {
  version: number;
  publishedAt: Date;
  reason: string | null;
  /** How many contributions, drafts included, are on it. */
  contributions: number;
};

/** The published versions of a call's questionnaire, newest first. */
export async function listQuestionnaireVersions(callId: string): Promise<QuestionnaireVersion[]> {
  const rows = await db.questionnaire.findMany({
    where: { callId, publishedAt: { not: null } },
    orderBy: { version: 'desc' },
    select: { version: true, publishedAt: true, reason: true, _count: { select: { contributions: true } } },
  });
  return rows.flatMap(({ publishedAt, _count, ...row }) =>
    publishedAt ? [{ ...row, publishedAt, contributions: _count.contributions }] : [],
  );
}

export type ReadVersion = PublishedVersion & { reason: string | null; before: PublishedVersion | null };

/** One published version with the one before it; null if there is none of that number. */
export async function readQuestionnaireVersion(callId: string, version: number): Promise<ReadVersion | null> {
  const rows = await db.questionnaire.findMany({
    where: { callId, version: { lte: version }, publishedAt: { not: null } },
    orderBy: { version: 'desc' },
    take: 2,
    select: { version: true, publishedAt: true, reason: true, content: true },
  });
  const [read, before] = rows.flatMap(({ publishedAt, content, ...row }) =>
    publishedAt ? [{ ...row, publishedAt, content: questionnaire.parse(inLanguage(content, 'en')) }] : [],
  );
  return read?.version === version ? { ...read, before: before ?? null } : null;
}
