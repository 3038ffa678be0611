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
import type { Naming, Telling } from '@/lib/questions/value-kind';
import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';

/** One thing that an earlier contribution said and that may still be true, each to be confirmed or dropped. */
type EarlierItem = { id: string; label: string; note?: string };
/** An item that can't be taken over, because it names agreements that have been retired since. */
type LeftOut = { label: string; agreements: string[] };
/** Those that belong into one step of the new draft. */
export type EarlierGroup = { step: string; items: (EarlierItem & { value: unknown })[]; leftOut: LeftOut[] };

/** What agreements and criteria are called that exist today. */
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
 * the question of the same key and kind, or else the first of the kind; its records, for the question of the same key;
 * and how to reach its author.
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
  const retired = await tx.agreement.findMany({
    where: { retiredAt: { not: null } },
    select: { slug: true, name: true, shortName: true },
  });
  const agreements = [...input.dataset.agreements, ...retired];
  const reading = { ...input, naming: namingIn({ ...input.dataset, agreements }), asked: former.questions };
  const lists = former.questions.flatMap((question) => groupOf(question, body, reading));
  return [...joined(lists), await contactOf(earlierId, tx)].filter(
    ({ items, leftOut }) => items.length + leftOut.length > 0,
  );
}

type Reading = EarlierInput & { naming: Naming; asked: readonly Question[] };

function groupOf(question: Question, body: Body, reading: Reading): EarlierGroup[] {
  const { earlierId, dataset, naming, words, asked } = reading;
  const target = targetOf(question, reading.questionnaire.questions);
  if (!target) return [];
  const known = new Set(dataset.agreements.map(({ slug }) => slug));
  const telling = { naming, words, locale: 'en' };
  const items = itemsOf(question, target, valueIn(body, question, asked)).map(({ value, agreements }, at) => ({
    id: `${earlierId} ${question.key} ${at}`,
    value,
    gone: agreements.filter((slug) => !known.has(slug)),
    ...labelOf(value, question, telling),
  }));
  return [
    {
      step: target.key,
      items: items.filter(({ gone }) => gone.length === 0).map(({ gone: _, ...item }) => item),
      leftOut: items
        .filter(({ gone }) => gone.length > 0)
        .map(({ label, gone }) => ({ label, agreements: gone.map((slug) => naming.agreement(slug).name) })),
    },
  ];
}

/** The items of an answer as the question of this year takes them, each with the agreements that it names. */
function itemsOf(question: Question, target: Question, value: unknown): { value: unknown; agreements: string[] }[] {
  const { list, rowsFor, value: valued } = kindOf(question);
  if (list)
    return (value as unknown[]).map((item) => ({
      // what answers a question with a list is a list
      value: item,
      agreements: list.agreements([item]).map(({ slug }) => slug),
    }));
  if (!rowsFor || value === undefined) return [];
  return rowsFor(value, target).map((row) => ({
    value: row,
    agreements: valued?.references?.([row], target).agreements.map(({ key }) => key) ?? [],
  }));
}

/** Other questions of a kind ask for the same things, but records have the fields of their own question. */
function targetOf(question: Question, questions: readonly Question[]): Question | undefined {
  const { list, entries, rowsFor } = kindOf(question);
  const same = questions.filter(({ kind }) => kind === question.kind);
  const alike = same.find(({ key }) => key === question.key);
  // Proposals were decided on: the same once more would be nothing new.
  if (list && !entries) return alike ?? same[0];
  return rowsFor && alike;
}

function labelOf(value: unknown, question: Question, telling: Telling): Omit<EarlierItem, 'id'> {
  const [first] = kindOf(question).shown([value], question, telling);
  return first ? nameOf(first) : { label: question.shortTitle };
}

function nameOf(shown: Shown): Omit<EarlierItem, 'id'> {
  switch (shown.piece) {
    case 'value':
      return { label: shown.values.map(({ text }) => text).join('; '), note: shown.label };
    case 'records': {
      // Its number would be the same for each: it is known by what its first field says.
      const [first, ...others] = shown.items[0]?.fields ?? [];
      const said = (values: readonly { text: string }[] = []) => values.map(({ text }) => text).join('; ');
      return {
        label: said(first?.values),
        note: others.map(({ label, values }) => `${label}: ${said(values)}`).join('; ') || undefined,
      };
    }
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
    leftOut: groups.filter((group) => group.step === step).flatMap(({ leftOut }) => leftOut),
  }));
}

/** The details of its author that a year may have changed. How to sign in public is asked anew each time. */
const CARRIED_DETAILS = ['name', 'affiliation', 'email', 'country', 'stakeholderGroup'] as const;

async function contactOf(earlierId: string, tx: Tx): Promise<EarlierGroup> {
  const about = await readAbout(earlierId, tx);
  const items = CARRIED_DETAILS.flatMap((field) =>
    about[field] === '' ? [] : [{ id: `${earlierId} ${ABOUT_STEP} ${field}`, label: about[field], value: { field } }],
  );
  return { step: ABOUT_STEP, items, leftOut: [] };
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
