import type { AgreementCells } from '@/lib/agreements/cells';
import { listCodedAgreements, listCriteria, readAgreementCells, readDescriptions } from '@/lib/agreements/cells';
import { referenceNamesIn } from '@/lib/agreements/facts/reference-names';
import { wordedFor } from '@/lib/calls/audiences';
import type { CallPage } from '@/lib/calls/calls';
import type { Questionnaire } from '@/lib/calls/schema';
import { blankCallPaper } from '@/lib/contributions/documents/blank-call';
import { cellPieces } from '@/lib/contributions/documents/cell-words';
import { contentsOf, formSections } from '@/lib/contributions/documents/form-sections';
import type { FormInput, FormShape } from '@/lib/contributions/documents/form-sections';
import type { DraftShape } from '@/lib/contributions/documents/word-exports';
import { printedIn } from '@/lib/intake/placing/printed';
import { originForFiles } from '@/lib/platform/env';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { Words } from '@/lib/platform/i18n/words';
import { codedSets } from '@/lib/questions/answer-places';

/** What the files of a call are made from, besides their questions. */
export type FormSource = {
  call: CallPage;
  locale: Locale;
  words: Words;
  agreements: Awaited<ReturnType<typeof listCodedAgreements>>;
  sets: Awaited<ReturnType<typeof listCriteria>>;
  descriptions: Awaited<ReturnType<typeof readDescriptions>>;
};

/** Reads what the files of a call name. */
export async function readFormSource(call: CallPage, locale: Locale, words: Words): Promise<FormSource> {
  const [agreements, sets, descriptions] = await Promise.all([
    listCodedAgreements(),
    listCriteria(),
    readDescriptions(),
  ]);
  return { call, locale, words, agreements, sets, descriptions };
}

/** The form of a questionnaire; `shape` is that of a draft. */
export function formInput(source: FormSource, questionnaire: Questionnaire, shape?: FormShape): FormInput {
  const { call, locale, words, agreements, sets } = source;
  const site = originForFiles();
  return {
    ...{ locale, words, questionnaire, agreements, shape, offersEditorsOnly: call.offersEditorsOnly },
    annex: call.annex.map(({ slug }) => slug),
    sets: codedSets(sets),
    agreementsAddress: site === null ? null : site + pathsIn(locale).agreements,
  };
}

/** The shape of a draft's form, with the titles of its proposals and what the dataset says today beside each update. */
export async function formShapeOf(shape: DraftShape, source: FormSource): Promise<FormShape> {
  const { agreements, sets, words, locale } = source;
  const names = referenceNamesIn({
    agreements: agreements.map(({ value, label }) => ({ slug: value, name: label, shortName: label })),
    sets,
  });
  const updated = new Set(Object.values(shape).flatMap(({ entries }) => entries.map(({ agreement }) => agreement)));
  const cells = new Map<string, AgreementCells>();
  for (const slug of updated) {
    const read = slug === '' ? null : await readAgreementCells(slug);
    if (read) cells.set(slug, read);
  }
  return Object.fromEntries(
    Object.entries(shape).map(([step, { filled, entries }]) => [
      step,
      {
        filled,
        entries: entries.map((entry) => {
          const label = agreements.find(({ value }) => value === entry.agreement)?.label ?? entry.agreement;
          const today = Object.entries(cells.get(entry.agreement)?.cells ?? {});
          return {
            ...entry,
            title: words('sharing.paper.update', { agreement: label }),
            today: new Map(today.map(([cell, content]) => [cell, cellPieces(cell, content, { words, locale, names })])),
            sources: today.flatMap(([, { source: one }]) => one ?? []),
          };
        }),
      },
    ]),
  );
}

/**
 * All that the files of these questionnaires print, in the wording of every audience: what is left of a file without it
 * was added by a person.
 */
export function printedTexts(
  source: FormSource,
  questionnaires: readonly { version: number; content: Questionnaire }[],
  shape: FormShape | undefined,
): string[] {
  const { call, words, locale } = source;
  return [
    ...questionnaires.flatMap(({ version, content }) =>
      [null, ...(content.audiences ?? []).map(({ key }) => key)].flatMap((audience) =>
        printedIn(blankPaper(source, { version, content: wordedFor(content, audience) })),
      ),
    ),
    ...(shape
      ? questionnaires.flatMap(({ content }) => {
          const sections = formSections(formInput(source, content, shape));
          const preface = [contentsOf(sections, content, words)];
          return printedIn({ locale, site: '', title: '', fileName: '', facts: [], preface, sections });
        })
      : []),
    ...draftPreface(call, words, locale),
  ];
}

function blankPaper(
  { call, locale, words, agreements, sets, descriptions }: FormSource,
  questionnaire: { version: number; content: Questionnaire },
) {
  const [site, paths] = [originForFiles(), pathsIn(locale)];
  const addresses =
    site === null ? null : { form: site + paths.contribute(call.slug), agreements: site + paths.agreements };
  return blankCallPaper({
    ...{ locale, words, agreements, sets, descriptions, addresses },
    call: { ...call, title: call.texts.title, closesAt: call.closesAt?.toISOString() ?? null, questionnaire },
  });
}

/** The head of a draft's form; the moment at which it was made differs from file to file. */
function draftPreface({ slug, texts, closesAt, timeZone }: CallPage, words: Words, locale: Locale): string[] {
  const site = originForFiles();
  const address = site === null ? null : site + pathsIn(locale).contribute(slug);
  const deadline = closesAt ? sayMoment(closesAt.toISOString(), locale, timeZone) : words('common.allYear');
  return [
    words('sharing.draftForm.title'),
    words('sharing.draftForm.useOnSite'),
    ...(address === null ? [] : [words('sharing.draftForm.use', { address })]),
    words('sharing.draftForm.contacts'),
    `${words('sharing.paper.call')}: ${texts.title}`,
    `${words('sharing.paper.deadline')}: ${deadline}`,
  ];
}
