import { sayCountry } from '@/app/(site)/contributions/attribution';
import contributions from '@/lib/platform/i18n/messages/en/contributions.json';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { MINE, UNASSIGNED } from '@/lib/review/queue/schema';
import type { FilterName, FilterParts, Mark, QueueSort } from '@/lib/review/queue/schema';
import type { QueueChoice, QueueChoices } from '@/lib/review/queue/choices';
import type { QueueRow } from '@/lib/review/queue/queue';
import { sayCount } from '@/lib/platform/text/say-count';

/** The tab of what is ready to be published. */
export const READY_WORD = 'Ready to publish';

export const SORT_WORDS: Record<QueueSort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  changed: 'Last changed first',
  promised: 'Promised soonest first',
};

/** The offered numbers of days since submission; an address can contain any other number. */
export const AGES = [7, 14, 30, 90];

const FILTER_WORDS: Record<FilterName | 'after', string> = {
  status: 'Status',
  call: 'Call',
  assignee: 'Assigned to',
  agreement: 'Agreement',
  criterion: 'Criterion',
  decided: 'Decided',
  conflict: 'In conflict',
  rivals: 'Rivals',
  newAgreement: 'New agreement',
  files: 'Files',
  unanswered: 'Message',
  late: 'Late',
  unconfirmed: 'Address',
  scheduled: 'Publication',
  changed: 'Changed',
  group: 'Stakeholder group',
  country: 'Country',
  tag: 'Tag',
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

/** Filters that a contribution passes or not: as the choice is called, and as the active filter says it. */
export const MARK_WORDS: Record<Exclude<Mark, 'ready'>, { label: string; said: string; hint?: string }> = {
  decided: { label: 'Decided, not published', said: 'not published' },
  conflict: {
    label: 'Only with a conflict',
    said: 'with the dataset',
    hint: 'The dataset has moved on from what a proposed value was written against.',
  },
  rivals: { label: 'With rivals', said: 'for the same cell', hint: 'Others propose something for the same cell.' },
  newAgreement: { label: 'New agreement', said: 'proposed' },
  files: { label: 'With files', said: 'sent along' },
  unanswered: { label: 'Unanswered message', said: 'not answered yet' },
  late: { label: 'Later than promised', said: 'than ten working days', hint: 'Waits for more than ten working days.' },
  unconfirmed: { label: 'Address not confirmed', said: 'not confirmed' },
  scheduled: { label: 'Scheduled to be published', said: 'scheduled' },
  changed: { label: 'Changed since your last visit', said: 'since your last visit' },
};
export const MARK_NAMES = Object.keys(MARK_WORDS) as (keyof typeof MARK_WORDS)[]; // of its own keys

export const GROUP_CHOICES: QueueChoice[] = STAKEHOLDER_GROUPS.map((group) => ({
  value: group,
  title: contributions.groups[group],
}));

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
    group: (value) => titled(GROUP_CHOICES, value),
    country: (value) => sayCountry(value, 'en'),
    tag: (value) => `“${value}”`,
    ...Object.fromEntries(MARK_NAMES.map((name) => [name, () => MARK_WORDS[name].said])),
    onBehalf: (value) => titled(ON_BEHALF_CHOICES, value),
  };
  return Object.entries(said).flatMap(([name, say]) => {
    const value = parts[name as FilterName]; // a key of `said`
    return value === undefined
      ? []
      : [{ name: name as FilterName, words: `${filterWord(name as FilterName)}: ${say(value)}` }];
  });
}

/** Editors never see who an anonymous contributor is. */
export const contributorInWords = ({ anonymous, who }: Pick<QueueRow, 'anonymous' | 'who'>): string =>
  anonymous ? 'Anonymous contributor' : (who ?? 'No name given');
