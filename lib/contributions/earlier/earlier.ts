import type { Questionnaire } from '@/lib/calls/schema';
import { readQuestionnaire } from '@/lib/calls/calls';
import { readAbout, readSentBody } from '@/lib/contributions/corrections/sent-body';
import { holdDraft } from '@/lib/contributions/drafts/drafts';
import { namingIn } from '@/lib/contributions/drafts/draft-parts';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import { db } from '@/lib/platform/db/client';
import type { Prisma, Tx } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import type { Words } from '@/lib/platform/i18n/words';
import { mutation } from '@/lib/platform/mutation';
import { valueIn } from '@/lib/questions/body';
import type { Body } from '@/lib/questions/body';
import type { Shown } from '@/lib/questions/kind';
import type { Telling } from '@/lib/questions/value-kind';
import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';

/** One thing that an earlier contribution said and that may still be true, each to be confirmed or dropped. */
type EarlierItem = { id: string; label: string; note?: string };
/** Those that belong into one step of the new draft. */
export type EarlierGroup = { step: string; items: (EarlierItem & { value: unknown })[] };

/** What agreements and criteria are called that exist today: an item that names a retired agreement is left out. */
type Dataset = {
  agreements: readonly { slug: string; name: string; shortName: string }[];
  sets: readonly { criteria: readonly { key: string; title: string }[] }[];
};
type EarlierInput = {
  /** The caller has checked that its reader holds the private link of this contribution. */
  earlierId: string;
  /** The questions of the new draft. */
  questionnaire: Pick<Questionnaire, 'questions'>;
  dataset: Dataset;
  words: Words;
};

/**
 * What an earlier contribution can lend to a new draft: the items of its lists, such as signatories and projects, for
 * the question of the same key and kind, or else the first of the kind; and how to reach its author.
 */
export async function readEarlier(input: EarlierInput, tx: Tx = db): Promise<EarlierGroup[]> {
  const { earlierId } = input;
  const row = await tx.contribution.findUnique({
    where: { id: earlierId, status: { notIn: ['draft', 'withdrawn'] } },
    select: { currentRevision: true, questionnaireId: true },
  });
  const former = row && (await readQuestionnaire(row.questionnaireId, 'en', tx));
  const body = row && (await readSentBody(earlierId, row.currentRevision, tx));
  if (!former || !body) return [];
  const lists = former.questions.flatMap((question) => groupOf(question, former.questions, body, input));
  return [...joined(lists), await contactOf(earlierId, tx)].filter(({ items }) => items.length > 0);
}

function groupOf(question: Question, asked: readonly Question[], body: Body, input: EarlierInput): EarlierGroup[] {
  const { list, entries } = kindOf(question);
  const target = targetOf(question, input.questionnaire.questions);
  // Proposals were decided on: the same once more would be nothing new.
  if (!list || entries || !target) return [];
  const known = new Set(input.dataset.agreements.map(({ slug }) => slug));
  const telling = { naming: namingIn(input.dataset), words: input.words, locale: 'en' };
  const items = (valueIn(body, question, asked) as unknown[]) // what answers a question with a list is a list
    .map((value, at) => ({ id: `${input.earlierId} ${question.key} ${at}`, value }))
    .filter(({ value }) => list.agreements([value]).every(({ slug }) => known.has(slug)))
    .map((item) => ({ ...item, ...labelOf(item.value, question, telling) }));
  return [{ step: target.key, items }];
}

const targetOf = (question: Question, questions: readonly Question[]): Question | undefined => {
  const same = questions.filter(({ kind }) => kind === question.kind);
  return same.find(({ key }) => key === question.key) ?? same[0];
};

function labelOf(value: unknown, question: Question, telling: Telling): Omit<EarlierItem, 'id'> {
  const [first] = kindOf(question).shown([value], question, telling);
  return first ? nameOf(first) : { label: question.shortTitle };
}

function nameOf(shown: Shown): Omit<EarlierItem, 'id'> {
  switch (shown.piece) {
    case 'value':
      return { label: shown.values.map(({ text }) => text).join('; '), note: shown.label };
    case 'records':
      return { label: shown.items[0]?.title ?? '' };
    case 'projects':
      return { label: shown.items[0]?.title ?? '', note: shown.items[0]?.description };
    case 'names': {
      const [item] = shown.items;
      return { label: item?.agreement?.name ?? item?.name ?? '', note: item?.note };
    }
  }
}

/** Two questions of last year may lead to one of this year. */
function joined(groups: readonly EarlierGroup[]): EarlierGroup[] {
  return [...new Set(groups.map(({ step }) => step))].map((step) => ({
    step,
    items: groups.filter((group) => group.step === step).flatMap(({ items }) => items),
  }));
}

/** The details of its author that a year may have changed. How to sign in public is asked anew each time. */
const CARRIED_DETAILS = ['name', 'affiliation', 'email', 'country', 'stakeholderGroup'] as const;

async function contactOf(earlierId: string, tx: Tx): Promise<EarlierGroup> {
  const about = await readAbout(earlierId, tx);
  const items = CARRIED_DETAILS.flatMap((field) =>
    about[field] === '' ? [] : [{ id: `${earlierId} ${ABOUT_STEP} ${field}`, label: about[field], value: { field } }],
  );
  return { step: ABOUT_STEP, items };
}

/**
 * Puts the confirmed items into the steps of a draft in which nothing is typed yet; what is typed already stays.
 * Returns how many steps were filled. Reasons: `not_found`, `withdrawn`, `already_submitted`.
 */
export async function carryOver({
  contributionId,
  confirmed,
  earlier,
  questionnaire,
  now = new Date(),
}: {
  contributionId: string;
  /** The ids of items. */
  confirmed: ReadonlySet<string>;
  earlier: readonly EarlierGroup[];
  questionnaire: Pick<Questionnaire, 'questions'>;
  now?: Date;
}): Promise<Result<{ steps: number }>> {
  const sections = joined(earlier).flatMap(({ step, items }) => {
    const kept = items.filter(({ id }) => confirmed.has(id));
    const data = kept.length > 0 ? sectionOf(step, kept, questionnaire) : undefined;
    return data ? [{ contributionId, step, data, updatedAt: now }] : [];
  });
  return mutation({ actor: 'contributor' }, async ({ tx, audit }) => {
    const refused = await holdDraft(contributionId, tx);
    if (refused) return refused;
    const { count } = await tx.draftSection.createMany({ data: sections, skipDuplicates: true });
    await audit({
      action: 'contribution.carried_over',
      subject: { kind: 'contribution', id: contributionId },
      details: { steps: count },
    });
    return { ok: true, steps: count };
  });
}

function sectionOf(
  step: string,
  items: EarlierGroup['items'],
  { questions }: Pick<Questionnaire, 'questions'>,
): Prisma.InputJsonObject | undefined {
  if (step === ABOUT_STEP) {
    // each item is of `contactOf`
    const details = items.map(({ value, label }) => [(value as { field: string }).field, label]);
    return readValues('about', Object.fromEntries(details));
  }
  const question = questions.find(({ key }) => key === step);
  if (!question) return undefined;
  // The items name the question they answered last year; the section itself names the one of this year.
  const values = items.map(({ value }) => ({ ...(value as object), question: undefined }));
  return { text: '', ...kindOf(question).prefill(values, question) };
}
