import { findAgreements } from '@/lib/agreements/cells';
import type { Questionnaire } from '@/lib/calls/schema';
import { createDraft } from '@/lib/contributions/drafts/drafts';
import type { DraftBeginning } from '@/lib/contributions/drafts/drafts';
import { MAX_SECTION_BYTES, sectionKey } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import type { DraftShape } from '@/lib/contributions/documents/word-exports';
import { keepOriginal } from '@/lib/contributions/originals';
import type { OriginalFile } from '@/lib/contributions/originals';
import type { TypedSection } from '@/lib/intake/placing/typed-sections';
import type { Prisma, Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { takeHeldFile } from './held-files';
import { sectionKind } from './section-kind';

type NewDraft = {
  beginning: DraftBeginning;
  questionnaire: Pick<Questionnaire, 'questions'>;
  sections: readonly TypedSection[];
  /** Of the draft that the file was made from: says which agreement each of its updates is about. */
  shape?: DraftShape;
  original: OriginalFile;
  now?: Date;
};

/**
 * Begins a draft with what was confirmed of a held file, and keeps the file with it; the file is held no longer. Returns
 * the draft's private link's token. Reasons: `held_file_gone` (it has expired, or was confirmed already), `too_large` (a section).
 */
export function beginFromFile(
  input: NewDraft & { heldId: string },
): Promise<Result<{ contributionId: string; token: string }>> {
  return mutation({ actor: 'contributor' }, async (context) => {
    if (!(await takeHeldFile(input.heldId, context.tx))) return failure('held_file_gone');
    return { ok: true as const, ...(await createFilledDraft(input, context)) };
  });
}

/**
 * The same in the caller's mutation, for a file that is not held. Throws DomainError `too_large`.
 */
async function createFilledDraft(
  { beginning, questionnaire, sections, shape = {}, original, now = new Date() }: NewDraft,
  context: MutationContext,
): Promise<{ contributionId: string; token: string }> {
  const { tx, audit } = context;
  const begun = await createDraft(beginning, context);
  const { contributionId } = begun;
  const rows = await sectionRows(sections, questionnaire, shape, tx);
  await tx.draftSection.createMany({ data: rows.map((row) => ({ ...row, contributionId, updatedAt: now })) });
  await keepOriginal({ contributionId, original, now }, tx);
  await audit({
    action: 'contribution.filled_from_file',
    subject: { kind: 'contribution', id: contributionId },
    details: { sections: rows.length },
  });
  return begun;
}

export type SectionRow = { step: string; data: Prisma.InputJsonObject };

/** The sections as they are stored: proposals with positions of their own, updates with the version they begin from. */
export async function sectionRows(
  sections: readonly TypedSection[],
  questionnaire: Pick<Questionnaire, 'questions'>,
  shape: DraftShape,
  tx: Tx,
): Promise<SectionRow[]> {
  const completed = sections.map((section) => withAgreement(section, shape));
  const versions = await findAgreements(
    completed.flatMap(({ data: { agreement } }) => (typeof agreement === 'string' ? [agreement] : [])),
    tx,
  );
  const positions = new Map<string, number>();
  return completed.flatMap(({ step, entry, data }): SectionRow[] => {
    if (!entry) return [rowOf(step, sectionKind(step, false, questionnaire), data)];
    const position = (positions.get(step) ?? 0) + 1;
    positions.set(step, position);
    const baseVersion = versions.get(String(data.agreement))?.version;
    return [rowOf(sectionKey({ step, position }), 'proposal', { ...data, baseVersion })];
  });
}

/** The form of a draft prints the agreement of an update and has no place for it. */
function withAgreement(section: TypedSection, shape: DraftShape): TypedSection {
  const { step, entry, data } = section;
  const known = shape[step]?.entries.find(({ position }) => position === entry?.position);
  return known?.kind === 'update' && entry?.kind === 'update' && data.agreement === undefined
    ? { ...section, data: { ...data, agreement: known.agreement } }
    : section;
}

/** A section as it is stored. Throws DomainError `too_large`. */
export function rowOf(step: string, kind: Parameters<typeof readValues>[0], typed: unknown): SectionRow {
  const data = readValues(kind, typed) as Prisma.InputJsonObject; // texts, lists and flags of a form
  if (Buffer.byteLength(JSON.stringify(data)) > MAX_SECTION_BYTES) throw new DomainError(failure('too_large'));
  return { step, data };
}
