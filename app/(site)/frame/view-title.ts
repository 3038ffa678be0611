import { getTranslations } from 'next-intl/server';
import { sayCountry } from '@/app/(site)/contributions/attribution';
import { agreements, criterionSets } from '@/app/server/published';
import { choiceWord } from '@/lib/agreements/facts/words';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { markedValues } from '@/app/ui/value-mark';

export type ChosenView = Readonly<Record<string, readonly string[] | undefined>>;

/**
 * The title of a filtered or ordered list: the page's title and the choices, so that tabs and bookmarks are different
 * for each view.
 */
export async function titleOfView(title: string, view: ChosenView, locale: Locale): Promise<string> {
  const chosen = Object.entries(view).flatMap(([name, values = []]) => values.map((value) => [name, value] as const));
  if (chosen.length === 0) return title;
  const [list, sets, say] = await Promise.all([agreements(), criterionSets(), sayings(locale)]);
  return `${title}: ${chosen.map(([name, value]) => say(name, value, { list, sets })).join(', ')}`;
}

type Known = { list: readonly PublicAgreement[]; sets: readonly PublicCriterionSet[] };

async function sayings(locale: Locale): Promise<(name: string, value: string, known: Known) => string> {
  const [common, contributions, view] = [
    await getTranslations('common'),
    await getTranslations('contributions'),
    await getTranslations('common.view'),
  ];
  const isOneOf = <Value extends string>(values: readonly Value[], value: string): value is Value =>
    (values as readonly string[]).includes(value);
  return (name, value, { list, sets }) => {
    const criterion = (key: string) =>
      sets.flatMap(({ criteria }) => criteria).find((one) => one.key === key)?.shortTitle;
    const agreement = list.find(({ slug }) => slug === value)?.shortName;
    const [key = '', answer = ''] = value.split('.');
    switch (name) {
      case 'q':
        return view('sought', { words: value });
      case 'page':
        return view('page', { number: value });
      case 'at':
        return view('at', { point: value });
      case 'sort':
      case 'by':
      case 'along':
        return view('order', { by: criterion(value) ?? agreement ?? value });
      case 'space':
        return choiceWord('space', value, locale) ?? view('unstated');
      case 'nature':
        return choiceWord('bindingNature', value, locale) ?? view('unstated');
      case 'criterion':
        return isOneOf(markedValues, answer)
          ? `${criterion(key) ?? key}: ${common(`values.${answer}`)}`
          : (criterion(value) ?? value);
      case 'group':
        return isOneOf(STAKEHOLDER_GROUPS, value) ? contributions(`groups.${value}`) : value;
      case 'country':
        return sayCountry(value, locale);
      default:
        return criterion(value) ?? agreement ?? sets.find(({ slug }) => slug === value)?.title ?? value;
    }
  };
}
