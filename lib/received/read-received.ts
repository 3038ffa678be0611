import type { CallPage } from '@/lib/calls/calls';
import { readQuestionnaire } from '@/lib/calls/calls';
import { findQuestionnaireVersion } from '@/lib/calls/questionnaire-version';
import type { Questionnaire } from '@/lib/calls/schema';
import { originIn } from '@/lib/contributions/documents/file-properties';
import { answerPlacesOf } from '@/lib/contributions/documents/form-sections';
import { readWordExport } from '@/lib/contributions/documents/word-exports';
import type { DraftShape, WordExport } from '@/lib/contributions/documents/word-exports';
import { CHECK_STEP } from '@/lib/contributions/drafts/steps';
import { readDraft } from '@/lib/contributions/drafts/stored-draft';
import type { Draft } from '@/lib/contributions/drafts/stored-draft';
import { isCorrectable } from '@/lib/contributions/state';
import type { IntakeDocument } from '@/lib/intake/document';
import { placeAnswers } from '@/lib/intake/placing/place-answers';
import type { NotPlaced, PlacedAnswer, Placing } from '@/lib/intake/placing/place-answers';
import { placeholdersAt } from '@/lib/intake/placing/printed';
import { typedSections } from '@/lib/intake/placing/typed-sections';
import type { Reason } from '@/lib/platform/errors';
import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { Words } from '@/lib/platform/i18n/words';
import { foldText } from '@/lib/platform/text/fold-text';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { numberOf } from '@/lib/questions/numbering';
import { formInput, formShapeOf, printedTexts, readFormSource } from './printed-texts';

/** A file as it is read against a call: what a person confirms before anything is saved. */
export type ReceivedReading = {
  /** The draft that it was made from, if the person who returns it may write in it; null for a new draft. */
  draft: Draft | null;
  /** Of that draft when the file was made. */ export: WordExport | null;
  /** The file was made from a draft in which the person who returns it may not write. */ isOfOtherDraft: boolean;
  questionnaire: Questionnaire;
  places: readonly PlacedAt[];
  answers: PlacedAnswer[];
  notPlaced: NotPlaced[];
  warnings: (Placing['warnings'][number] | { kind: 'consent_in_file' })[];
  noticed: Placing['noticed'];
  /** Those that can be kept as files. */ pictures: Placing['pictures'];
  /** Those that can't, and why: they are in the file alone. */ leftPictures: { name: string; reason: Reason }[];
};

/**
 * Reads a document against a call. `drafts` are the contributions that its sender may change: the id of an export
 * is no secret, so it leads to a draft only together with its private link (docs/decisions/0043).
 */
export async function readReceived(
  document: IntakeDocument,
  { call, locale, drafts }: { call: CallPage; locale: Locale; drafts: readonly string[] },
): Promise<ReceivedReading> {
  const words = wordsIn(locale);
  const source = await readFormSource(call, locale, words);
  const origin = originIn(document.properties);
  const made = origin?.call === call.slug ? await readWordExport(origin.export) : null;
  const draft = made && drafts.includes(made.contributionId) ? await writableDraft(made.contributionId, locale) : null;
  const now = await questionnaireNow(call, draft);
  const then = await questionnaireThen({ call, locale, made, version: origin?.questionnaire, now: now.version });
  const shape = made && (await formShapeOf(draft ? made.shape : namedShape(made.shape, document, source), source));
  const placesIn = (content: Questionnaire) => answerPlacesOf(formInput(source, content, shape ?? undefined));
  const places = placesIn(now.content);
  const placing = placeAnswers(document, {
    identity: { call: call.slug, questionnaire: now.version, language: locale },
    places,
    ...(then && { placesThen: placesIn(then.content) }),
    questions: now.content.questions.map((question) => ({
      ...{ key: question.key, title: question.title, shortTitle: question.shortTitle, help: question.help },
      number: numberOf(question, now.content.questions),
    })),
    aboutTitle: now.content.about.title,
    printed: printedTexts(source, then ? [now, then] : [now], shape ?? undefined),
    placeholders: placeholdersAt(places, words),
  });
  return {
    ...{ draft, export: made, isOfOtherDraft: made !== null && draft === null },
    ...{ questionnaire: now.content, places, noticed: placing.noticed },
    ...picturesIn(placing, call),
    ...readable(placing, places, words, made?.shape),
  };
}

function picturesIn(
  { pictures }: Placing,
  { acceptsFiles }: Pick<CallPage, 'acceptsFiles'>,
): Pick<ReceivedReading, 'pictures' | 'leftPictures'> {
  const keepable = pictures.filter(({ mediaType }) => acceptsFiles && mediaType !== null);
  const reason: Reason = acceptsFiles ? 'file_type_refused' : 'files_not_accepted';
  const left = pictures.filter((picture) => !keepable.includes(picture));
  return { pictures: keepable, leftPictures: left.map(({ name }) => ({ name, reason })) };
}

/** A draft, or a correction that is open. */
async function writableDraft(id: string, locale: Locale): Promise<Draft | null> {
  const draft = await readDraft(id, locale);
  const isOpen = draft && (draft.status === 'draft' || (isCorrectable(draft.status) && draft.sections.size > 0));
  return isOpen ? draft : null;
}

type Versioned = { version: number; content: Questionnaire };

/** A draft stays on the questions it began with. */
async function questionnaireNow(call: CallPage, draft: Draft | null): Promise<Versioned> {
  if (!draft || draft.questionnaireId === call.questionnaire.id) return call.questionnaire;
  const version = await findQuestionnaireVersion({ id: draft.questionnaireId });
  return { version: version?.version ?? call.questionnaire.version, content: draft.questionnaire };
}

/** The questions that the file was made from, where they are others than those of now. */
async function questionnaireThen({
  call,
  locale,
  made,
  version,
  now,
}: {
  call: CallPage;
  locale: Locale;
  made: WordExport | null;
  version: number | undefined;
  now: number;
}): Promise<Versioned | null> {
  if (version === undefined || version === now) return null;
  const found = made
    ? await findQuestionnaireVersion({ id: made.questionnaireId })
    : await findQuestionnaireVersion({ callSlug: call.slug, version });
  const content = found && (await readQuestionnaire(found.id, locale));
  return found && content ? { version: found.version, content } : null;
}

/**
 * Without the draft's link, only what the file itself says: a person who knows the id alone does not learn which agreements a
 * draft would update.
 */
function namedShape(
  shape: DraftShape,
  document: IntakeDocument,
  { agreements }: { agreements: readonly { value: string; label: string }[] },
): DraftShape {
  const said = ` ${foldText(document.runs.map(({ text }) => text).join(' '))} `;
  const isNamed = (slug: string) => {
    const label = agreements.find(({ value }) => value === slug)?.label;
    return label !== undefined && said.includes(` ${foldText(label)} `);
  };
  return Object.fromEntries(
    Object.entries(shape).map(([step, { filled, entries }]) => [
      step,
      { filled, entries: entries.filter(({ kind, agreement }) => kind === 'new' || isNamed(agreement)) },
    ]),
  );
}

/** What can be stored as it is, and what a person has to place. Consent is given on the site, when it is sent. */
function readable(
  { answers, notPlaced, warnings }: Placing,
  places: readonly PlacedAt[],
  words: Words,
  shape: DraftShape | undefined,
): Pick<ReceivedReading, 'answers' | 'notPlaced' | 'warnings'> {
  const hasConsent = answers.some(({ place }) => place.step === CHECK_STEP);
  const asked = answers.filter(({ place }) => place.step !== CHECK_STEP);
  const left = typedSections(asked, places).notPlaced;
  const isLeft = ({ place, text }: PlacedAnswer) => left.some((one) => one.place === place && one.text === text);
  const heads = headsOfDraft(asked, words, shape);
  return {
    answers: asked.filter((one) => !isLeft(one)),
    notPlaced: [...notPlaced.filter(({ place, text }) => place?.step !== CHECK_STEP && !heads(text)), ...left],
    warnings: [...warnings, ...(hasConsent ? [{ kind: 'consent_in_file' as const }] : [])],
  };
}

/** Lines that the form of a draft prints and that differ from file to file: when it was made, names of new agreements. */
function headsOfDraft(answers: readonly PlacedAnswer[], words: Words, shape: DraftShape | undefined) {
  if (!shape) return () => false;
  const [state = ''] = words('sharing.paper.draftState', { moment: '|' }).split('|');
  const names = answers.flatMap(({ place, text }) => (place.path.join('.') === 'cells.name.value' ? [text] : []));
  const titles = new Set(
    [words('sharing.paper.unnamed'), ...names.map((name) => words('sharing.paper.new', { name }))].map(foldText),
  );
  const isMoment = (line: string) =>
    line.includes(state) && /\d{4}[^\n]{0,40}$/.test(line) && line.length < state.length + 80;
  return (text: string) => titles.has(foldText(text)) || isMoment(text.trim());
}
