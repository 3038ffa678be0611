import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import { fingerprintOf } from '@/lib/contributions/drafts/steps';
import type { Draft } from '@/lib/contributions/drafts/stored-draft';
import { readValues } from '@/lib/contributions/drafts/values';
import { db } from '@/lib/platform/db/client';
import { mutation } from '@/lib/platform/mutation';
import { kindOf } from '@/lib/questions/registry';
import { isRecord } from '@/lib/questions/typed-fields';

const entry = z.object({
  kind: z.enum(['update', 'new']),
  number: z.number().int(),
  position: z.number().int(),
  agreement: z.string(),
  rows: z.array(z.string()),
});
const shape = z.record(z.string(), z.object({ filled: z.number().int(), entries: z.array(entry) }));
/** How many rows and which proposals a draft has, by question: with the questionnaire it says all places of its form. */
export type DraftShape = z.infer<typeof shape>;

/** An export that was given out, for a file that comes back. Having its id entitles to nothing. */
export type WordExport = {
  contributionId: string;
  questionnaireId: string;
  locale: string;
  shape: DraftShape;
  /** The versions that the sections of the draft had, by step: a section that has another one has changed since. */
  versions: Record<string, number>;
};

/** The shape of a draft by what is typed in it. */
export function shapeOfDraft(parts: readonly DraftPart[]): DraftShape {
  const questions = parts.flatMap((part) =>
    'question' in part.section ? [{ ...part, question: part.section.question }] : [],
  );
  return Object.fromEntries(
    questions.map(({ step, question, data }) => {
      const values: unknown = readValues(question.kind, data);
      const list = isRecord(values) ? values[kindOf(question).rows?.name ?? ''] : undefined;
      const proposals = parts.filter((part) => part.step === step && part.position !== undefined);
      return [step, { filled: Array.isArray(list) ? list.length : 0, entries: proposals.map(entryOf) }];
    }),
  );
}

function entryOf({ position = 0, section, data }: DraftPart): DraftShape[string]['entries'][number] {
  const { kind, agreement, cells } = readValues('proposal', data);
  const base = section.kind === 'proposal' ? Object.keys(section.base) : [];
  const rows = [...new Set([...base, ...Object.keys(cells)])].filter((key) => key.includes(':')).toSorted();
  return { kind, number: position, position, agreement, rows };
}

/**
 * Records that a draft is given out as a Word form, and returns the id by which the file is recognised, with the version
 * of the questionnaire. The same draft in the same state has one id. Reasons: `not_found`.
 */
export async function recordWordExport(draft: Draft, parts: readonly DraftPart[], locale: string) {
  const { id: contributionId, questionnaireId, sections } = draft;
  const state = createHash('sha256').update(fingerprintOf(sections)).digest('hex');
  const versions = Object.fromEntries([...sections].map(([step, { version }]) => [step, version]));
  return mutation({ actor: 'contributor' }, async ({ tx }) => {
    const { id, questionnaire } = await tx.wordExport.upsert({
      where: { contributionId_locale_state: { contributionId, locale, state } },
      create: { contributionId, questionnaireId, locale, state, shape: shapeOfDraft(parts), versions },
      update: {},
      select: { id: true, questionnaire: { select: { version: true } } },
    });
    return { ok: true as const, id, version: questionnaire.version };
  });
}

/** The export that a file names; null for an empty form, for one that is not known, and once its draft is gone. */
export async function readWordExport(id: string): Promise<WordExport | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await db.wordExport.findUnique({
    where: { id },
    select: { contributionId: true, questionnaireId: true, locale: true, shape: true, versions: true },
  });
  // as `recordWordExport` stored them
  return (
    row && { ...row, shape: shape.parse(row.shape), versions: z.record(z.string(), z.number()).parse(row.versions) }
  );
}
