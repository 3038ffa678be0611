import { PARTICIPATION_ACTIONS } from '@/lib/agreements/participation-constants';
import type { ParticipationAction } from '@/lib/agreements/participation-constants';
import { rowsOf } from '@/lib/publication/fact-rows';
import type { PublicAgreement } from '@/lib/publication/schema';
import { isLargeEnough } from '@/lib/publication/small-groups';
import { publicCounts } from './schema';
import type { PublicCounts, PublicParticipation } from './schema';

/** What each kind of count would be in rows; articles, principles and the like are none. */
const ACTIONS_COUNTED: Record<string, readonly ParticipationAction[]> = {
  signatories: ['signed', 'endorsed'],
  signatures: ['signed', 'endorsed'],
  supporters: ['endorsed', 'signed'],
  parties: ['ratified', 'acceded'],
  ratifications: ['ratified', 'acceded'],
  members: ['member'],
  associates: ['member'],
};

type Row = Pick<PublicParticipation, 'action' | 'date' | 'participant'>;
type Claimed = Pick<PublicCounts['beside'][number], 'counted' | 'unit' | 'claimed' | 'exactness' | 'asOf'>;

type CountsInput = {
  agreement: Pick<PublicAgreement, 'facts'>;
  rows: readonly Row[];
  /** Contributions that say so and name no organisation. */
  unnamed: number;
  withdrawn: number;
};

/**
 * How many participants of an agreement the register has, beside the newest number that the dataset claims of each kind
 * and unit, with the difference. A participant counts once for each action; one that withdrew counts for nothing else.
 */
export function countsBeside({ agreement, rows, unnamed, withdrawn }: CountsInput): PublicCounts {
  return publicCounts.parse({
    rows: Object.fromEntries(
      PARTICIPATION_ACTIONS.map((action) => [
        action,
        action === 'withdrew' ? goneOf(rows).size : count(rows, [action]),
      ]),
    ),
    beside: claimsOf(agreement).map((claim) => {
      const actions = ACTIONS_COUNTED[claim.counted];
      const computed = actions ? count(rows.filter(ofUnit(claim.unit)), actions) : null;
      return { ...claim, computed, difference: computed === null ? null : claim.claimed - computed };
    }),
    unnamed: sayable(unnamed),
    withdrawn: sayable(withdrawn),
  });
}

const sayable = (number: number) => (number === 0 || isLargeEnough(number) ? number : null);

/** Those whose withdrawal is the last that is known of them: who came back later counts again. */
function goneOf(rows: readonly Row[]): ReadonlySet<string> {
  const last = new Map<string, { withdrew?: string; other?: string }>();
  for (const { action, date, participant } of rows) {
    const known = last.get(participant.slug) ?? {};
    const which = action === 'withdrew' ? 'withdrew' : 'other';
    const when = date ?? (which === 'withdrew' ? '9999' : '');
    if (when >= (known[which] ?? '')) known[which] = when;
    last.set(participant.slug, known);
  }
  const gone = [...last].filter(([, { withdrew, other = '' }]) => withdrew !== undefined && withdrew >= other);
  return new Set(gone.map(([slug]) => slug));
}

function count(rows: readonly Row[], actions: readonly ParticipationAction[]): number {
  const gone = goneOf(rows);
  const found = rows.filter(({ action, participant }) => actions.includes(action) && !gone.has(participant.slug));
  return new Set(found.map(({ participant }) => participant.slug)).size;
}

/** “65 states” counts states, “40 companies” organisations; any other unit counts both. */
function ofUnit(unit: string | null): (row: Row) => boolean {
  if (unit === null) return () => true;
  if (/\b(states?|countr(y|ies)|governments?)\b/i.test(unit)) return ({ participant }) => participant.kind === 'state';
  if (/\b(compan(y|ies)|organi[sz]ations?|networks?|firms?)\b/i.test(unit))
    return ({ participant }) => participant.kind === 'organisation';
  return () => true;
}

/** The newest claim of each kind and unit: rows of the fact `counts`, and the number of signatories. */
function claimsOf(agreement: Pick<PublicAgreement, 'facts'>): Claimed[] {
  const claims = [...claimOfSignatories(agreement), ...rowsOf(agreement, 'counts').map(({ value }) => claimOf(value))];
  const newest = new Map<string, Claimed>();
  for (const claim of claims) {
    const key = `${claim.counted} ${claim.unit ?? ''}`.toLowerCase();
    const known = newest.get(key);
    if (!known || (claim.asOf ?? '') > (known.asOf ?? '')) newest.set(key, claim);
  }
  return [...newest.values()];
}

const claimOf = ({ counted, exactness, count: number, unit, asOf }: Record<string, string | number>): Claimed => ({
  counted: String(counted),
  unit: unit === undefined ? null : String(unit),
  claimed: Number(number),
  exactness: exactness === undefined || exactness === 'exact' ? null : String(exactness),
  asOf: asOf === undefined ? null : String(asOf),
});

/** The unit says what is counted: “ratifications”, “supporters”, “member states”. */
function claimOfSignatories({ facts }: Pick<PublicAgreement, 'facts'>): Claimed[] {
  const value = facts.signatories?.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const { count: number, unit, asOf } = value as Record<string, unknown>; // a value of the kind `parties`
  if (typeof number !== 'number') return [];
  const said = typeof unit === 'string' ? unit : null;
  const word = Object.keys(ACTIONS_COUNTED).find((one) => said?.toLowerCase().includes(one.replace(/s$/, '')));
  return [
    {
      counted: word ?? 'signatories',
      unit: said,
      claimed: number,
      exactness: null,
      asOf: typeof asOf === 'string' ? asOf : null,
    },
  ];
}
