import { cellPieces } from '@/lib/contributions/documents/cell-words';
import type { CellContent } from '@/lib/agreements/schema';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { Words } from '@/lib/platform/i18n/words';
import type { PublicContribution } from '@/lib/publication/contributions/schema';
import type { PublicAttribution } from '@/lib/publication/schema';
import type { ReportContent } from './content';
import type { Inline } from './report';
import { lines, text } from './report';

/** What every section is made with. */
export type Setting = { content: ReportContent; words: Words; locale: Locale };

/** A page of the site; only its words where the site has no address that others can open. */
export const sitePage = ({ content: { site } }: Setting, path: string, words: string): Inline =>
  site === null ? text(words) : { kind: 'link', text: words, address: site + path };

/** The address itself, as it is read on paper; null where others can't open it. */
export const siteAddress = ({ content: { site } }: Setting, path: string): Inline[] | null =>
  site === null ? null : [{ kind: 'link', text: site + path, address: site + path }];

/** A text whose line ends are meant. */
export const typedLines = (words: string): Inline[] =>
  lines(
    words
      .trim()
      .split(/\n+/)
      .map((line) => [text(line)]),
  );

/** A typed address: a link where it is one of the web. */
export const typedLink = (address: string): Inline =>
  /^https?:\/\//i.test(address) && URL.canParse(address)
    ? { kind: 'link', text: address, address }
    : { kind: 'text', text: address };

/** A cell in words: its value, and below it note, date and source. */
export function cellInline(
  cell: string,
  content: CellContent,
  { content: { names }, words, locale }: Setting,
): Inline[] {
  const pieces = cellPieces(cell, content, { words, locale, names });
  return lines(
    pieces.map(({ text: said, look }): Inline[] => {
      if (look === 'link') return [typedLink(said)];
      return typedLines(said).map((part) =>
        part.kind === 'text' && look === 'muted' ? { ...part, muted: true as const } : part,
      );
    }),
  );
}

/** Who is named as the author; null for an anonymous contribution and for one that names no author. */
export const authorNamed = (attribution: PublicAttribution | null): string | null =>
  attribution === null || attribution.anonymous ? null : (attribution.affiliation ?? attribution.name);

/** The contribution's part of the report, by its reference and its author. */
export const contributionLink = ({
  reference,
  attribution,
}: Pick<PublicContribution, 'reference' | 'attribution'>): Inline[] => {
  const author = authorNamed(attribution);
  return [{ kind: 'reference', text: reference, section: reference }, ...(author === null ? [] : [text(` ${author}`)])];
};

export const isPublished = ({ status }: PublicContribution): boolean => status === 'published';
