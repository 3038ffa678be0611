import { getTranslations } from 'next-intl/server';
import { sayCountry } from '@/app/(site)/contributions/attribution';
import { agreements, criterionSets } from '@/app/server/published';
import { choiceWord } from '@/lib/agreements/facts/words';
import { PARTICIPANT_KINDS, PARTICIPATION_ACTIONS } from '@/lib/agreements/participation-constants';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import type { Locale } from '@/lib/platform/i18n/routing';
import { DATE_KINDS } from '@/lib/publication/analysis/dates';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { SEARCH_GROUPS } from '@/lib/publication/search/schema';
import { markedValues } from '@/app/ui/value-mark';

export type ChosenView = Readonly<Record<string, readonly string[] | undefined>>;

/**
 * The title of a filtered or ordered list: the page's title and the choices, so that tabs and bookmarks are different
 * for each view.
 */
export async function titleOfView(title: string, view: ChosenView, locale: Locale): Promise<string> {
  const chosen = Object.entries(view).flatMap(([name, values = []]) => values.map((value) => [name, value] as const));
  if (chosen.length === 0) return title;
  const [list, sets] = await Promise.all([agreements(), criterionSets()]);
  const say = await sayings(locale, { list, sets });
  return `${title}: ${chosen.map(([name, value]) => say(name, value)).join(', ')}`;
}

type Known = { list: readonly PublicAgreement[]; sets: readonly PublicCriterionSet[] };
type Saying = (value: string) => string;

async function sayings(locale: Locale, { list, sets }: Known): Promise<(name: string, value: string) => string> {
  const [common, contributions, register, view, search, dates] = [
    await getTranslations('common'),
    await getTranslations('contributions'),
    await getTranslations('participants'),
    await getTranslations('common.view'),
    await getTranslations('search'),
    await getTranslations('analysis.time.kinds'),
  ];
  const criterion = (key: string) =>
    sets.flatMap(({ criteria }) => criteria).find((one) => one.key === key)?.shortTitle;
  const agreement = (value: string) => list.find(({ slug }) => slug === value)?.shortName;
  const order: Saying = (value) => view('order', { by: criterion(value) ?? agreement(value) ?? value });
  const answer: Saying = (value) => {
    const [key = '', said = ''] = value.split('.');
    if (!isOneOf(markedValues, said)) return criterion(value) ?? value;
    return `${criterion(key) ?? key}: ${common(`values.${said}`)}`;
  };
  const byName = new Map<string, Saying>([
    ['q', (words) => view('sought', { words })],
    ['in', (group) => (isOneOf(SEARCH_GROUPS, group) ? search(`groups.${group}`) : group)],
    ['page', (number) => view('page', { number })],
    ['at', (point) => view('at', { point })],
    ['sort', order],
    ['by', order],
    ['along', order],
    ['date', (value) => (isOneOf(DATE_KINDS, value) ? dates(value) : value)],
    ['space', (value) => choiceWord('space', value, locale) ?? view('unstated')],
    ['nature', (value) => choiceWord('bindingNature', value, locale) ?? view('unstated')],
    ['criterion', answer],
    ['group', (value) => (isOneOf(STAKEHOLDER_GROUPS, value) ? contributions(`groups.${value}`) : value)],
    ['country', (value) => sayCountry(value, locale)],
    ['kind', (value) => (isOneOf(PARTICIPANT_KINDS, value) ? register(`kinds.${value}`) : value)],
    ['action', (value) => (isOneOf(PARTICIPATION_ACTIONS, value) ? register(`actions.${value}`) : value)],
  ]);
  const other: Saying = (value) =>
    criterion(value) ?? agreement(value) ?? sets.find(({ slug }) => slug === value)?.title ?? value;
  return (name, value) => (byName.get(name) ?? other)(value);
}

const isOneOf = <Value extends string>(values: readonly Value[], value: string): value is Value =>
  (values as readonly string[]).includes(value);
