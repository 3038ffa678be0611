import type { Locale } from '@/lib/platform/i18n/routing';

/** What a group finds: `text` is what the excerpt is taken from. */
export type Found = { title: string; about: string; path: string; text: string; language: string | null };
export type FoundRows = { count: number; rows: Found[] };

/** A text of which there are so few that all of them are looked through: with what PostgreSQL has as its words. */
export type ShortText = Found & { words: string };
export type TextGroup = 'criteria' | 'sources' | 'questions' | 'pages';
export type ShortTexts = Record<TextGroup, ShortText[]>;

/** What every group is given: which of its rows are wanted, and the short texts. */
export type SearchPart = { locale: Locale; texts: ShortTexts; limit: number; offset: number };

/** The rows of a query, each of which says how many there are in all. */
export const foundOf = <Row extends { total: number }>(rows: Row[], found: (row: Row) => Found): FoundRows => ({
  count: rows[0]?.total ?? 0,
  rows: rows.map(found),
});
