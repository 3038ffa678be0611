import type { Typed } from '@/app/ui/action-state';
import type { ManagedCall } from '@/lib/calls/desk-calls';
import { clockIn } from '@/lib/calls/local-time';
import type { CallTexts } from '@/lib/calls/schema';
import type { Issue } from '@/lib/platform/errors';

const READING_PARTS = ['title', 'author', 'description', 'link'] as const;
export type ReadingPart = (typeof READING_PARTS)[number];

export const readingField = (row: number, part: ReadingPart) => `reading.${row}.${part}`;
export const annexField = (slug: string) => `annex.${slug}`;

/** The rows of background reading with any text; empty ones are left out. */
export function writtenRows(typed: Typed): number[] {
  const rows = Object.keys(typed).flatMap((name) => /^reading\.(\d{1,3})\.title$/.exec(name)?.[1] ?? []);
  return rows
    .map(Number)
    .filter((row) => READING_PARTS.some((part) => (typed[readingField(row, part)] ?? '').trim() !== ''))
    .toSorted((one, other) => one - other);
}

/** Reads the form of a call for `callEdit` (lib/calls/call-input-schema.ts). */
export function readCallForm(typed: Typed) {
  const whole = Object.fromEntries(Object.entries(typed).filter(([name]) => !name.includes('.')));
  const annex = Object.entries(typed).flatMap(([name, place]) =>
    name.startsWith('annex.') ? [[name.slice('annex.'.length), place] as const] : [],
  );
  const reading = writtenRows(typed).map((row) =>
    Object.fromEntries(READING_PARTS.map((part) => [part, typed[readingField(row, part)] ?? ''])),
  );
  return { ...whole, reading, annex: Object.fromEntries(annex) };
}

/** Maps an issue (`reading.1.link`) to its field in the form, where empty rows count too. */
export function fieldOfIssue({ path }: Issue, typed: Typed): string {
  const [list, index, part] = path.split('.');
  const row = list === 'reading' && part !== undefined ? writtenRows(typed)[Number(index)] : undefined;
  return row === undefined ? path : `reading.${row}.${part}`;
}

/** The fields of a stored call. */
export function fieldsOfCall(call: ManagedCall): Typed {
  const { texts, opensAt, closesAt, timeZone } = call;
  const [opens, closes] = [opensAt && clockIn(timeZone, opensAt), closesAt && clockIn(timeZone, closesAt)];
  return {
    ...fieldsOfTexts(texts),
    opensOn: opens?.day ?? '',
    opensTime: opens?.time ?? '',
    closesOn: closes?.day ?? '',
    closesTime: closes?.time ?? '',
    timeZone,
    afterClosing: call.acceptsLate ? 'late' : 'strict',
    files: call.acceptsFiles ? 'accepted' : 'not',
    publication: call.publishesAtOnce ? 'at_once' : 'review',
    editorsOnly: call.offersEditorsOnly ? 'offered' : 'not',
    maxWords: call.maxWords?.toString() ?? '',
    prefix: call.prefix,
    ...Object.fromEntries(call.annex.map(({ slug }, at) => [annexField(slug), String(at + 1)])),
  };
}

function fieldsOfTexts({ introduction, instructions, afterwards, reading, ...lines }: CallTexts): Typed {
  const rows = reading.flatMap((entry, row) =>
    READING_PARTS.map((part): [string, string] => [readingField(row, part), entry[part] ?? '']),
  );
  return {
    ...Object.fromEntries(Object.entries(lines).map(([name, text]) => [name, text ?? ''])),
    introduction: introduction.join('\n\n'),
    instructions: instructions.join('\n\n'),
    afterwards: afterwards.join('\n\n'),
    ...Object.fromEntries(rows),
  };
}
