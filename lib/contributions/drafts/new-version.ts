import type { Questionnaire } from '@/lib/calls/schema';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { Question } from '@/lib/questions/registry';
import { askedByDraft } from './assembly';
import type { DraftPart } from './assembly';
import { holdDraft } from './drafts';
import { sectionIssues } from './sections';
import type { FieldIssue } from './sections';

/** What a newer version of the questions would change in a draft. */
export type VersionChanges = {
  added: Question[];
  reworded: { before: Question; after: Question }[];
  /** Questions that are not in it any more; `answered` if the draft says something there. */
  gone: { question: Question; answered: boolean }[];
  /** Answers that do not fit it as they are: they stay in the draft, to be corrected. */
  unfit: { question: Question; why: 'kind' | 'not_asked' | 'faults'; faults: FieldIssue[] }[];
};

/** Compares two versions of a questionnaire for one draft. `answered` are the questions that it says something on. */
export function versionChanges({
  before,
  after,
  parts,
  answered,
  files,
}: {
  before: Questionnaire;
  after: Questionnaire;
  parts: readonly DraftPart[];
  answered: ReadonlySet<string>;
  files: readonly { questionKey: string }[];
}): VersionChanges {
  const [was, is] = [byKey(before), byKey(after)];
  const both = before.questions.flatMap((question) => {
    const next = is.get(question.key);
    return next ? [{ before: question, after: next }] : [];
  });
  const moved = partsIn(after, parts);
  const asked = askedByDraft(after, moved, files);
  return {
    added: after.questions.filter(({ key }) => !was.has(key)),
    reworded: both.filter((one) => one.before.title !== one.after.title || one.before.help !== one.after.help),
    gone: before.questions
      .filter(({ key }) => !is.has(key))
      .map((question) => ({ question, answered: answered.has(question.key) })),
    unfit: both
      .filter(({ after: { key } }) => answered.has(key))
      .flatMap(({ before: former, after: question }): VersionChanges['unfit'] => {
        if (former.kind !== question.kind) return [{ question, why: 'kind', faults: [] }];
        const faults = newFaults(former, question, parts);
        if (faults.length > 0) return [{ question, why: 'faults', faults }];
        return asked.has(question.key) ? [] : [{ question, why: 'not_asked', faults: [] }];
      }),
  };
}

const byKey = ({ questions }: Questionnaire) => new Map(questions.map((question) => [question.key, question]));

/** The sections of the draft as the other version asks for them. */
const partsIn = ({ questions }: Questionnaire, parts: readonly DraftPart[]): DraftPart[] =>
  parts.flatMap((part) => {
    if (!('question' in part.section)) return [part];
    const question = questions.find(({ key }) => key === part.step);
    return question ? [{ ...part, section: { kind: question.kind, question } }] : [];
  });

/** What the new version refuses in an answer and the former one took. */
function newFaults(before: Question, after: Question, parts: readonly DraftPart[]): FieldIssue[] {
  const data = parts.find(({ step, position }) => step === after.key && position === undefined)?.data;
  const former = sectionIssues({ kind: before.kind, question: before }, data);
  return sectionIssues({ kind: after.kind, question: after }, data).filter(
    ({ name, message }) => !former.some((one) => one.name === name && one.message === message),
  );
}

/**
 * Moves a draft to the newest version of its call's questions. What is typed stays, also where the version has no place
 * for it. Each section gets a new version number: a page of the former version can't save over it, and nothing is
 * submitted that was read in other words. Reasons: `not_found`, `withdrawn`, `already_submitted` (what was sent stays
 * on its version), `stale` (the draft or the newest version is another one than the page showed).
 */
export async function takeNewVersion({
  contributionId,
  from,
  to,
}: {
  contributionId: string;
  /** The ids of the questionnaires that the page compared. */
  from: string;
  to: string;
}): Promise<Result> {
  return mutation({ actor: 'contributor' }, async ({ tx, audit }) => {
    const refused = await holdDraft(contributionId, tx, 'alone');
    if (refused) return refused;
    const draft = await tx.contribution.findUniqueOrThrow({
      where: { id: contributionId },
      select: {
        questionnaireId: true,
        currentRevision: true,
        call: {
          select: {
            questionnaires: {
              where: { publishedAt: { not: null } },
              orderBy: { version: 'desc' },
              take: 1,
              select: { id: true, version: true },
            },
          },
        },
      },
    });
    if (draft.currentRevision > 0) return failure('already_submitted');
    const newest = draft.call.questionnaires[0];
    // Pressed twice: it is there already.
    if (draft.questionnaireId === to) return { ok: true };
    if (draft.questionnaireId !== from || newest?.id !== to) return failure('stale');
    await tx.contribution.update({
      where: { id: contributionId },
      data: { questionnaireId: to },
      select: { id: true },
    });
    await tx.draftSection.updateMany({ where: { contributionId }, data: { version: { increment: 1 } } });
    await audit({
      action: 'contribution.version_taken',
      subject: { kind: 'contribution', id: contributionId },
      details: { version: newest.version },
    });
    return { ok: true };
  });
}
