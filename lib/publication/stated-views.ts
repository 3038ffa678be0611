import { groupBy } from '@/lib/platform/group-by';
import { rowsOf } from './fact-rows';
import type { PublicAgreement, PublicCell } from './schema';

/** From how many views on an unclear assessment its criterion is disputed: fewer can't contradict each other. */
const DISPUTED_FROM = 2;

/**
 * The agreement with each of its views beside the assessment that it is on. An assessment that is unclear and has
 * several views is disputed (docs/decisions/0034).
 */
export function withViews(agreement: PublicAgreement): PublicAgreement {
  const views = groupBy(rowsOf(agreement, 'views'), ({ value }) => String(value.criterion));
  if (views.size === 0) return agreement;
  const assessments = Object.entries(agreement.assessments).map(([key, cell]): [string, PublicCell] => {
    const rows = views.get(key);
    if (!rows) return [key, cell];
    const others = rows.map(({ cell: row, value }) => ({ ...row, value: String(value.value) }));
    const disputed = cell.value === 'unclear' && others.length >= DISPUTED_FROM;
    return [key, { ...cell, views: others, ...(disputed && { disputed }) }];
  });
  return { ...agreement, assessments: Object.fromEntries(assessments) };
}
