import fs from 'node:fs';
import { z } from 'zod';
import { referenceNamesIn } from '@/lib/agreements/facts/reference-names';
import type { CellContent } from '@/lib/agreements/schema';
import { seedCall } from '@/lib/calls/schema';
import type { Questionnaire } from '@/lib/calls/schema';
import { cellPieces } from '@/lib/contributions/documents/cell-words';
import { blankCallPaper } from '@/lib/contributions/documents/blank-call';
import { answerPlacesOf, formSections } from '@/lib/contributions/documents/form-sections';
import type { FormShape } from '@/lib/contributions/documents/form-sections';
import { wordFile } from '@/lib/contributions/documents/word/file';
import type { PlacingInput } from '@/lib/intake/placing/place-answers';
import { placeholdersAt, printedIn } from '@/lib/intake/placing/printed';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { CodedOption } from '@/lib/questions/answer-place';
import { codedSets } from '@/lib/questions/answer-places';
import type { Piece } from '@/lib/questions/paper';

type CriterionSet = { title: string; criteria: { key: string; title: string; help: string | null }[] };

/** What a form is made of besides the questions of 2020; without a dataset it has the whole one of the repository. */
type FormOptions = {
  call?: string;
  version?: number;
  /** Another version of the questionnaire. */
  changed?: (questions: Questionnaire['questions']) => Questionnaire['questions'];
  /** Of a draft: its proposals. */
  shape?: FormShape;
  dataset?: { agreements: CodedOption[]; sets: CriterionSet[]; annex: string[] };
};

const data = (name: string): unknown => JSON.parse(fs.readFileSync(`prisma/data/${name}.json`, 'utf8'));

const agreementsFile = z.object({
  agreements: z.array(
    z.object({
      slug: z.string(),
      facts: z.looseObject({ name: z.object({ value: z.string() }) }),
      assessments: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
});
const criteriaFile = z.array(
  z.object({
    title: z.string(),
    criteria: z.array(z.object({ key: z.string(), title: z.string(), help: z.string().nullish() })),
  }),
);

/** The dataset with the codes that it has in a database that was filled from the repository. */
function wholeDataset() {
  const agreements = agreementsFile
    .parse(data('agreements'))
    .agreements.map(({ slug, facts }) => ({ value: slug, label: facts.name.value }))
    .map((one, at) => ({ ...one, code: `A${String(at + 1).padStart(2, '0')}` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
  const sets = criteriaFile.parse(data('criteria')).map(({ title, criteria }) => ({
    title,
    criteria: criteria.map(({ key, title: name, help = null }) => ({ key, title: name, help })),
  }));
  return { agreements, sets };
}

/** The Word form of the call of 2020, and what a file made from it is placed against. No database is asked. */
export function formOf2020({ call = '2020', version, changed, shape, dataset }: FormOptions = {}) {
  const words = wordsIn('en');
  const calls = z.array(seedCall).parse(data('calls'));
  const stored = calls.find(({ slug }) => slug === '2020');
  const [questionnaire, texts] = [stored?.questionnaires[0], stored?.texts.en];
  const asked = questionnaire?.content.en;
  if (!stored || !questionnaire || !asked || !texts) throw new Error('no call of 2020');
  const content = { ...asked, questions: changed ? changed(asked.questions) : asked.questions };
  const { agreements, sets } = dataset ?? wholeDataset();
  const annex = dataset?.annex ?? stored.annex;
  const addresses = { form: 'https://forum.example/form', agreements: 'https://forum.example/agreements' };
  const identity = { call, questionnaire: version ?? questionnaire.version, language: 'en' };
  const paper = blankCallPaper({
    ...{ locale: 'en', words, agreements, sets, addresses },
    call: {
      ...{ slug: call, title: texts.title, closesAt: stored.closesAt ?? null, timeZone: stored.timeZone, texts },
      ...{ acceptsLate: true, acceptsFiles: true, annex: annex.map((slug) => ({ slug })) },
      questionnaire: { version: identity.questionnaire, content },
    },
  });
  const asks = {
    ...{ locale: 'en' as const, words, questionnaire: content, annex, agreements, sets: codedSets(sets), shape },
    agreementsAddress: addresses.agreements,
  };
  const places = answerPlacesOf(asks);
  const input: PlacingInput = {
    ...{ places, identity, aboutTitle: content.about.title },
    questions: content.questions.map(({ key, title, shortTitle, help }, at) => ({
      ...{ key, title, shortTitle, help, number: String(at + 1) },
    })),
    printed: [...printedIn(paper), ...(shape ? printedIn({ ...paper, sections: formSections(asks) }) : [])],
    placeholders: placeholdersAt(places, words),
  };
  return { input, file: () => wordFile(paper) };
}

const storedAgreement = (slug: string) => {
  const found = agreementsFile.parse(data('agreements')).agreements.find((one) => one.slug === slug);
  if (!found) throw new Error(`no agreement ${slug}`);
  return found;
};

/** The heading of an update in the form of a draft. */
export const titleOf = (slug: string): string =>
  wordsIn('en')('sharing.paper.update', { agreement: storedAgreement(slug).facts.name.value });

const cell = z.object({
  value: z.custom<CellContent['value']>(),
  note: z.string().nullish(),
  source: z.string().nullish(),
});

/** What the form of a draft says beside an update: what the dataset has today. */
export function todayOf(slug: string): Map<string, Piece[]> {
  const { facts, assessments } = storedAgreement(slug);
  const setting = {
    words: wordsIn('en'),
    locale: 'en' as const,
    names: referenceNamesIn({ agreements: [], sets: [] }),
  };
  return new Map(
    Object.entries({ ...facts, ...assessments }).map(([key, stored]) => {
      const { value, note = null, source = null } = cell.parse(stored);
      return [key, cellPieces(key, { value, note, source, asOf: '2019' }, setting)];
    }),
  );
}
