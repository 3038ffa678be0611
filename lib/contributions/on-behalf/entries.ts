import type { Editor } from '@/lib/accounts/policy';
import type { EntrySource } from '@/lib/contributions/constants';
import { openCorrection } from '@/lib/contributions/corrections/corrections';
import { findCallForDraft } from '@/lib/contributions/drafts/drafts';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import { createLink } from '@/lib/contributions/links';
import type { ContributionStatus } from '@/lib/contributions/state';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import type { EntryInput } from './schema';

export type OpenedEntry = {
  contributionId: string;
  callSlug: string;
  /** The token of the editor's own link, which is stored nowhere. */
  token: string;
};

type BeginInput = { editor: Pick<Editor, 'userId' | 'token'>; input: EntryInput; now?: Date };

/**
 * Begins a draft that an editor fills in on behalf of its contributor, with what is known of them already, and opens it
 * with a link of the editor's. Reasons: those of `findCallForDraft`.
 */
export async function beginEntry({ editor, input, now = new Date() }: BeginInput): Promise<Result<OpenedEntry>> {
  const { call: callSlug, audience, source, affiliation, name, email } = input;
  const call = await findCallForDraft({ callSlug, audience, now, onBehalf: true });
  if (!call.ok) return call;
  return mutation({ actor: editor }, async (context) => {
    const { tx } = context;
    const entry = { source, receivedOn: input.receivedOn };
    const { contributionId } = await createEntry({ row: call.row, audience, editor, entry }, context);
    const about = readValues('about', { affiliation, name, email, language: 'en' });
    await tx.draftSection.create({
      data: { contributionId, step: ABOUT_STEP, data: about, updatedAt: now },
      select: { step: true },
    });
    const token = await createLink({ contributionId, purpose: 'manage', editorId: editor.userId }, tx);
    return { ok: true, contributionId, callSlug, token };
  });
}

type NewEntry = {
  /** Of `findCallForDraft`. */ row: { callId: string; questionnaireId: string };
  audience?: string;
  editor: Pick<Editor, 'userId'>;
  entry: {
    source: EntrySource;
    receivedOn: string;
    fileName?: string;
    /** Which part of the file it is. */ part?: number;
  };
};

/** Creates an empty draft on behalf in the caller's mutation. */
export async function createEntry(
  { row, audience, editor, entry: { receivedOn, ...entry } }: NewEntry,
  { tx, audit }: MutationContext,
): Promise<{ contributionId: string }> {
  const { id: contributionId } = await tx.contribution.create({ data: { ...row, audience }, select: { id: true } });
  await tx.entryOnBehalf.create({
    data: { ...entry, contributionId, enteredById: editor.userId, receivedOn: new Date(receivedOn) },
    select: { contributionId: true },
  });
  await tx.entryEditor.create({ data: { contributionId, userId: editor.userId }, select: { userId: true } });
  await audit({
    action: 'contribution.entry_begun',
    subject: { kind: 'contribution', id: contributionId },
    details: { source: entry.source },
  });
  return { contributionId };
}

type OpenInput = { editor: Pick<Editor, 'userId'>; contributionId: string; now?: Date };

/**
 * Opens what an editor has entered once more, with a new link of theirs: a draft, or a correction of what they sent.
 * Their earlier links to it end. No other editor may before they have taken it over, because the form shows who an
 * anonymous contributor is; nor they, once the contributor has confirmed it.
 * Reasons: `not_found` (no such entry of this editor), `confirmed_by_contributor`, and those of `openCorrection`.
 */
export async function openEntry({
  editor,
  contributionId,
  now = new Date(),
}: OpenInput): Promise<Result<OpenedEntry & { status: ContributionStatus }>> {
  const entry = await db.entryOnBehalf.findUnique({
    where: { contributionId, enteredById: editor.userId },
    select: { consentedAt: true, notedById: true, contribution: { select: { status: true } } },
  });
  if (!entry) return failure('not_found');
  if (entry.consentedAt && entry.notedById === null) return failure('confirmed_by_contributor');
  const { status } = entry.contribution;
  if (status !== 'draft') {
    const opened = await openCorrection({ contributionId, actor: editor, now });
    if (!opened.ok) return opened;
  }
  return mutation({ actor: editor }, async ({ tx, audit }) => {
    if (!(await holdEntry({ contributionId, editor }, tx))) return failure('not_found');
    await tx.accessLink.updateMany({
      where: { contributionId, editorId: editor.userId, revokedAt: null },
      data: { revokedAt: now },
    });
    const token = await createLink({ contributionId, purpose: 'manage', editorId: editor.userId }, tx);
    await audit({ action: 'contribution.entry_opened', subject: { kind: 'contribution', id: contributionId } });
    const { call } = await tx.contribution.findUniqueOrThrow({
      where: { id: contributionId },
      select: { call: { select: { slug: true } } },
    });
    return { ok: true, contributionId, callSlug: call.slug, token, status };
  });
}

/** Whether this editor enters it, held until the transaction ends: no other editor takes it over meanwhile. */
export async function holdEntry(
  { contributionId, editor }: { contributionId: string; editor: Pick<Editor, 'userId'> },
  tx: Tx,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM entries_on_behalf WHERE contribution_id = ${contributionId}::uuid AND entered_by_id = ${editor.userId} FOR NO KEY UPDATE`;
  return rows.length > 0;
}

export type UnsentEntry = {
  contributionId: string;
  call: string;
  source: EntrySource;
  receivedOn: Date;
  fileName: string | null;
  /** Affiliation or name, as typed so far. */
  onBehalfOf: string | null;
  begunAt: Date;
  /** Nothing of its file has been placed yet. */
  toPlace: boolean;
};

/** What an editor has begun to enter and not sent, the newest first. Those of other editors are in `listForeignEntries`. */
export async function listUnsentEntries({ userId }: Pick<Editor, 'userId'>): Promise<UnsentEntry[]> {
  const rows = await db.entryOnBehalf.findMany({
    where: { enteredById: userId, contribution: { status: 'draft' } },
    orderBy: [{ createdAt: 'desc' }, { contributionId: 'asc' }],
    take: 200,
    select: {
      contributionId: true,
      source: true,
      receivedOn: true,
      fileName: true,
      part: true,
      createdAt: true,
      contribution: {
        select: {
          call: { select: { slug: true } },
          _count: { select: { draftSections: true } },
          draftSections: { where: { step: ABOUT_STEP }, select: { data: true } },
        },
      },
    },
  });
  return rows.map(({ contribution: { call, draftSections, _count }, createdAt, part, ...row }) => {
    const { affiliation, name } = readValues('about', draftSections[0]?.data);
    return {
      ...{ ...row, call: call.slug, onBehalfOf: affiliation.trim() || name.trim() || null, begunAt: createdAt },
      toPlace: part !== null && _count.draftSections === 0,
    };
  });
}

/** From what a contribution is entered on behalf of its contributor; null for one that its contributor writes. */
export const readEntrySource = (contributionId: string) =>
  db.entryOnBehalf.findUnique({ where: { contributionId }, select: { source: true, receivedOn: true } });
