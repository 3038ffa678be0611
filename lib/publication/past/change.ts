import type { z } from 'zod';
import { kindOf } from '@/lib/agreements/facts/kinds';
import { pastContent } from '@/lib/agreements/schema';
import { diffWhereAlike, type DiffPart } from '@/lib/contributions/corrections/diff';
import type { PublicRevision } from '@/lib/publication/schema';

type PastContent = z.infer<typeof pastContent>;

/**
 * One cell in one revision for readers: both contents, and a word-by-word comparison of texts that are similar enough.
 */
export type ReadChange = {
  before: PastContent | null;
  after: PastContent | null;
  value: DiffPart[] | null;
  note: DiffPart[] | null;
};

type Change = Pick<PublicRevision['changes'][number], 'cell' | 'before' | 'after'>;

export function readChange({ cell, before: was, after: is }: Change): ReadChange {
  const [before, after] = [contentOf(was), contentOf(is)];
  return {
    before,
    after,
    value: diffWhereAlike(textOf(cell, before?.value), textOf(cell, after?.value)),
    note: diffWhereAlike(before?.note ?? null, after?.note ?? null),
  };
}

/** History stores a content with the date it is as of; an empty content is null. */
function contentOf(kept: unknown): PastContent | null {
  return kept === null ? null : pastContent.parse(kept);
}

/** What can be compared word by word: a text, or a list of texts. */
function textOf(cell: string, value: unknown): string | null {
  if (kindOf(cell)?.comparison !== 'words') return null;
  if (Array.isArray(value)) return value.map(String).join('\n');
  return typeof value === 'string' ? value : null;
}
