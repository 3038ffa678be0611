import { cache } from 'react';
import { listAgreementNames, listCriteria } from '@/lib/agreements/cells';
import { readCall } from '@/lib/calls/calls';
import type { Question } from '@/lib/questions/registry';
import { listDraftFiles } from '@/lib/contributions/files/files';
import type { AttachedFile } from '@/lib/contributions/files/files';
import { askedByDraft, draftIssues, partsToSend } from '@/lib/contributions/drafts/assembly';
import type { DraftPart, LocatedIssue } from '@/lib/contributions/drafts/assembly';
import type { BaseCells } from '@/lib/questions/proposal-changes';
import { attributionsOffered } from '@/lib/contributions/constants';
import { readValues } from '@/lib/contributions/drafts/values';
import { isRemoved } from '@/lib/contributions/drafts/steps';
import { readBases, readDraft } from '@/lib/contributions/drafts/stored-draft';
import type { Draft } from '@/lib/contributions/drafts/stored-draft';
import type { Section } from '@/lib/contributions/drafts/sections';
import { ABOUT_STEP, placeOf, sectionKey, stepsOf } from '@/lib/contributions/drafts/steps';
import { stateForEntries } from '@/lib/contributions/on-behalf/closed-calls';
import { isCorrectable, mayStillSend } from '@/lib/contributions/state';
import type { Locale } from '@/lib/platform/i18n/routing';
import { currentContribution, readableContribution } from './current-contribution';
import type { CurrentContribution } from './current-contribution';

export const callOf = cache(readCall);

type Dataset = {
  agreements: { slug: string; name: string; shortName: string; version: number }[];
  sets: Awaited<ReturnType<typeof listCriteria>>;
};

/** A draft as the form's pages need it: its sections with their faults, and the dataset it refers to. */
export type OpenForm = {
  locale: Locale;
  call: NonNullable<Awaited<ReturnType<typeof readCall>>>;
  held: CurrentContribution;
  draft: Draft;
  /** A sent contribution is being corrected: the sections are those of the next revision. */
  correcting: boolean;
  /** Read-only, and can't be sent: the call has closed, or the editors have decided in the meantime. */
  closed: boolean;
  /** Those that are asked, in their order. */
  steps: string[];
  /** The questions that are asked, by what is typed so far. */
  asked: ReadonlySet<string>;
  /** Every section, also of questions that are not asked. */
  parts: DraftPart[];
  /** The sections that are sent. */
  sending: DraftPart[];
  issues: LocatedIssue[];
  files: AttachedFile[];
  dataset: Dataset;
};

/**
 * Loads the form of the contribution in use. Null for an unknown call, or where this browser may change no
 * contribution.
 */
export const openForm = cache(async (locale: Locale, slug: string): Promise<OpenForm | null> =>
  load(locale, slug, await currentContribution(slug)),
);

/** The same for readers and commenters. The reading page decides what they see. */
export const openReading = cache(async (locale: Locale, slug: string): Promise<OpenForm | null> =>
  load(locale, slug, await readableContribution(slug)),
);

async function load(locale: Locale, slug: string, held: CurrentContribution | undefined): Promise<OpenForm | null> {
  const page = await callOf(slug, locale);
  const draft = held && (await readDraft(held.id, locale));
  if (!page || !held || !draft) return null;
  const call = held.link.editorId === null ? page : { ...page, state: await stateForEntries(page) };
  const [agreements, sets, files] = await Promise.all([listAgreementNames(), listCriteria(), listDraftFiles(held.id)]);
  const criteria = sets.flatMap((set) => set.criteria.map(({ key }) => key));
  const bases = await readBases([...draft.sections].map(([key, { data }]) => [key, data]));
  const parts = partsOf(draft, bases, criteria);
  const asked = askedByDraft(draft.questionnaire, parts, files);
  const sending = partsToSend(parts, asked);
  const about = readValues('about', parts.find(({ step }) => step === ABOUT_STEP)?.data);
  const offered = attributionsOffered({ offersEditorsOnly: call.offersEditorsOnly || draft.editorsOnly });
  const isUnoffered = about.attribution === 'editors_only' && !offered.includes('editors_only');
  const issues = draftIssues(sending, {
    questionnaire: draft.questionnaire,
    criteria,
    agreements: agreements.map((agreement) => agreement.slug),
    files,
  });
  const correcting = draft.revision > 0 && draft.status !== 'withdrawn' && draft.sections.size > 0;
  const closed = !mayStillSend(draft.status, call.state) || (correcting && !isCorrectable(draft.status));
  return {
    locale,
    call,
    held,
    draft,
    correcting,
    closed,
    steps: stepsOf(draft.questionnaire, asked),
    asked,
    parts,
    sending,
    issues: isUnoffered ? [...issues, { step: ABOUT_STEP, name: 'attribution', message: 'not_offered' }] : issues,
    files,
    dataset: { agreements, sets },
  };
}

/** Whether this browser's contribution is a draft or correction that can still be edited. */
export const mayBeWrittenIn = ({ draft, correcting, closed }: OpenForm) =>
  !closed && (draft.status === 'draft' || correcting);

/** Every section in the order of the form; the proposals of a question follow it. */
function partsOf({ questionnaire, sections }: Draft, bases: Map<string, BaseCells>, criteria: string[]): DraftPart[] {
  const part = (step: string, section: Section, position?: number): DraftPart => ({
    step,
    position,
    section,
    data: sections.get(sectionKey({ step, position }))?.data,
  });
  return [
    ...questionnaire.questions.flatMap((question) => [
      part(question.key, { kind: question.kind, question }),
      ...positionsIn(sections, question.key).map((position) =>
        part(
          question.key,
          { kind: 'proposal', base: bases.get(sectionKey({ step: question.key, position })) ?? {}, criteria },
          position,
        ),
      ),
    ]),
    part(ABOUT_STEP, { kind: 'about' }),
  ];
}

function positionsIn(sections: Draft['sections'], step: string): number[] {
  return [...sections]
    .flatMap(([key, { data }]) => {
      const place = placeOf(key);
      return place.step === step && place.position !== undefined && !isRemoved(data) ? [place.position] : [];
    })
    .sort((a, b) => a - b);
}

export const questionOf = ({ draft }: OpenForm, step: string): Question | undefined =>
  draft.questionnaire.questions.find(({ key }) => key === step);
