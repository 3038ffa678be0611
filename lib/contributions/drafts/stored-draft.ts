import { findAgreements, readSnapshotAt } from '@/lib/agreements/cells';
import type { Questionnaire } from '@/lib/calls/schema';
import { wordedFor } from '@/lib/calls/audiences';
import { readQuestionnaire } from '@/lib/calls/calls';
import type { ContributionStatus } from '@/lib/contributions/state';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { BaseCells } from '@/lib/questions/proposal-changes';
import { readValues } from './values';

export type StoredSection = { data: unknown; version: number; updatedAt: Date };
export type Draft = {
  id: string;
  callSlug: string;
  status: ContributionStatus;
  /** The number of its newest submitted revision; 0 for one that was never sent. */
  revision: number;
  /** Whether contact details in what was last sent are shown in public. */
  showsContacts: boolean;
  /** What was last sent is for the editors only. */
  editorsOnly: boolean;
  /** The audience of its wording; null for the wording for all. */
  audience: string | null;
  questionnaireId: string;
  /** In that wording. */
  questionnaire: Questionnaire;
  sections: Map<string, StoredSection>;
};

/**
 * A contribution with all that is typed and not submitted; null for an unknown id. It keeps the questions it began
 * with.
 */
export async function readDraft(id: string, locale: string, tx: Tx = db): Promise<Draft | null> {
  const row = await tx.contribution.findUnique({
    where: { id },
    select: {
      id: true,
      status: true,
      currentRevision: true,
      showsContacts: true,
      editorsOnly: true,
      questionnaireId: true,
      audience: true,
      call: { select: { slug: true } },
      draftSections: { select: { step: true, data: true, version: true, updatedAt: true }, orderBy: { step: 'asc' } },
    },
  });
  const questionnaire = row && (await readQuestionnaire(row.questionnaireId, locale, tx));
  if (!row || !questionnaire) return null;
  const sections = new Map(row.draftSections.map(({ step, ...section }) => [step, section]));
  return {
    id: row.id,
    callSlug: row.call.slug,
    status: row.status,
    revision: row.currentRevision,
    showsContacts: row.showsContacts,
    editorsOnly: row.editorsOnly,
    audience: row.audience,
    questionnaireId: row.questionnaireId,
    questionnaire: wordedFor(questionnaire, row.audience),
    sections,
  };
}

/** One section as it is stored now, or null. */
export async function readSection(contributionId: string, step: string, tx: Tx = db): Promise<StoredSection | null> {
  return tx.draftSection.findUnique({
    where: { contributionId_step: { contributionId, step } },
    select: { data: true, version: true, updatedAt: true },
  });
}

/**
 * For each section with an update: the cells of its agreement at the version it was begun with. Keyed like the
 * sections.
 */
export async function readBases(sections: Iterable<[string, unknown]>, tx: Tx = db): Promise<Map<string, BaseCells>> {
  const updates = [...sections].flatMap(([key, data]) => {
    const { kind, agreement, baseVersion } = readValues('proposal', data);
    return kind === 'update' && baseVersion !== undefined ? [{ key, agreement, baseVersion }] : [];
  });
  const agreements = await findAgreements(
    updates.map((update) => update.agreement),
    tx,
  );
  const wanted = updates.flatMap(({ key, agreement, baseVersion }) => {
    const agreementId = agreements.get(agreement)?.id;
    return agreementId === undefined ? [] : [{ key, agreementId, version: baseVersion }];
  });
  const bases = await Promise.all(wanted.map(async (one) => [one.key, await readSnapshotAt(one, tx)] as const));
  return new Map(bases);
}
