import type { PlacedAnswer } from '@/lib/intake/placing/place-answers';
import { readText } from '@/lib/intake/placing/read-value';
import type { PlacedValue } from '@/lib/intake/placing/read-value';
import { typedSections } from '@/lib/intake/placing/typed-sections';
import type { ConfirmedAnswer, TypedSection } from '@/lib/intake/placing/typed-sections';
import type { Issue } from '@/lib/platform/errors';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { ABOVE, answerField, ASIDE, REST_FIELD } from './choice-names';
import type { Unit } from './units';

type ConfirmedFrom = ConfirmedAnswer & Pick<PlacedAnswer, 'how'>;

/** A program is not quite sure of an answer that was found by order, likeness or look: its place is a person's choice. */
export const isSure = ({ how }: Pick<PlacedAnswer, 'how'>): boolean => !['order', 'similarity', 'look'].includes(how);

export type Confirmed = { answers: ConfirmedAnswer[]; sections: TypedSection[]; faults: Issue[] };

/**
 * What a file says once a person has chosen. `chosen` is the choice for a field of the form: a place, `ASIDE`, `ABOVE`
 * (with the text above it), or empty. Faults name the field: `place_needed` (nothing was chosen), `place_taken` (it takes
 * one answer and has one), or why the text can't be stored there.
 */
export function confirmedAnswers({
  answers,
  units,
  places,
  chosen,
  drafted = () => null,
}: {
  answers: readonly ConfirmedFrom[];
  units: readonly Unit[];
  places: readonly PlacedAt[];
  /** What the draft that it goes into says at a place. */
  drafted?: (place: PlacedAt) => PlacedValue | null;
  chosen: (field: string) => string;
}): Confirmed {
  const byTag = new Map(places.map((place) => [place.tag, place]));
  const result = new Map<string, ConfirmedAnswer>();
  const faults: Issue[] = [];
  const fieldOf = new Map<string, string>();
  const moved: { field: string; tag: string; text: string }[] = [];
  answers.forEach((answer, at) => {
    const [field, { place, value }] = [answerField(at), answer];
    fieldOf.set(place.tag, field);
    const choice = chosen(field) || (isSure(answer) ? place.tag : '');
    if (choice === '') faults.push({ path: field, code: 'place_needed' });
    else if (choice === place.tag) result.set(place.tag, answer);
    else if (choice !== ASIDE)
      moved.push({ field, tag: choice, text: typeof value === 'string' ? value : answer.text });
  });
  const placedUnits = followed(units, chosen);
  faults.push(
    ...placedUnits.filter(({ tag }) => tag === '').map(({ field }) => ({ path: field, code: 'place_needed' })),
  );
  for (const { field, tag, text } of [...moved, ...placedUnits]) {
    if (tag === '' || tag === ASIDE) continue;
    const place = byTag.get(tag);
    const code = place ? putText(place, text, result, drafted) : 'unknown_choice';
    if (code) faults.push({ path: field, code });
    fieldOf.set(tag, field);
  }
  const all = [...result.values()];
  const typed = typedSections(all, places);
  for (const { place, reason } of typed.notPlaced)
    faults.push({ path: (place && fieldOf.get(place.tag)) ?? '', code: reason });
  return { answers: all, sections: typed.sections, faults };
}

/** Each unit with its place: one that stays with the text above has that of it. */
function followed(
  units: readonly Unit[],
  chosen: (field: string) => string,
): { field: string; tag: string; text: string }[] {
  const placed: { field: string; tag: string; text: string }[] = [];
  for (const { id, text, follows } of units) {
    const choice = chosen(id) || (follows ? '' : chosen(REST_FIELD));
    const above = placed.at(-1);
    if (follows && above && (choice === ABOVE || choice === '')) above.text = `${above.text}\n\n${text}`;
    else placed.push({ field: id, tag: choice === ABOVE ? '' : choice, text });
  }
  return placed;
}

/** Adds a text at a place. Returns why it can't be: a code. */
function putText(
  place: PlacedAt,
  text: string,
  result: Map<string, ConfirmedAnswer>,
  drafted: (place: PlacedAt) => PlacedValue | null,
): string | null {
  const there = result.get(place.tag)?.value ?? drafted(place);
  if (there !== null && place.control.kind !== 'text') return 'place_taken';
  const read = readText(text, place);
  if (read === null || 'reason' in read) return read?.reason ?? 'tick_unclear';
  const joined = there === null ? undefined : `${String(there)}\n\n${text}`;
  result.set(place.tag, { place, text: joined ?? text, value: joined ?? read.value });
  return null;
}
