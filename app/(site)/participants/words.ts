import { useLocale, useTranslations } from 'next-intl';
import { sayCountry } from '@/app/(site)/contributions/attribution';
import { PARTICIPANT_KINDS, PARTICIPATION_ACTIONS } from '@/lib/agreements/participation-constants';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';

const isOneOf = <Value extends string>(values: readonly Value[], value: string): value is Value =>
  (values as readonly string[]).includes(value);

/** The words of a value of a filter of the register, by the filter's name. */
export function useRegisterWords(): (name: string, value: string) => string {
  const t = useTranslations('participants');
  const groups = useTranslations('contributions.groups');
  const locale = useLocale();
  return (name, value) => {
    if (name === 'kind' && isOneOf(PARTICIPANT_KINDS, value)) return t(`kinds.${value}`);
    if (name === 'action' && isOneOf(PARTICIPATION_ACTIONS, value)) return t(`actions.${value}`);
    if (name === 'group' && isOneOf(STAKEHOLDER_GROUPS, value)) return groups(value);
    return name === 'country' ? sayCountry(value, locale) : value;
  };
}
