import { MINE, UNASSIGNED } from '@/lib/review/queue/schema';
import type { FilterName, FilterParts, QueueSort } from '@/lib/review/queue/schema';
import type { QueueChoice, QueueChoices } from '@/lib/review/queue/choices';
import { sayCount } from '@/lib/platform/text/say-count';

export const SORT_WORDS: Record<QueueSort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  changed: 'Last changed first',
};

/** The offered numbers of days since submission; an address can contain any other number. */
export const AGES = [7, 14, 30, 90];

const FILTER_WORDS: Record<FilterName | 'after', string> = {
  status: 'Status',
  call: 'Call',
  assignee: 'Assigned to',
  agreement: 'Agreement',
  criterion: 'Criterion',
  conflict: 'In conflict',
  onBehalf: 'Origin',
  olderThan: 'Waiting longer than',
  q: 'Search',
  sort: 'Order',
  after: 'Page',
};

export const filterWord = (name: FilterName | 'after') => FILTER_WORDS[name];

/** The options for `assignee`: the editor, no one, and all other editors. */
export const assigneeChoices = (editors: readonly QueueChoice[], userId: string): QueueChoice[] => [
  { value: MINE, title: 'Me' },
  { value: UNASSIGNED, title: 'No editor yet' },
  ...editors.filter(({ value }) => value !== userId),
];

export const ON_BEHALF_CHOICES: QueueChoice[] = [
  { value: 'any', title: 'Entered on behalf' },
  { value: 'waiting', title: 'Entered on behalf, waits for confirmation' },
];

/** The active filters of a view, in words; the tab shows the status, the table the order. */
export function filtersInWords(
  parts: FilterParts,
  choices: QueueChoices,
  userId: string,
): { name: FilterName; words: string }[] {
  const titled = (list: readonly QueueChoice[], value: string) =>
    list.find((choice) => choice.value === value)?.title ?? value;
  const said: Partial<Record<FilterName, (value: string) => string>> = {
    q: (value) => `“${value}”`,
    assignee: (value) => titled(assigneeChoices(choices.editors, userId), value),
    call: (value) => titled(choices.calls, value),
    agreement: (value) => titled(choices.agreements, value),
    criterion: (value) =>
      titled(
        choices.criteria.flatMap((set) => set.choices),
        value,
      ),
    olderThan: (value) => sayCount(Number(value), 'day'),
    conflict: () => 'with the dataset',
    onBehalf: (value) => titled(ON_BEHALF_CHOICES, value),
  };
  return Object.entries(said).flatMap(([name, say]) => {
    const value = parts[name as FilterName]; // a key of `said`
    return value === undefined
      ? []
      : [{ name: name as FilterName, words: `${filterWord(name as FilterName)}: ${say(value)}` }];
  });
}
