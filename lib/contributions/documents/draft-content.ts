import { ALL_FIELDS } from '@/lib/agreements/facts/registry';
import { factLabel } from '@/lib/agreements/facts/words';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import type { AgreementCells } from '@/lib/agreements/cells';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import { attributionOf } from '@/lib/contributions/drafts/attribution';
import { namingIn, proposedIn, shownOfDraft } from '@/lib/contributions/drafts/draft-parts';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import type { Questionnaire } from '@/lib/calls/schema';
import type { Locale } from '@/lib/platform/i18n/routing';
import { attributed, countryName } from './attributed';
import { commentFor } from './content';
import type { AboutContent, AnswerContent, Audience, ContributionContent, ProposalContent } from './content';
import type { Words } from '@/lib/platform/i18n/words';
import { isSameJson } from '@/lib/platform/json';

export type DraftSource = {
  locale: Locale;
  questionnaire: Questionnaire;
  /** The questions that are asked: the others are not on the paper. */
  asked: ReadonlySet<string>;
  /** Every section in the order of the form. */
  parts: readonly DraftPart[];
  agreements: readonly { slug: string; name: string; shortName: string }[];
  sets: readonly { criteria: readonly { key: string; title: string }[] }[];
  /** What values refer to is called. */
  names: ReferenceNames;
  /** The agreements that are to be updated, as they stand now, by slug. */
  today: ReadonlyMap<string, AgreementCells>;
  files: readonly { questionKey: string; name: string }[];
  /** What has to be mended, in sentences, by step. */
  faults: ReadonlyMap<string, string[]>;
};

/**
 * The content of a draft at this moment. A reader sees that there are contact details and notes for the editors, but
 * not which.
 */
export function contentOfDraft(source: DraftSource, audience: Audience, words: Words): ContributionContent {
  const titles = titlesOf(source);
  const fullNames = Object.fromEntries(source.agreements.map(({ slug, name }) => [slug, name]));
  const asked = source.questionnaire.questions.filter(({ key }) => source.asked.has(key));
  const answers = asked.map((question): AnswerContent => {
    const { key } = question;
    const own = source.parts.filter(({ step }) => step === key);
    const data = own.find(({ position }) => position === undefined)?.data;
    return {
      question,
      text: readValues('text', data).text,
      shown: shownOfDraft(question, data, { naming: namingIn(source), words, locale: source.locale }),
      proposals: own
        .filter(({ position }) => position !== undefined)
        .map((part) =>
          proposalOf(part, { titles, fullNames, names: source.names, today: source.today, audience, words }),
        ),
      files: source.files.filter(({ questionKey }) => questionKey === key).map(({ name }) => name),
      faults: source.faults.get(key) ?? [],
    };
  });
  return {
    language: aboutIn(source).language || null,
    questionnaire: source.questionnaire,
    answers,
    names: source.names,
    about: aboutOf(source, audience, words),
  };
}

function titlesOf({ sets, locale }: DraftSource): Record<string, string> {
  return Object.fromEntries([
    ...ALL_FIELDS.map((field) => [field, factLabel(field, locale)]),
    ...sets.flatMap((set) => set.criteria.map(({ key, title }) => [key, title])),
  ]);
}

type Known = {
  titles: Record<string, string>;
  names: ReferenceNames;
  fullNames: Record<string, string>;
  today: DraftSource['today'];
  audience: Audience;
  words: Words;
};

function proposalOf(part: DraftPart, { titles, names, fullNames, today, audience, words }: Known): ProposalContent {
  const values = readValues('proposal', part.data);
  const isNew = values.kind === 'new';
  const now = isNew ? undefined : today.get(values.agreement)?.cells;
  const proposedName = values.cells.name?.value.trim();
  const newTitle = proposedName ? words('sharing.paper.new', { name: proposedName }) : words('sharing.paper.unnamed');
  const cells = proposedIn(part, titles, names).map(({ cell, title, before, proposed }) => {
    const current = now?.[cell];
    const content = current ? { value: current.value, note: current.note, source: current.source } : null;
    return { cell, title, today: content, ...(!isSameJson(content, before) && { began: before }), proposed };
  });
  return {
    title: isNew
      ? newTitle
      : words('sharing.paper.update', { agreement: fullNames[values.agreement] ?? values.agreement }),
    isNew,
    ...commentFor(audience, values.comment.trim()),
    cells,
  };
}

const aboutIn = ({ parts }: DraftSource) => readValues('about', parts.find(({ step }) => step === ABOUT_STEP)?.data);

function aboutOf(source: DraftSource, audience: Audience, words: Words): AboutContent {
  const [{ locale, faults }, about] = [source, aboutIn(source)];
  const attribution = attributionOf(about);
  const group = STAKEHOLDER_GROUPS.find((one) => one === about.stakeholderGroup);
  const valueOf = (field: (typeof attribution.withheld)[number]) =>
    field === 'country' ? countryName(about.country, locale) : about[field].trim();
  return {
    shown:
      about.attribution === 'editors_only' ? words('sharing.paper.editorsOnlyState') : attributed(attribution, locale),
    group: group ? words(`contribute.form.stakeholderGroups.${group}`) : null,
    withheld: attribution.withheld.map((field) =>
      audience === 'author' ? { field, value: valueOf(field) } : { field },
    ),
    faults: audience === 'author' ? (faults.get(ABOUT_STEP) ?? []) : [],
  };
}
