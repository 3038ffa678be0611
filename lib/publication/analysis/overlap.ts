import { commonOf, degree, PACKED, profileOf, type Profile, type Similarity } from './similarity';
import type { StudiedAgreement, Study } from './study';

export type Pair = Similarity & { one: StudiedAgreement; other: StudiedAgreement };

export type Overlap = {
  /** The most alike first; of equal pairs those that share more; then by slug. */
  strongest: Pair[];
  /** How many pairs can be compared, and how many of them share at least half. */
  pairs: number;
  half: number;
  /** The degree of the pair in the middle; null without pairs. */
  median: number | null;
  /** How many agreements were not compared because there are too many different ones. */
  leftOut: number;
};

/**
 * At most so many different agreements are compared with each other: four and a half million pairs, some tenths of a
 * second.
 */
const MAX_PROFILES = 3_000;

/**
 * The overlap between all agreements of a study. Agreements with the same values are compared once for all, so the work
 * grows with the number of different ones, up to a limit; `most` is how many pairs are listed.
 */
export function overlap(study: Study, most: number, bound = MAX_PROFILES): Overlap {
  const all = groupsOf(study.agreements);
  const groups = all.slice(0, bound);
  const strongest = new Strongest(most);
  const times = new Map<number, number>();
  for (let at = 0; at < groups.length; at += 1) {
    for (let place = at; place < groups.length; place += 1) {
      const one = groups[at];
      const other = groups[place];
      if (!one || !other) continue;
      const common = commonOf(one.profile, other.profile);
      const count =
        place === at ? (one.members.length * (one.members.length - 1)) / 2 : one.members.length * other.members.length;
      if (common % PACKED === 0 || count === 0) continue;
      times.set(common, (times.get(common) ?? 0) + count);
      strongest.offer(one.members, other.members, common);
    }
  }
  return {
    strongest: strongest.taken(),
    ...spread(times),
    leftOut: all.slice(bound).reduce((sum, { members }) => sum + members.length, 0),
  };
}

type Group = { profile: Profile; members: StudiedAgreement[] };

/** Groups of agreements with the same values, those with the most assessed criteria first. */
function groupsOf(agreements: readonly StudiedAgreement[]): Group[] {
  const groups = new Map<string, Group>();
  for (const agreement of agreements) {
    const profile = profileOf(agreement);
    const key = [...profile.found, ...profile.assessed].join();
    const group = groups.get(key) ?? { profile, members: [] };
    group.members.push(agreement);
    groups.set(key, group);
  }
  const assessed = ({ members }: Group) => members[0]?.values.filter((value) => value !== 'not_assessed').length ?? 0;
  return [...groups.values()].toSorted((one, other) => assessed(other) - assessed(one));
}

function spread(times: ReadonlyMap<number, number>): Pick<Overlap, 'pairs' | 'half' | 'median'> {
  const sorted = [...times]
    .map(([common, count]) => [degree(unpacked(common)), count] as const)
    .toSorted(([one], [other]) => one - other);
  const pairs = sorted.reduce((sum, [, count]) => sum + count, 0);
  let [half, passed, median]: [number, number, number | null] = [0, 0, null];
  for (const [value, count] of sorted) {
    if (value >= 0.5) half += count;
    passed += count;
    if (median === null && passed * 2 >= pairs) median = value;
  }
  return { pairs, half, median };
}

/** Keeps the best of very many pairs without storing all of them. */
class Strongest {
  private readonly most: number;
  private kept: Pair[] = [];
  private last: Pair | null = null;

  constructor(most: number) {
    this.most = most;
  }

  /**
   * Members are in the order of their slugs: of equally alike pairs, those of a later member come after the wanted
   * number.
   */
  offer(members: StudiedAgreement[], others: StudiedAgreement[], common: number): void {
    const alike = unpacked(common);
    if (this.last && (degree(alike) - degree(this.last) || alike.shared - this.last.shared) < 0) return;
    const [first, second] = [members.slice(0, this.most + 1), others.slice(0, this.most)];
    first.forEach((one, at) => {
      for (const other of members === others ? first.slice(at + 1) : second) {
        const pair = one.slug < other.slug ? { one, other, ...alike } : { one: other, other: one, ...alike };
        if (this.last && byStrength(pair, this.last) > 0) continue;
        this.kept.push(pair);
        if (this.kept.length > 8 * this.most) this.trim();
      }
    });
  }

  taken(): Pair[] {
    this.trim();
    return this.kept;
  }

  private trim(): void {
    this.kept = this.kept.toSorted(byStrength).slice(0, this.most);
    this.last = this.kept.length === this.most ? (this.kept.at(-1) ?? null) : null;
  }
}

const unpacked = (common: number): Similarity => ({ shared: Math.floor(common / PACKED), either: common % PACKED });

function byStrength(a: Pair, b: Pair): number {
  return (
    degree(b) - degree(a) ||
    b.shared - a.shared ||
    compare(a.one.slug, b.one.slug) ||
    compare(a.other.slug, b.other.slug)
  );
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
