import type { Inline, ReportBlock } from '@/lib/publication/reports/report';

/**
 * What editors type between their words: `[@BPF-2020-001]` cites a contribution, several are parted by semicolons, and
 * `{count:…}` is a number that is computed. The names of counts are those of `reportCounts`.
 */
const PLACEHOLDER = /\{count:([^{}\n]{1,200})\}|\[(@[^[\]\n]{1,600})\]/g;

export type Placeholder = { kind: 'count'; name: string } | { kind: 'citation'; references: string[] };

/** The parts of a text: its words, and the placeholders between them. */
export function partsOf(words: string): (string | Placeholder)[] {
  const parts: (string | Placeholder)[] = [];
  let from = 0;
  for (const match of words.matchAll(PLACEHOLDER)) {
    const [whole, name, cited] = match;
    if (match.index > from) parts.push(words.slice(from, match.index));
    parts.push(
      name === undefined
        ? { kind: 'citation', references: referencesIn(cited ?? '') }
        : { kind: 'count', name: name.trim() },
    );
    from = match.index + whole.length;
  }
  return from < words.length ? [...parts, words.slice(from)] : parts;
}

const referencesIn = (cited: string): string[] =>
  cited
    .split(/[;,]/)
    .map((part) => part.trim().replace(/^@/, ''))
    .filter((reference) => reference !== '');

type Known = {
  /** The contributions that the report has, by reference. */
  references: ReadonlySet<string>;
  /** What each count says, by its name. */
  counts: ReadonlyMap<string, string>;
};

/** The same blocks with links and numbers in place of the placeholders; one that is not known stays as it was typed. */
export function resolved(blocks: readonly ReportBlock[], known: Known): ReportBlock[] {
  return blocks.map((block): ReportBlock => {
    switch (block.kind) {
      case 'paragraph':
      case 'note':
      case 'heading':
        return { ...block, content: block.content.flatMap((part) => inlineOf(part, known)) };
      case 'list':
        return {
          ...block,
          items: block.items.map((item) => ({ ...item, blocks: resolved(item.blocks, known) })),
        };
      case 'quotation':
      case 'words':
        return { ...block, blocks: resolved(block.blocks, known) };
      case 'code':
      case 'facts':
      case 'table':
      case 'chart':
        return block;
    }
  });
}

function inlineOf(inline: Inline, { references, counts }: Known): Inline[] {
  if (inline.kind !== 'text' || inline.code) return [inline];
  const say = (words: string): Inline => ({ ...inline, text: words });
  return partsOf(inline.text).flatMap((part): Inline[] => {
    if (typeof part === 'string') return [say(part)];
    if (part.kind === 'count') return [say(counts.get(part.name) ?? `{count:${part.name}}`)];
    return [
      say('['),
      ...part.references.flatMap((reference, at): Inline[] => [
        ...(at > 0 ? [say('; ')] : []),
        references.has(reference) ? { kind: 'reference', text: reference, section: reference } : say(`@${reference}`),
      ]),
      say(']'),
    ];
  });
}
