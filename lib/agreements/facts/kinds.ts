import type { FactKind } from './fact';
import { fieldOf, FACTS } from './registry';

type KindTraits = {
  /** How two values are compared: as a `whole`, `words` by words, or `parts` by parts. */
  comparison: 'whole' | 'words' | 'parts';
  /** Its text is found by the search. */
  searched: boolean;
  /** The form starts from today's value, so that a contributor can change a part of it. */
  long: boolean;
  /** In a field of a table it is JSON. */
  json: boolean;
};

const KINDS: Record<FactKind, KindTraits> = {
  line: { comparison: 'words', searched: true, long: false, json: false },
  text: { comparison: 'words', searched: true, long: true, json: false },
  date: { comparison: 'whole', searched: false, long: false, json: false },
  choice: { comparison: 'whole', searched: false, long: false, json: false },
  link: { comparison: 'whole', searched: false, long: false, json: false },
  list: { comparison: 'words', searched: true, long: true, json: true },
  parties: { comparison: 'parts', searched: true, long: true, json: true },
  record: { comparison: 'words', searched: true, long: true, json: true },
};

/** What holds for every value of this cell; null where the cell is no fact. */
export function kindOf(cell: string): KindTraits | null {
  const field = fieldOf(cell);
  if (field === null) return null;
  const { value } = FACTS[field];
  return value.kind === 'line' && value.long ? { ...KINDS.line, long: true } : KINDS[value.kind];
}
