import type { Typed } from '@/app/ui/action-state';

/** The names of a section's fields. */
export const sectionField = (at: number, part: 'title' | 'text' | 'place') => `sections.${at}.${part}`;

const FIELD = /^sections\.(\d{1,3})\.(title|text|place)$/;

/** The form's fields as `synthesisInput` takes them: the rows in the order in which they stand on the page. */
export function readSynthesisForm(typed: Typed): object {
  const rows: Record<string, string>[] = [];
  const rest: Typed = {};
  for (const [name, value] of Object.entries(typed)) {
    const [, at, part] = FIELD.exec(name) ?? [];
    if (at === undefined || part === undefined) rest[name] = value;
    else rows[Number(at)] = { ...rows[Number(at)], [part]: value };
  }
  // A gap in the numbers can only be made by hand.
  return { ...rest, sections: rows.flat() };
}
