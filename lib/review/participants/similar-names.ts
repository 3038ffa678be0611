import { foldedWords } from '@/lib/platform/text/fold-text';

/** Who is compared: a name, and what else tells participants apart. */
export type Compared = { name: string; kind: 'state' | 'organisation'; country?: string | null };

/** How much of their trigrams two names share that may be two spellings of one. */
const ALIKE = 0.6;

/** Words that say what form of company it is, or join the others. */
const SAID_BY_NONE = new Set(
  'the of and for a an inc incorporated corp corporation co company ltd limited llc plc gmbh ag sa sas bv nv spa srl ab oy as kk pty pte'.split(
    ' ',
  ),
);

/** The trigrams of a name's words, as PostgreSQL's pg_trgm makes them; without words that say little, if others are left. */
function trigramsOf(name: string): string[] {
  const words = foldedWords(name);
  const telling = words.filter((word) => !SAID_BY_NONE.has(word));
  const trigrams = (telling.length > 0 ? telling : words).flatMap((word) => {
    const padded = `  ${word} `;
    return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
  });
  return [...new Set(trigrams)];
}

/**
 * Finds names that may be another spelling of a name: by the share of common trigrams, whatever the order of the words.
 * Two states are one if they have the same country, and never if they have different ones.
 */
export class NameIndex<Entry extends Compared> {
  readonly #entries: { entry: Entry; size: number }[] = [];
  readonly #byTrigram = new Map<string, number[]>();
  readonly #byCountry = new Map<string, number[]>();

  constructor(entries: Iterable<Entry> = []) {
    for (const entry of entries) this.add(entry);
  }

  add(entry: Entry): void {
    const trigrams = trigramsOf(entry.name);
    const at = this.#entries.push({ entry, size: trigrams.length }) - 1;
    for (const trigram of trigrams) append(this.#byTrigram, trigram, at);
    if (entry.kind === 'state' && entry.country) append(this.#byCountry, entry.country, at);
  }

  /** The entries that the name may mean, the most alike first, five at most. */
  similarTo(sought: Compared): Entry[] {
    const trigrams = trigramsOf(sought.name);
    const shared = new Map<number, number>();
    for (const trigram of trigrams)
      for (const at of this.#byTrigram.get(trigram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const likeness = new Map<number, number>();
    for (const [at, common] of shared) {
      const one = this.#entries[at];
      const share = one ? common / (one.size + trigrams.length - common) : 0;
      if (one && share >= ALIKE && !areOtherStates(one.entry, sought)) likeness.set(at, share);
    }
    if (sought.kind === 'state' && sought.country)
      for (const at of this.#byCountry.get(sought.country) ?? []) likeness.set(at, 1);
    return [...likeness]
      .toSorted(([at, one], [where, other]) => other - one || at - where)
      .slice(0, 5)
      .flatMap(([at]) => this.#entries[at]?.entry ?? []);
  }
}

const areOtherStates = (one: Compared, other: Compared) =>
  one.kind === 'state' &&
  other.kind === 'state' &&
  Boolean(one.country && other.country) &&
  one.country !== other.country;

function append(map: Map<string, number[]>, key: string, at: number): void {
  const known = map.get(key);
  if (known) known.push(at);
  else map.set(key, [at]);
}
