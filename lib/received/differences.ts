import type { WordExport } from '@/lib/contributions/documents/word-exports';
import { CHECK_STEP, isRemoved, sectionKey } from '@/lib/contributions/drafts/steps';
import type { Draft } from '@/lib/contributions/drafts/stored-draft';
import { readValues } from '@/lib/contributions/drafts/values';
import type { PlacedAnswer } from '@/lib/intake/placing/place-answers';
import type { PlacedValue } from '@/lib/intake/placing/read-value';
import { groupBy } from '@/lib/platform/group-by';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { sectionKind } from './section-kind';
import { saysSame, valueAt } from './typed-values';

/** What a person chooses where file and draft differ: one of the two, or of a text both. */
export const FROM_FILE = 'file';
export const FROM_DRAFT = 'draft';
export const BOTH = 'both';

export type Side = { place: PlacedAt; value: PlacedValue };

/** Something that the file and the draft that it was made from say differently: a field, a row or a cell. */
export type Difference = {
  /** As the form names it: `difference.3`. */ id: string;
  places: PlacedAt[];
  file: Side[];
  draft: Side[];
  /** The draft was saved since the file was made: neither of the two is older for sure. */ changedSince: boolean;
};

export type Compared = {
  differences: Difference[];
  /** What only the file says. */ fresh: PlacedAnswer[];
  /** How many answers say the same as the draft. */ same: number;
};

/** The section of the draft that a place belongs to; undefined for a proposal that the file begins. */
export const keyOf = ({ step, entry }: PlacedAt): string | undefined =>
  entry && entry.position === undefined ? undefined : sectionKey({ step, position: entry?.position });

/** What is stored in the draft at a place, also in a proposal that was taken out of it. */
function storedAt({ sections, questionnaire }: Draft, place: PlacedAt): PlacedValue | null {
  const key = keyOf(place);
  const data = key === undefined ? undefined : sections.get(key)?.data;
  const kind = sectionKind(place.step, place.entry !== undefined, questionnaire);
  return data === undefined ? null : valueAt(place, readValues(kind, data));
}

const isTakenOut = ({ sections }: Draft, place: PlacedAt | undefined): boolean =>
  place !== undefined && isRemoved(sections.get(keyOf(place) ?? '')?.data);

/**
 * Compares what a file says with the draft that it was made from. A row is compared as a whole, because its place may
 * have changed. Where the file leaves empty what the draft said when the file was made, that is a difference, too; what
 * was added to the draft since is none.
 */
export function compareWithDraft(
  answers: readonly PlacedAnswer[],
  { draft, made, places }: { draft: Draft; made: WordExport; places: readonly PlacedAt[] },
): Compared {
  const said = new Map(answers.map((answer) => [answer.place.tag, answer]));
  const compared: Compared = { differences: [], fresh: [], same: 0 };
  const begun = answers.filter(({ place }) => keyOf(place) === undefined);
  const inDraft = places.filter((place) => place.step !== CHECK_STEP && keyOf(place) !== undefined);
  for (const group of groupBy(inDraft, unitKey).values()) {
    const file = group.flatMap((place) => said.get(place.tag) ?? []);
    const stored = group.map((place) => storedAt(draft, place));
    const draftSays = isTakenOut(draft, group[0])
      ? []
      : group.flatMap((place, at): Side[] => {
          const value = stored[at] ?? null;
          return value === null ? [] : [{ place, value }];
        });
    const key = group[0] && keyOf(group[0]);
    const changedSince = key === undefined || draft.sections.get(key)?.version !== made.versions[key];
    const isSame = group.every((place, at) => saysSame(place, said.get(place.tag)?.value ?? null, stored[at] ?? null));
    if (isSame) compared.same += file.length;
    else if (draftSays.length === 0) compared.fresh.push(...file);
    else if (file.length > 0 || !changedSince)
      compared.differences.push({ id: '', places: group, file, draft: draftSays, changedSince });
  }
  const numbered = compared.differences.map((one, at) => ({ ...one, id: `difference.${at}` }));
  return { ...compared, differences: numbered, fresh: [...compared.fresh, ...begun] };
}

/** The field of a place; of a row of a list the row, of a cell the cell. */
function unitKey({ step, entry, path, option }: PlacedAt): string {
  const row = rowIn(path);
  const end = row > 0 ? row + 1 : path[0] === 'cells' ? 2 : path.length;
  return [step, entry?.position ?? '', ...path.slice(0, end), option ?? ''].join(' ');
}

/** Where a path names the row of a list; -1 where it names none. */
export const rowIn = (path: readonly string[]): number => path.findIndex((name) => /^\d+$/.test(name));

/** What is chosen at first: the file, if the draft was not changed since and nothing is lost. */
export const initialChoice = ({ file, changedSince }: Difference): string =>
  file.length === 0 ? FROM_DRAFT : changedSince ? '' : FROM_FILE;

/** Whether file and draft can both be kept, one after the other: of texts, and of the rows of a list. */
export const takesBoth = ({ places: [place, another], file }: Difference): boolean =>
  place !== undefined &&
  file.length > 0 &&
  (rowIn(place.path) > 0 || (another === undefined && place.control.kind === 'text'));
