import { listNumber } from '@/lib/intake/list-number';
import { childNamed, childrenNamed, descendants } from '@/lib/intake/xml';
import type { XmlElement } from '@/lib/intake/xml';
import { valueOf } from './properties';

type Level = { format: string; text: string; start: number };

/** Counts the items of lists as Word does: lists that share a definition go on counting, unless one begins anew. */
export class ListMarks {
  private readonly levels = new Map<string, Map<number, Level>>();
  private readonly definitions = new Map<string, { definition: string; restarts: boolean }>();
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(numbering: XmlElement | undefined) {
    if (!numbering) return;
    for (const definition of childrenNamed(numbering, 'w:abstractNum'))
      this.levels.set(definition.attributes['w:abstractNumId'] ?? '', levelsOf(definition));
    for (const list of childrenNamed(numbering, 'w:num'))
      this.definitions.set(list.attributes['w:numId'] ?? '', {
        definition: valueOf(childNamed(list, 'w:abstractNumId')) ?? '',
        restarts: [...descendants(list, 'w:startOverride')].length > 0,
      });
  }

  /** The mark of the next item; null where the list is not one (`0` takes a paragraph out of it). */
  next({ id, level }: { id: string; level: number }): string | null {
    const list = this.definitions.get(id);
    const levels = list && this.levels.get(list.definition);
    const own = levels?.get(level);
    if (!list || !levels || !own || own.format === 'none') return null;
    const counts = this.countsOf(id, list);
    const count = (counts[level] ?? own.start - 1) + 1;
    counts.length = level;
    for (let at = 0; at < level; at++) counts[at] ??= levels.get(at)?.start ?? 1;
    counts[level] = count;
    if (own.format === 'bullet') return '-';
    return own.text.replace(/%([1-9])/g, (_, place: string) => {
      const at = Number(place) - 1;
      return listNumber(counts[at] ?? 1, levels.get(at)?.format ?? 'decimal');
    });
  }

  private countsOf(id: string, { definition, restarts }: { definition: string; restarts: boolean }): number[] {
    const isNew = !this.begun.has(id);
    this.begun.add(id);
    const known = this.counts.get(definition);
    if (known && !(isNew && restarts)) return known;
    const counts: number[] = [];
    this.counts.set(definition, counts);
    return counts;
  }
}

const levelsOf = (definition: XmlElement): Map<number, Level> =>
  new Map(
    childrenNamed(definition, 'w:lvl').map((level) => [
      Number(level.attributes['w:ilvl'] ?? 0),
      {
        format: valueOf(childNamed(level, 'w:numFmt')) ?? 'decimal',
        text: valueOf(childNamed(level, 'w:lvlText')) ?? '',
        start: Number(valueOf(childNamed(level, 'w:start')) ?? 1) || 1,
      },
    ]),
  );
