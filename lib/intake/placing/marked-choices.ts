import type { IntakeDocument, Mark, Range } from '@/lib/intake/document';
import { groupBy } from '@/lib/platform/group-by';
import { foldText } from '@/lib/platform/text/fold-text';
import type { PlacedAt } from '@/lib/questions/answer-places';

/*
 * Choices that are marked by their look: a person who fills the form in Word often makes the one they mean bold, or red,
 * and leaves the boxes as they are. That is a guess, which a person confirms.
 */

export type MarkedChoice = { place: PlacedAt; how: 'look'; text: string; value: string | true };

type Section = Range & { step: string };
type Line = { text: string; marks: ReadonlySet<Mark> };

/**
 * The choices whose labels look otherwise than those of the others. `isTaken` says where something else was written
 * for a place: then its look says nothing. Nothing is guessed unless the label of each choice is there once, in the
 * section of its question, and a look is that of some of them and not of all (of one, where one can be chosen).
 */
export function findMarkedChoices(
  document: IntakeDocument,
  places: readonly PlacedAt[],
  { sections, isTaken }: { sections: readonly Section[]; isTaken: (place: PlacedAt) => boolean },
): MarkedChoice[] {
  return sections.flatMap((section) => {
    const own = places.filter(({ step, entry }) => step === section.step && !entry);
    const lines = new Map(groupBy(linesIn(document, section), ({ text }) => foldText(text)));
    const ticks = groupBy(
      own.filter(({ control, option }) => control.kind === 'tick' && option !== undefined),
      ({ path }) => path.join('.'),
    );
    return [
      ...[...ticks.values()].flatMap((group) => markedTicks(group, lines, isTaken)),
      ...withOwnOptions(own).flatMap((place) => markedOption(place, lines, isTaken)),
    ];
  });
}

/** Not the rows of a rating: their levels are the same for each. */
const withOwnOptions = (places: readonly PlacedAt[]): PlacedAt[] =>
  [...groupBy(places, ({ control }) => (control.kind === 'one' ? optionsOf(control.options) : '')).values()].flatMap(
    (alike) => (alike.length === 1 ? alike : []),
  );

const optionsOf = (options: readonly { value: string }[]): string => options.map(({ value }) => value).join('\n');

type Lines = ReadonlyMap<string, readonly Line[]>;
type IsTaken = (place: PlacedAt) => boolean;

function markedTicks(group: readonly PlacedAt[], lines: Lines, isTaken: IsTaken): MarkedChoice[] {
  if (group.some(isTaken)) return [];
  const marked = markedAmong(
    group.map(({ label }) => label),
    lines,
  );
  return group.flatMap((place) =>
    marked.has(place.label) ? [{ place, how: 'look' as const, text: place.label, value: true as const }] : [],
  );
}

function markedOption(place: PlacedAt, lines: Lines, isTaken: IsTaken): MarkedChoice[] {
  if (place.control.kind !== 'one' || isTaken(place)) return [];
  const { options } = place.control;
  const marked = markedAmong(
    options.map(({ label }) => label),
    lines,
  );
  const chosen = options.filter(({ label }) => marked.has(label));
  const [only] = chosen;
  return only && chosen.length === 1 ? [{ place, how: 'look', text: only.label, value: only.value }] : [];
}

/** The labels that have a look which others have not; none where two looks disagree on which they are. */
function markedAmong(labels: readonly string[], lines: Lines): ReadonlySet<string> {
  const found = labels.map((label) => ({ label, lines: lines.get(foldText(label)) ?? [] }));
  if (found.length < 2 || found.some((one) => one.lines.length !== 1)) return new Set();
  const kinds = new Set(found.flatMap(({ lines: [line] }) => [...(line?.marks ?? [])]));
  const groups = [...kinds].flatMap((kind) => {
    const having = found.filter(({ lines: [line] }) => line?.marks.has(kind)).map(({ label }) => label);
    return having.length < found.length ? [having] : [];
  });
  const [first = []] = groups;
  return new Set(groups.every((group) => group.join('\n') === first.join('\n')) ? first : []);
}

/** The lines of a section without the dash or box before them, each with the marks that all of its words have. */
function linesIn({ paragraphs, runs }: IntakeDocument, { from, to }: Range): Line[] {
  return paragraphs
    .filter((paragraph) => paragraph.from >= from && paragraph.to <= to)
    .flatMap((paragraph) => {
      const lines: { text: string; marks: Set<Mark> | null }[] = [{ text: '', marks: null }];
      for (const { text, bold, marks = [] } of runs.slice(paragraph.from, paragraph.to)) {
        const own = new Set<Mark>(bold ? ['bold', ...marks] : marks);
        text.split('\n').forEach((part, at) => {
          if (at > 0) lines.push({ text: '', marks: null });
          const line = lines.at(-1);
          if (!line) return;
          line.text += part;
          if (/[\p{L}\p{N}]/u.test(part))
            line.marks = line.marks ? new Set([...line.marks].filter((mark) => own.has(mark))) : own;
        });
      }
      return lines.map(({ text, marks }) => ({ text: text.replace(LEADING, ''), marks: marks ?? new Set<Mark>() }));
    });
}

const LEADING = /^[\s–—•·\-☐□▢❏]+/u;
