import { isViewedFact } from '@/lib/agreements/facts/fact-views';
import { viewValue } from '@/lib/agreements/facts/view-value';
import { cellValue } from '@/lib/agreements/schema';
import { isSameJson } from '@/lib/platform/json';
import { groupBy } from '@/lib/platform/group-by';
import { rowsOf } from './fact-rows';
import type { FactRow } from './fact-rows';
import type { PublicAgreement, PublicCell } from './schema';

/** From how many views on a cell without a clear value it is disputed: fewer can't contradict each other. */
const DISPUTED_FROM = 2;

/**
 * The agreement with each of its views beside the assessment or the fact that it is on. An assessment that is unclear,
 * or a fact without a value, is disputed where it has several views (docs/decisions/0034, 0040).
 */
export function withViews(agreement: PublicAgreement): PublicAgreement {
  const onCriteria = groupBy(rowsOf(agreement, 'views'), ({ value }) => String(value.criterion));
  const onFacts = groupBy(rowsOf(agreement, 'factViews'), ({ value }) => String(value.fact));
  if (onCriteria.size === 0 && onFacts.size === 0) return agreement;
  const beside = (cell: PublicCell, rows: FactRow[] | undefined, open: 'unclear' | null): PublicCell => {
    if (!rows) return cell;
    const views = rows.map((row) => ({ ...row.cell, value: statedBy(row) }));
    if (cell.value === open && views.length >= DISPUTED_FROM) return { ...cell, views, disputed: true };
    // What the value says itself is no other view: it is left of a dispute that was settled.
    const others = views.filter((view) => !isSameJson(view.value, cell.value));
    return others.length > 0 ? { ...cell, views: others } : cell;
  };
  const each = (cells: PublicAgreement['facts'], change: (cell: PublicCell, key: string) => PublicCell) =>
    Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, change(cell, key)]));
  return {
    ...agreement,
    facts: each(agreement.facts, (cell, key) => (isViewedFact(key) ? beside(cell, onFacts.get(key), null) : cell)),
    assessments: each(agreement.assessments, (cell, key) => beside(cell, onCriteria.get(key), 'unclear')),
  };
}

/** The value of a view; of a text that is no value of its fact, the text. */
const statedBy = ({ value }: FactRow): PublicCell['value'] =>
  value.fact === undefined ? String(value.value) : cellValue.parse(viewValue(value) ?? value.value);
