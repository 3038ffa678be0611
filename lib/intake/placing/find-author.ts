import type { IntakeDocument, Range } from '@/lib/intake/document';
import { foldText } from '@/lib/platform/text/fold-text';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { paragraphsIn } from './table-layout';

/** How people head the details of the author; only these are looked for. */
const HEADS: Record<string, RegExp> = {
  name: /^(?:your |full |contact )?name\b/i,
  affiliation: /^(?:your )?(?:affiliation|organi[sz]ation|institution|company)\b/i,
  email: /^(?:your )?e-?mail(?: address)?\b/i,
  country: /^(?:your )?country\b/i,
};

export type FoundDetail = { place: PlacedAt; range: Range; text: string };

/** Lines such as `Name: …` and `E-mail (will not be published) …` below “About you”; a head that occurs twice is none. */
export function findAuthor(document: IntakeDocument, range: Range, places: readonly PlacedAt[]): FoundDetail[] {
  const lines = paragraphsIn(document, range).filter(({ text }) => !text.includes('\n'));
  return Object.entries(HEADS).flatMap(([field, head]) => {
    const place = places.find(({ step, path }) => step === 'about' && path.length === 1 && path[0] === field);
    const found = lines.filter(({ text }) => head.test(text));
    const [line] = found;
    if (!place || !line || found.length > 1) return [];
    const text = line.text
      .replace(head, '')
      .replace(/^\s*\([^)]*\)/, '')
      .replace(/^[\s:–—-]+/, '')
      .trim();
    return foldText(text) === '' ? [] : [{ place, range: line, text }];
  });
}
