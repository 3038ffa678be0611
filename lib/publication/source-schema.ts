import { z } from 'zod';
import { SOURCE_KINDS, sourceKey } from '@/lib/agreements/sources/schema';
import { named, value } from './schema';

/** A document that cells rest on. What its title page does not say is null. */
export const publicSource = z.strictObject({
  key: sourceKey.describe('Its name in addresses. It never changes.'),
  kind: z
    .enum(SOURCE_KINDS)
    .describe(
      'The text of an agreement itself, an official page, a participant’s word, the forum’s analysis, or a third party.',
    ),
  title: z.string(),
  author: z.string().nullable(),
  year: z.number().nullable(),
  publisher: z.string().nullable(),
  link: z.string().nullable(),
  archivedLink: z.string().nullable().describe('An archived copy of what the link leads to.'),
  accessedOn: z.string().nullable().describe('When the link was last read: a year, a month or a day.'),
  citedAs: z.array(z.string()).describe('The words by which the source of a cell names it, beside its links.'),
  cells: z.number().describe('How many cells name it in their source.'),
  agreements: z.number().describe('Of how many agreements.'),
});

/** One source with everything that rests on it. */
export const publicSourceRecord = publicSource.extend({
  rests: z
    .array(
      z.strictObject({
        agreement: named,
        cell: z.string().describe('A fact or the key of a criterion.'),
        value,
        note: z.string().nullable().describe('The note of the cell; where there is no value, the reason for it.'),
        place: z.string().nullable().describe('What the cell’s source says beside it: a page, an article, a section.'),
      }),
    )
    .describe('The cells that name it in their source, by agreement, facts before assessments.'),
});

export type PublicSource = z.infer<typeof publicSource>;
export type PublicSourceRecord = z.infer<typeof publicSourceRecord>;
