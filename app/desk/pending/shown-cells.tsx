import type { ReactNode } from 'react';
import { CellValue } from '@/app/(site)/dataset/cell-value';
import { CellContentView } from '@/app/desk/contributions/[reference]/cells/cell-content';
import { TextChange } from '@/app/desk/contributions/[reference]/cells/text-change';
import { referenceNames } from '@/app/server/reference-names';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import type { CellContent } from '@/lib/agreements/schema';
import { sameContent } from '@/lib/review/merge';
import type { PendingVariant } from '@/lib/review/pending/join-identical';
import type { PendingCell } from '@/lib/review/pending/pending-cells';
import type { ShownCell, ShownVariant } from './pending-cell';

/** The undecided cells of a page as it shows them: their values are rendered here, on the server. */
export async function shownCells(cells: readonly PendingCell[]): Promise<ShownCell[]> {
  const names = await referenceNames();
  return cells.map((cell) => ({
    id: cell.key,
    title: cell.title,
    agreement: cell.agreement,
    version: cell.currentVersion,
    current: cell.current ? shownValue(cell.key, cell.current, names) : null,
    currentTexts: textsOf(cell.key, cell.current),
    total: cell.total,
    ofRegister: cell.ofRegister,
    variants: cell.variants.map((variant) => shownVariant(cell, variant, names)),
  }));
}

function shownVariant(cell: PendingCell, variant: PendingVariant, names: ReferenceNames): ShownVariant {
  const { lead, proposals, state } = variant;
  return {
    id: lead.change,
    value: shownValue(cell.key, lead.proposed, names),
    texts: <VariantTexts cell={cell} variant={variant} />,
    changes: proposals.map(({ change }) => change),
    references: proposals.map(({ reference }) => reference),
    state,
    hasSource: proposals.some(({ proposed: { source } }) => Boolean(source)),
    awaitsConsent: lead.awaitsConsent,
    blocker: proposals.find(({ blocker }) => blocker !== null)?.blocker ?? null,
  };
}

const shownValue = (cell: string, { value, note }: CellContent, names: ReferenceNames) => (
  <CellValue cell={cell} value={value} note={note} names={names} />
);

/** Note, source and date of the current content, unfolded in place; nothing where it has none. */
function textsOf(cell: string, content: CellContent | null): ReactNode {
  if (!content || (!content.note && !content.source && !content.asOf)) return null;
  return <CellContentView cell={cell} content={content} />;
}

/** Everything that a variant says: its texts, those of the proposals joined to it, and what it was written against. */
function VariantTexts({
  cell: { key, current },
  variant: { lead, proposals },
}: {
  cell: PendingCell;
  variant: PendingVariant;
}) {
  const others = proposals.slice(1, MAX_TEXTS).filter(({ proposed }) => !sameContent(proposed, lead.proposed));
  return (
    <div className="space-y-3">
      <CellContentView cell={key} content={lead.proposed} />
      {!sameContent(lead.base, current) && (
        <div className="border-s-2 border-warn ps-3">
          <p className="text-xs font-semibold text-muted">Written against</p>
          <CellContentView cell={key} content={lead.base} />
        </div>
      )}
      <TextChange cell={key} title="Word by word, against the current value" before={current} after={lead.proposed} />
      {others.map(({ change, reference, proposed: { source } }) => (
        <p key={change} className="text-muted">
          {reference}: {source ? <span dir="auto">Source: {source}</span> : 'no source of its own'}
        </p>
      ))}
    </div>
  );
}

/** So many joined proposals say their source, so that a page of a busy call stays short. */
const MAX_TEXTS = 12;
