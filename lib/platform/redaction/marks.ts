/** Why a passage is taken out, and how a mark says it to readers. */
export const REDACTION_REASONS = {
  personal_data: 'personal data',
  confidential: 'confidential information',
  accusation: 'unproven accusation',
  insult: 'insult',
  copyright: 'copyright',
  safety: 'safety of people',
  law: 'required by law',
} as const;
export type RedactionReason = keyof typeof REDACTION_REASONS;
export const REDACTION_REASON_KEYS = Object.keys(REDACTION_REASONS) as [RedactionReason, ...RedactionReason[]]; // its own keys

/** A part of a text: its first character and the one after its last, in UTF-16 units. */
export type TextRange = { start: number; end: number };
export type RedactedRange = TextRange & { reason: RedactionReason };

/** `readers`: a mark in place of each passage. `marked`: the passage within a mark, for its author and the editors. */
export type RedactionView = 'readers' | 'marked';

// Always of the same length, so that it says nothing of the passage.
const BLOCKS = '▇▇▇▇▇';
const ADDRESS = /^https?:\/\/\S+$/;

/** A mark that can be read aloud, and stays a text in files and in the API. No Markdown has a meaning for it. */
const markOf = (reasons: readonly RedactionReason[]): string =>
  `${BLOCKS} ‹passage removed by the forum’s editors: ${reasons.map((reason) => REDACTION_REASONS[reason]).join(', ')}›`;

/** The text with each passage taken out, or marked. Passages that overlap are one, with all their reasons. */
export function withRedactions(text: string, ranges: readonly RedactedRange[], view: RedactionView): string {
  const isAddress = ADDRESS.test(text);
  let [result, at] = ['', 0];
  for (const { start, end, reasons } of joined(ranges)) {
    const said =
      view === 'marked'
        ? `‹not shown to readers: ${text.slice(start, end)}›`
        : // An address of the web stays one, whatever it no longer leads to.
          isAddress
          ? 'passage-removed'
          : markOf(reasons);
    result += text.slice(at, start) + said;
    at = end;
  }
  return result + text.slice(at);
}

type Joined = TextRange & { reasons: RedactionReason[] };

function joined(ranges: readonly RedactedRange[]): Joined[] {
  const result: Joined[] = [];
  for (const { start, end, reason } of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      if (!last.reasons.includes(reason)) last.reasons.push(reason);
    } else result.push({ start, end, reasons: [reason] });
  }
  return result;
}

/**
 * Each place at which a passage is in a text, one after the other. Spaces and line ends count as one space, because
 * copying changes them.
 */
export function occurrencesOf(passage: string, text: string): TextRange[] {
  const words = passage.trim().split(/\s+/);
  if (words[0] === '') return [];
  const pattern = words.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('\\s+');
  return [...text.matchAll(new RegExp(pattern, 'gu'))].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}
