import { PARTIES_PARTS } from '@/lib/agreements/facts/fact';
import { isPartiesField } from '@/lib/agreements/facts/registry';
import type { AgreementCells } from '@/lib/agreements/cells';
import { typedFrom } from '@/lib/contributions/drafts/changes';
import { isBlank, readValues } from '@/lib/contributions/drafts/values';
import type { SectionKind, SectionValues } from '@/lib/contributions/drafts/values';

/** A step's values after the button that sent them: without JavaScript, adding and removing rows is a round trip. */
export function applyIntent(
  kind: SectionKind,
  typed: unknown,
  intent: string,
  today: AgreementCells | null,
): SectionValues<SectionKind> {
  const [action, subject = '', at] = intent.split(':');
  const values = readValues(kind, typed);
  if ('others' in values) return { ...values, others: editRows(values.others, { action, at }) };
  if ('projects' in values) return { ...values, projects: editRows(values.projects, { action, at }) };
  if ('cells' in values) return editProposal(values, { action, cell: subject, today });
  return values;
}

/** The field to go to after such a button; nothing for the others. */
export function focusAfter(intent: string, values: SectionValues<SectionKind>): string | undefined {
  const [action, subject = ''] = intent.split(':');
  if (action === 'copy') return isPartiesField(subject) ? `${subject}-${PARTIES_PARTS[0]}` : `cells-${subject}-value`;
  if (action !== 'add' && action !== 'remove') return undefined;
  if ('others' in values) return action === 'add' ? `others-${values.others.length - 1}-name` : 'others';
  if ('projects' in values) return action === 'add' ? `projects-${values.projects.length - 1}-title` : 'projects';
  return undefined;
}

/** Adding asks for one more row, even if the last is empty still; otherwise empty rows at the end are nobody's words. */
function editRows<Row>(rows: Row[], { action, at }: { action?: string; at?: string }): Row[] {
  const kept = action === 'remove' ? rows.filter((_, index) => String(index) !== at) : rows;
  // An empty row of this kind: what the schema makes of nothing.
  if (action === 'add') return [...kept, {} as Row];
  const last = kept.findLastIndex((row) => !isBlank(row));
  return kept.slice(0, last + 1);
}

/** The agreement a proposal is about once such a button has been pressed; empty for a new one. */
export function agreementAfter(intent: string, { agreement }: { agreement: string }): string {
  const [action, subject = ''] = intent.split(':');
  return action === 'become' ? subject : agreement;
}

/** `cell` is what the intent is about: a cell, or for `another` what the proposal is not. */
type ProposalEdit = { action?: string; cell: string; today: AgreementCells | null };

function editProposal(
  values: SectionValues<'proposal'>,
  { action, cell, today }: ProposalEdit,
): SectionValues<'proposal'> {
  if (action === 'another') return { ...values, distinct: [...new Set([...values.distinct, cell])] };
  if (!today) return values;
  // All that was typed stays: a cell that equals today's proposes nothing.
  if (action === 'become') return { ...values, kind: 'update', agreement: today.slug, baseVersion: today.version };
  if (action === 'rebase') return { ...values, baseVersion: today.version };
  const content = Object.hasOwn(today.cells, cell) ? today.cells[cell] : undefined;
  if (action !== 'copy' || !content) return values;
  const copied = typedFrom(cell, content.value);
  if (typeof copied !== 'string') return { ...values, [cell]: copied };
  const { note = '', source = '' } = values.cells[cell] ?? {};
  return { ...values, cells: { ...values.cells, [cell]: { value: copied, note, source } } };
}
