import { proseBlocks } from '@/lib/publication/reports/prose';
import type { Inline, ReportBlock } from '@/lib/publication/reports/report';
import { partsOf } from './placeholders';
import type { Synthesis } from './schema';

/** What an editor should look at before the report is published. */
export type SynthesisCheck = {
  /** Published contributions that no section cites. */
  uncited: string[];
  /** Citations that lead to no contribution of the report, and counts that there are not: neither can be published. */
  unknownReferences: string[];
  unknownCounts: string[];
  /** Numbers that were typed instead of computed, with the words around them. Years are none. */
  typedNumbers: { section: string; words: string }[];
};

type Known = {
  /** The contributions that can be cited: published ones, and the tombstones of the report. */
  references: ReadonlySet<string>;
  published: readonly string[];
  counts: ReadonlySet<string>;
};

export function checkSynthesis(sections: Synthesis, { references, published, counts }: Known): SynthesisCheck {
  const parts = sections.flatMap(({ text }) => textsIn(proseBlocks(text)).flatMap(partsOf));
  const placeholders = parts.filter((part) => typeof part !== 'string');
  const cited = placeholders.flatMap((part) => (part.kind === 'citation' ? part.references : []));
  const named = placeholders.flatMap((part) => (part.kind === 'count' ? [part.name] : []));
  return {
    uncited: published.filter((reference) => !cited.includes(reference)),
    unknownReferences: unique(cited.filter((reference) => !references.has(reference))),
    unknownCounts: unique(named.filter((name) => !counts.has(name))),
    typedNumbers: sections.flatMap(({ title, text }) =>
      textsIn(proseBlocks(text)).flatMap((words) =>
        numbersIn(words).map((around) => ({ section: title, words: around })),
      ),
    ),
  };
}

/** Whether nothing keeps it from being published. */
export const isPublishable = ({ unknownReferences, unknownCounts }: SynthesisCheck): boolean =>
  unknownReferences.length + unknownCounts.length === 0;

const unique = (words: readonly string[]): string[] => [...new Set(words)];

/** Digits that are no year and no part of a name such as "Q3" or "5G"; and numbers in words. */
const NUMBER =
  /(?<![\p{L}\p{N}.,-])\d[\d.,]*(?![\p{L}\p{N}-])\s?%?|(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?)(?!\p{L})/giu;
const YEAR = /^(?:19|20)\d\d[.,]?$/;
const AROUND = 30;

function numbersIn(words: string): string[] {
  return partsOf(words).flatMap((part) =>
    typeof part !== 'string'
      ? []
      : [...part.matchAll(NUMBER)]
          .filter(([number]) => !YEAR.test(number.trim()))
          .map(({ index, 0: number }) =>
            part.slice(Math.max(0, index - AROUND), index + number.length + AROUND).trim(),
          ),
  );
}

/** The words of a text, line by line; code, links and what is quoted from others are not the editors'. */
function textsIn(blocks: readonly ReportBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'note':
      case 'heading':
        return [plain(block.content)];
      case 'list':
        return block.items.flatMap((item) => textsIn(item.blocks));
      case 'quotation':
      case 'words':
        return textsIn(block.blocks);
      case 'code':
      case 'facts':
      case 'table':
      case 'chart':
        return [];
    }
  });
}

const plain = (content: readonly Inline[]): string =>
  content
    .map((part) => {
      if (part.kind === 'break') return '\n';
      return part.kind === 'text' && !part.code ? part.text : ' ';
    })
    .join('');
