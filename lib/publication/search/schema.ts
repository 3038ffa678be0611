import { z } from 'zod';
import { foldSought } from '@/lib/agreements/search/normalise';
import type { ViewShape } from '@/lib/publication/views/address';

/** What is searched, in the order of pages and API. */
export const SEARCH_GROUPS = [
  'agreements',
  'values',
  'criteria',
  'participants',
  'sources',
  'contributions',
  'proposals',
  'projects',
  'questions',
  'pages',
] as const;
export type SearchGroup = (typeof SEARCH_GROUPS)[number];

/** A search in an address. Its words are folded, so that one search has one address. */
export const searchViewShape = {
  q: { value: z.string().transform(foldSought).pipe(z.string().min(1)), most: 1 },
  in: { value: z.enum(SEARCH_GROUPS), most: 1 },
  page: { value: z.string().regex(/^[1-9]\d{0,3}$/), most: 1 },
} satisfies ViewShape;

const searchHit = z.strictObject({
  title: z.string().describe('What was found: an agreement, a criterion, the reference of a contribution and so on.'),
  about: z.string().describe('Which part of it; empty where the title says it.'),
  path: z.string().describe('Its page on this site.'),
  excerpt: z.string().describe('The text around the words that were found; empty where they are in the title.'),
  language: z.string().nullable().describe('What the excerpt is written in, as in ISO 639-1; null if not known.'),
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchResult = z.strictObject({
  data: z
    .array(
      z.strictObject({
        group: z.enum(SEARCH_GROUPS),
        count: z.number().describe('How many there are in this group.'),
        hits: z.array(searchHit),
      }),
    )
    .describe('The groups in which something was found, the best hits first.'),
  next: z.null().describe('A search has one page; a group alone gives more of its hits.'),
  found: z.array(z.string()).describe('The words that were found, as the texts above have them.'),
  beginnings: z.boolean().describe('No text has the words themselves: these hits have words that begin with them.'),
  near: z
    .strictObject({
      searches: z.array(z.string()).describe('Searches with words that are spelt alike, which find something.'),
      names: z.array(searchHit).describe('What has a name that is spelt alike.'),
    })
    .nullable()
    .describe('Only where nothing was found.'),
});
export type SearchResult = z.infer<typeof searchResult>;
