import { readDataset } from './dataset-edition';
import { tableCsv, TABLES } from './tables';

/** The rows of cells.csv with one criterion, one per agreement; null for an unknown key. */
export async function criterionCellsCsv(key: string, options: { bom?: boolean } = {}): Promise<string | null> {
  const { agreements, criterionSets } = await readDataset();
  const set = criterionSets.find(({ criteria }) => criteria.some((criterion) => criterion.key === key));
  if (!set) return null;
  const only = { ...set, criteria: set.criteria.filter((criterion) => criterion.key === key) };
  const withoutFacts = agreements.map((agreement) => ({ ...agreement, facts: {} }));
  return tableCsv(TABLES.cells({ agreements: withoutFacts, criterionSets: [only] }), options);
}
