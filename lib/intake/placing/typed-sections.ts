import { ABOUT_STEP, CHECK_STEP } from '@/lib/contributions/drafts/steps';
import { parseFormData } from '@/lib/contributions/drafts/form-data';
import { groupBy } from '@/lib/platform/group-by';
import { isRowField, fieldOf } from '@/lib/agreements/facts/registry';
import type { Entry } from '@/lib/questions/answer-place';
import type { PlacedAt } from '@/lib/questions/answer-places';
import type { NotPlaced, PlacedAnswer } from './place-answers';
import { readText } from './read-value';
import type { PlacedValue } from './read-value';

/** What counts of a placed answer, however its place was found. */
export type ConfirmedAnswer = Pick<PlacedAnswer, 'place' | 'text' | 'value'>;

/** A section of a draft as the form stores it: of a question, of one proposal, or about the author. */
export type TypedSection = { step: string; entry: Entry | null; data: Record<string, unknown> };

/**
 * Placed answers as the form stores them. A row of an update names its point in words, so its value is read only here;
 * what can't be is among `notPlaced`. Consent is given when the contribution is sent, not by a file.
 */
export function typedSections(
  answers: readonly ConfirmedAnswer[],
  places: readonly PlacedAt[],
): { sections: TypedSection[]; notPlaced: NotPlaced[] } {
  const notPlaced: NotPlaced[] = [];
  const groups = groupBy(
    answers.filter(({ place }) => place.step !== CHECK_STEP),
    ({ place }) => `${place.step} ${entryKey(place.entry)}`,
  );
  const sections = [...groups.values()].flatMap((group): TypedSection[] => {
    const [first] = group;
    if (!first) return [];
    const { step, entry } = first.place;
    const changes = group.filter(({ place }) => place.path[0] === 'changes');
    const read = changes.length === 0 ? null : changesIn(group, changes, places);
    notPlaced.push(...(read?.notPlaced ?? []));
    const fields: Field[] = [
      ...(entry ? [field('kind', entry.kind)] : []),
      ...group
        .filter((one) => !changes.includes(one))
        .flatMap(({ place, value }) => fieldsOf(place.path, value, place.option)),
      ...(read?.fields ?? []),
    ];
    const parsed = parseFormData(fields);
    const isEmpty = fields.length === (entry ? 1 : 0);
    return parsed.ok && !isEmpty ? [{ step, entry: entry ?? null, data: parsed.values }] : [];
  });
  return { sections, notPlaced };
}

const entryKey = (entry: Entry | undefined) => (entry ? `${entry.kind} ${entry.position ?? ''} ${entry.number}` : '');

type Field = [name: string, value: string];

const field = (name: string, value: string): Field => [name, value];

/** A box that is one of a list adds itself to it; any other is ticked by its name. */
function fieldsOf(path: readonly string[], value: PlacedValue, option?: string): Field[] {
  const name = path.join('.');
  if (typeof value === 'boolean') return value ? [[name, option ?? 'on']] : [];
  return Array.isArray(value) ? value.map((one): Field => [name, one]) : [[name, value]];
}

type ReadChanges = { fields: Field[]; notPlaced: NotPlaced[] };

/** The rows of an update, each with the point that it changes. */
function changesIn(
  group: readonly ConfirmedAnswer[],
  changes: readonly ConfirmedAnswer[],
  places: readonly PlacedAt[],
): ReadChanges {
  const read: ReadChanges = { fields: [], notPlaced: [] };
  const leaveOut = (answers: readonly ConfirmedAnswer[], reason: string) =>
    read.notPlaced.push(...answers.map(({ place, text }) => ({ text, reason, place, question: place.step })));
  if (!group.some(({ place }) => place.path[0] === 'agreement')) {
    leaveOut(
      group.filter(({ place }) => place.step !== ABOUT_STEP),
      'agreement_missing',
    );
    return read;
  }
  const seen = new Set<string>();
  for (const row of groupBy(changes, ({ place }) => place.path[1] ?? '').values()) {
    const point = row.find(({ place }) => place.path[2] === 'cell');
    const rest = row.filter((one) => one !== point);
    const target = point && targetOf(String(point.value), places);
    if (!point || rest.length === 0) leaveOut(row, point ? 'value_missing' : 'point_missing');
    else if (!target) leaveOut(row, 'point_of_several_rows');
    else if (seen.has(String(point.value))) leaveOut(row, 'cell_proposed_twice');
    else {
      seen.add(String(point.value));
      for (const one of rest) {
        const field = one.place.path[2] ?? '';
        const value = field === 'value' ? readText(one.text, target.place) : { value: one.text };
        if (value && 'value' in value)
          read.fields.push(
            ...fieldsOf(field === 'value' ? target.place.path : ['cells', target.cell, field], value.value),
          );
        else leaveOut([one], value?.reason ?? 'value_missing');
      }
    }
  }
  return read;
}

/** The place that a new agreement has for the same point: it says how the value is read, and where it is stored. */
function targetOf(point: string, places: readonly PlacedAt[]): { place: PlacedAt; cell: string } | null {
  const [cell = '', part] = point.split('.');
  const field = fieldOf(cell);
  if (field !== null && isRowField(field)) return null;
  const paths =
    part === undefined
      ? [['cells', cell, 'value']]
      : [
          [cell, part],
          ['cells', cell, 'parts', part],
        ];
  const names = paths.map((path) => path.join('/'));
  const place = places.find(({ entry, path }) => entry?.kind === 'new' && names.includes(path.join('/')));
  return place ? { place, cell } : null;
}
