import type { ReactNode } from 'react';
import { Link } from '@/app/ui/link';
import { Sign } from '@/app/ui/sign';
import { sayCount } from '@/lib/platform/text/say-count';
import type { MergeState } from '@/lib/review/merge';
import type { Blocker, Conflict } from '@/lib/review/policy';

/** Proposals that come to the same, as a page shows them. */
export type ShownVariant = {
  /** The change that the others are joined to. */
  id: string;
  value: ReactNode;
  /** Note, source and more, unfolded in place. */
  texts: ReactNode;
  changes: string[];
  references: string[];
  state: MergeState;
  /** One of them names a source. */
  hasSource: boolean;
  awaitsConsent: boolean;
  blocker: Blocker | null;
};

export type ShownCell = {
  /** The cell's key. */
  id: string;
  title: string;
  agreement: { slug: string; name: string; shortName: string; retired: boolean };
  version: number;
  current: ReactNode;
  currentTexts: ReactNode;
  total: number;
  ofRegister: boolean;
  variants: ShownVariant[];
};

type PendingCellProps = {
  anchor: string;
  /** The heading of the cell: its title, or on the page of a criterion its agreement. */
  heading: ReactNode;
  cell: ShownCell;
  /** The choices on one variant, where they can be decided here. */
  choices?: (variant: ShownVariant) => ReactNode;
  /** What belongs to the whole cell, below its variants. */
  children?: ReactNode;
  atFault?: boolean;
};

/** More variants than these are folded, so that the next cell is never far. */
const UNFOLDED = 5;

/** One undecided cell: what the dataset says now, and everything that is proposed for it, identical ones joined. */
export function PendingCell({ anchor, heading, cell, choices, children, atFault = false }: PendingCellProps) {
  const { id, current, currentTexts, variants, total } = cell;
  const [shown, folded] = [variants.slice(0, UNFOLDED), variants.slice(UNFOLDED)];
  const unseen = total - variants.reduce((sum, { changes }) => sum + changes.length, 0);
  const list = (some: ShownVariant[]) => (
    <ul>
      {some.map((variant) => (
        <Variant key={variant.id} variant={variant} choices={choices} />
      ))}
    </ul>
  );
  return (
    <section
      id={anchor}
      tabIndex={-1}
      aria-labelledby={`title-${anchor}`}
      className={`grid scroll-mt-4 gap-x-8 gap-y-2 border-b border-rule py-4 focus:outline-offset-4 lg:grid-cols-[13rem_13rem_minmax(0,1fr)] 3xl:grid-cols-[18rem_24rem_minmax(0,1fr)] ${atFault ? 'border-s-4 border-s-danger ps-4' : ''}`}
    >
      <div>
        <h2 id={`title-${anchor}`} className="font-sans text-base font-semibold">
          {heading}
        </h2>
        {variants.length > 1 && <p className="text-sm text-muted">{sayCount(variants.length, 'different proposal')}</p>}
      </div>
      <div className="min-w-0 wrap-anywhere [&_.prose]:text-base">
        <p className="text-xs font-semibold text-muted">Current</p>
        {current ?? <span className="text-muted">Nothing</span>}
        {currentTexts && <Texts of={`the current value, ${id}`}>{currentTexts}</Texts>}
      </div>
      <div className="min-w-0">
        {list(shown)}
        {folded.length > 0 && (
          <details className="border-t border-rule">
            <summary className="link w-fit py-2 text-sm">
              {folded.length === 1 ? 'One more proposal' : `${folded.length} more proposals`}
            </summary>
            {list(folded)}
          </details>
        )}
        {unseen > 0 && (
          <p className="mt-2 text-sm text-muted">
            {sayCount(unseen, 'newer proposal')} not shown: decide on these first.
          </p>
        )}
        {children}
      </div>
    </section>
  );
}

type VariantProps = { variant: ShownVariant } & Pick<PendingCellProps, 'choices'>;

function Variant({ variant, choices }: VariantProps) {
  const { id, value, texts, references, awaitsConsent } = variant;
  return (
    <li className="grid gap-x-6 gap-y-1 border-rule py-2 not-first:border-t first:pt-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0 wrap-anywhere [&_.prose]:text-base">
        {value}
        <div className="flex flex-wrap gap-x-4 text-sm">
          <div>
            {references.length > 1 && <strong className="font-semibold">{references.length} say the same: </strong>}
            <References references={references} />
          </div>
          <Texts of={references[0] ?? id}>{texts}</Texts>
        </div>
        <Marks variant={variant} />
      </div>
      {!awaitsConsent && choices?.(variant)}
    </li>
  );
}

function Texts({ of, children }: { of: string; children: ReactNode }) {
  return (
    <details className="text-sm open:basis-full">
      <summary className="link w-fit">
        Note and source<span className="sr-only"> of {of}</span>
      </summary>
      <div className="mt-1 border-s-2 border-rule ps-3">{children}</div>
    </details>
  );
}

/** Only what is not ready is marked. */
function Marks({ variant: { state, hasSource, awaitsConsent, blocker } }: VariantProps) {
  const marks = [
    state === 'conflict' &&
      (['warning', 'text-warn', 'Conflict: the dataset has moved on since this was written'] as const),
    state === 'unchanged' && (['info', 'text-accent', 'The dataset says so already'] as const),
    !hasSource && (['info', 'text-muted', 'Without a source'] as const),
    awaitsConsent && (['info', 'text-muted', 'Its contributor has not agreed yet: nothing is decided on it'] as const),
    blocker !== null && blocker !== 'forbidden' && (['info', 'text-muted', BLOCKED[blocker]] as const),
  ].filter((mark) => mark !== false);
  return marks.map(([kind, look, words]) => (
    <p key={words} className={`flex items-baseline gap-1.5 text-sm ${look}`}>
      <Sign kind={kind} />
      <span>{words}</span>
    </p>
  ));
}

const BLOCKED: Record<Conflict, string> = {
  own_organisation: 'From your own organisation: another editor decides on this cell',
  other_editor: 'Another editor decides on this cell',
  recused: 'You have recused yourself from it: another editor decides on this cell',
  likely_own_organisation: 'It looks like your own organisation: if it is not, say so on the page of the contribution',
};

/** So many contributions are named at once. */
const NAMED = 6;

function References({ references }: { references: readonly string[] }) {
  const [named, others] = [references.slice(0, NAMED), references.slice(NAMED)];
  return (
    <>
      <Links references={named} />
      {others.length > 0 && (
        <details className="inline">
          <summary className="link ms-1 inline">and {others.length} more</summary> <Links references={others} />
        </details>
      )}
    </>
  );
}

const Links = ({ references }: { references: readonly string[] }) =>
  references.map((reference, at) => (
    <span key={reference}>
      {at > 0 && ', '}
      <Link href={`/desk/contributions/${reference}`} className="link whitespace-nowrap">
        {reference}
      </Link>
    </span>
  ));
