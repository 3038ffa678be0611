import { PARTIES_PARTS } from '@/lib/agreements/facts/fact';
import { writeTypedValue } from '@/lib/agreements/facts/typed';
import { isPartiesField } from '@/lib/agreements/facts/registry';
import type { AgreementCells } from '@/lib/agreements/cells';
import { typedFrom } from '@/lib/questions/proposal-changes';
import { isBlank } from '@/lib/questions/typed-fields';
import { readValues } from '@/lib/contributions/drafts/values';
import type { Section } from '@/lib/contributions/drafts/sections';
import type { SectionKind, SectionValues } from '@/lib/contributions/drafts/values';
import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import { fieldId } from '@/app/(form)/form/names';

/** The values of a step after its button was pressed: without JavaScript, the server adds and removes rows. */
export function applyIntent(
  section: Section,
  typed: unknown,
  intent: string,
  today: AgreementCells | null,
): SectionValues<SectionKind> {
  const [action, ...named] = intent.split(':');
  const [, at] = named;
  // The key of a row has a colon of its own.
  if (section.kind === 'proposal')
    return editProposal(readValues('proposal', typed), { action, cell: named.join(':'), today });
  const values = readValues(section.kind, typed);
  const rows = rowsIn(section, values);
  return rows ? { ...values, [rows.name]: editRows(rows.list, { action, at }) } : values;
}

/** The field to focus after such a button; none for other buttons. */
export function focusAfter(section: Section, intent: string, values: SectionValues<SectionKind>): string | undefined {
  const [action, ...named] = intent.split(':');
  const [, at] = named;
  if (action === 'copy') return firstFieldOf(named.join(':'));
  const rows = rowsIn(section, values);
  if (!rows) return undefined;
  if (action === 'add') return fieldId(`${rows.name}.${rows.list.length - 1}.${rows.first}`);
  if (action === 'up' || action === 'down') return fieldId(`${rows.name}.${placeAfter(action, Number(at))}`);
  return action === 'remove' ? rows.name : undefined;
}

/** The id of the first control of a cell. */
function firstFieldOf(cell: string): string {
  if (isPartiesField(cell)) return `${cell}-${PARTIES_PARTS[0]}`;
  const [part] = Object.keys(writeTypedValue(cell, null));
  return part === undefined || part === 'value' ? `cells-${cell}-value` : `cells-${cell}-parts-${part}`;
}

/** The rows of a question's form, where its kind has some. */
function rowsIn(section: Section, values: SectionValues<SectionKind>) {
  const rows = 'question' in section ? rowsOf(section.question) : undefined;
  const list: unknown = rows && Reflect.get(values, rows.name);
  return rows && Array.isArray(list) ? { ...rows, list: list as unknown[] } : undefined; // an array, by the check above
}

function rowsOf(question: Question) {
  const { rows } = kindOf(question);
  return rows && { name: rows.name, first: rows.first(question) };
}

const placeAfter = (action: string, at: number) => (action === 'up' ? at - 1 : at + 1);

/** "Add" appends a row even if the last is still empty; otherwise empty rows at the end are removed. */
function editRows<Row>(rows: Row[], { action, at }: { action?: string; at?: string }): Row[] {
  if (action === 'up' || action === 'down') return swapped(rows, Number(at), placeAfter(action, Number(at)));
  const kept = action === 'remove' ? rows.filter((_, index) => String(index) !== at) : rows;
  // An empty row of this kind: the schema's result for no input.
  if (action === 'add') return [...kept, {} as Row];
  const last = kept.findLastIndex((row) => !isBlank(row));
  return kept.slice(0, last + 1);
}

function swapped<Row>(rows: Row[], one: number, other: number): Row[] {
  const [here, there] = [rows[one], rows[other]];
  if (here === undefined || there === undefined) return rows;
  return rows.map((row, index) => (index === one ? there : index === other ? here : row));
}

/** The agreement of a proposal after such a button was pressed; empty for a new one. */
export function agreementAfter(intent: string, { agreement }: { agreement: string }): string {
  const [action, subject = ''] = intent.split(':');
  return action === 'become' ? subject : agreement;
}

/** `cell` is the subject of the intent: a cell, or for `another` the entry that the proposal does not mean. */
type ProposalEdit = { action?: string; cell: string; today: AgreementCells | null };

function editProposal(
  values: SectionValues<'proposal'>,
  { action, cell, today }: ProposalEdit,
): SectionValues<'proposal'> {
  if (action === 'another') return { ...values, distinct: [...new Set([...values.distinct, cell])] };
  if (!today) return values;
  // All typed values stay: a cell equal to today's proposes nothing.
  if (action === 'become') return { ...values, kind: 'update', agreement: today.slug, baseVersion: today.version };
  if (action === 'rebase') return { ...values, baseVersion: today.version };
  const content = Object.hasOwn(today.cells, cell) ? today.cells[cell] : undefined;
  if (action !== 'copy' || !content) return values;
  const copied = typedFrom(cell, content.value);
  if (typeof copied !== 'string' && !('parts' in copied)) return { ...values, [cell]: copied };
  const { note = '', source = '', asOf = '' } = values.cells[cell] ?? {};
  const filled = typeof copied === 'string' ? { value: copied, parts: {}, whole: false } : { value: '', ...copied };
  return { ...values, cells: { ...values.cells, [cell]: { ...filled, clear: false, note, source, asOf } } };
}
