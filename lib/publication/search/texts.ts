import { listSourceRows } from '@/lib/agreements/sources/sources';
import { db, PLAN_FOR_VALUES, Prisma } from '@/lib/platform/db/client';
import { messagesFor } from '@/lib/platform/i18n/messages-for';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { listCriterionSets } from '@/lib/publication/agreements';
import { listPublicCalls, readPublicCall } from '@/lib/publication/calls';
import type { Found, FoundRows, SearchPart, ShortText, ShortTexts, TextGroup } from './found';
import { anyWord, everyWord } from './query';
import type { SearchQuery } from './query';

/** Criteria, sources, the questions of published calls, and the pages of this site. */
export async function loadTexts(locale: Locale): Promise<ShortTexts> {
  const [criteria, sources, questions] = await Promise.all([
    criterionTexts(locale),
    sourceTexts(locale),
    questionTexts(locale),
  ]);
  const pages = pageTexts(locale);
  const words = await readWords([...criteria, ...sources, ...questions, ...pages]);
  const withWords = (texts: Found[]) => texts.map((text) => ({ ...text, words: words.get(contentOf(text)) ?? '' }));
  return {
    criteria: withWords(criteria),
    sources: withWords(sources),
    questions: withWords(questions),
    pages: withWords(pages),
  };
}

/** Searches the texts of one group. */
export const findTexts =
  (group: TextGroup) =>
  (query: SearchQuery, { texts, limit, offset }: SearchPart): Promise<FoundRows> =>
    matchTexts(texts[group], { matching: everyWord(query), rankedBy: anyWord(query), limit, offset });

type Matching = { matching: Prisma.Sql; rankedBy: Prisma.Sql; limit: number; offset: number };

/** Those of the texts that match, best first; titles weigh most. */
export async function matchTexts(
  texts: ShortText[],
  { matching, rankedBy, limit, offset }: Matching,
): Promise<FoundRows> {
  const rows = await db.$queryRaw<{ total: number; at: number }[]>(Prisma.sql`${PLAN_FOR_VALUES}
    SELECT count(*) OVER ()::int AS total, at::int FROM unnest(${texts.map(({ words }) => words)}::text[]::tsvector[]) WITH ORDINALITY AS given(words, at)
    WHERE words @@ ${matching} ORDER BY ts_rank(words, ${rankedBy}) DESC, at LIMIT ${limit} OFFSET ${offset}`);
  return { count: rows[0]?.total ?? 0, rows: rows.flatMap(({ at }) => texts[at - 1] ?? []) };
}

/** The words of texts that were searched before: they change with a call or a release of this software. */
const known = new Map<string, string>();
const MOST_KNOWN = 5_000;

const contentOf = ({ title, text }: Found) => `${title}\n${text}`;

async function readWords(texts: Found[]): Promise<ReadonlyMap<string, string>> {
  if (known.size > MOST_KNOWN) known.clear();
  const unknown = texts.filter((text) => !known.has(contentOf(text)));
  if (unknown.length === 0) return known;
  const [titles, bodies] = [unknown.map(({ title }) => title), unknown.map(({ text }) => text)];
  const rows = await db.$queryRaw<{ words: string }[]>`
    SELECT (setweight(public_words(title), 'A') || public_words(body))::text AS words
    FROM unnest(${titles}::text[], ${bodies}::text[]) WITH ORDINALITY AS given(title, body, at) ORDER BY at`;
  for (const [at, text] of unknown.entries()) known.set(contentOf(text), rows[at]?.words ?? '');
  return known;
}

async function criterionTexts(locale: Locale): Promise<Found[]> {
  const paths = pathsIn(locale);
  return (await listCriterionSets()).flatMap((set) =>
    set.criteria.map(({ key, title, description, help }) => ({
      title,
      about: set.title,
      path: paths.criterion(key),
      text: joined([description, help]),
      language: null,
    })),
  );
}

/** The records of sources, by what their pages show of them. */
async function sourceTexts(locale: Locale): Promise<Found[]> {
  const [t, paths] = [wordsIn(locale), pathsIn(locale)];
  return hideContactDetails(await listSourceRows()).map(({ key, kind, title, author, year, publisher, citedAs }) => ({
    title,
    about: t(`sources.kinds.${kind}`),
    path: paths.source(key),
    text: [author, year, publisher, ...citedAs].filter(Boolean).join(' · '),
    language: null,
  }));
}

/** Published calls, and their questions: one that several calls ask is found in the newest. */
async function questionTexts(locale: Locale): Promise<Found[]> {
  const paths = pathsIn(locale);
  const listed = await Promise.all((await listPublicCalls(locale)).map(({ slug }) => readPublicCall(slug, locale)));
  const calls = listed.flatMap((call) => call ?? []);
  const asked = new Map<string, Found>();
  for (const { slug, title, questionnaire } of calls)
    for (const question of questionnaire.content.questions)
      if (!asked.has(question.title))
        asked.set(question.title, {
          title: question.title,
          about: title,
          path: `${paths.call(slug)}#questions`,
          text: question.help,
          language: null,
        });
  return [
    ...calls.map(({ slug, title, texts }) => ({
      title,
      about: '',
      path: paths.call(slug),
      text: joined([texts.summary, ...texts.introduction, ...texts.instructions, ...texts.afterwards]),
      language: null,
    })),
    ...asked.values(),
  ];
}

/** The pages whose sections are found each for itself: an entry of their catalogue that has a title is a section. */
const IN_SECTIONS = ['about', 'method', 'background', 'privacy'] as const;
/** The pages of which title, lead and description are found. */
const AS_WHOLE = [
  'agreements',
  'matrix',
  'compare',
  'criteria',
  'analysis',
  'limits',
  'contributions',
  'projects',
  'calls',
  'participants',
  'sources',
  'data',
  'releases',
  'api',
] as const;

function pageTexts(locale: Locale): Found[] {
  const [paths, messages] = [pathsIn(locale), messagesFor(locale)];
  const sections = IN_SECTIONS.flatMap((page) =>
    Object.entries(messages[page]).flatMap(([section, words]: [string, unknown]) => {
      const [title, about] = [titleOf(words), messages[page].title];
      const more = page === 'about' && section === 'forum' ? [siteSettings().about] : [];
      const path = `${paths[page]}#${section}`;
      return title === null ? [] : { title, about, path, text: joined([...more, words]), language: null };
    }),
  );
  const whole = AS_WHOLE.map((page) => {
    const { title, lead, description } = messages[page];
    return { title, about: '', path: paths[page], text: joined([lead, description]), language: null };
  });
  return [...sections, ...glossaryTexts(locale), ...whole];
}

function glossaryTexts(locale: Locale): Found[] {
  const { title: about, words, short } = messagesFor(locale).glossary;
  const path = (entry: string) => `${pathsIn(locale).glossary}#${entry.replaceAll(' ', '-')}`;
  const meant = Object.entries(words.entries).map(([key, { term, meaning }]) => ({ key, title: term, text: meaning }));
  const spelt = Object.entries(short.entries).map(([key, { long }]) => ({ key, title: key, text: long }));
  return [...meant, ...spelt].map(({ key, ...entry }) => ({ ...entry, about, path: path(key), language: null }));
}

const titleOf = (words: unknown): string | null =>
  typeof words === 'object' && words !== null && 'title' in words && typeof words.title === 'string'
    ? words.title
    : null;

/** All texts within a part of a catalogue or a call, without the tags and placeholders in them. */
const joined = (part: unknown): string =>
  textsIn(part)
    .map((text) => text.replace(/<\/?\w+>|\{\w+\}|\*\*/g, ''))
    .join(' ');

function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : [];
}
