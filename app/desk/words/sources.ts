import type { SourceContent, SourceKind } from '@/lib/agreements/sources/schema';

/** What sort of document a source is, as editors choose it. */
export const SOURCE_KIND_WORDS: Record<SourceKind, string> = {
  text: 'The text of the agreement itself',
  official_page: 'An official page of those who made or keep the agreement',
  participant: 'The word of a participant',
  forum_analysis: 'An analysis of this forum',
  third_party: 'A third party',
};

/** The names of a source's fields, in the form and in its history. */
export const SOURCE_FIELD_WORDS: Record<keyof SourceContent, string> = {
  kind: 'Kind of source',
  title: 'Title',
  author: 'Author',
  year: 'Year',
  publisher: 'Publisher',
  link: 'Link',
  archivedLink: 'Link of an archived copy',
  accessedOn: 'Link last read on',
  citedAs: 'Cited as',
};
