import { useTranslations } from 'next-intl';
import { DefinitionList } from '@/app/ui/definition-list';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import { RETENTION_RULES } from '@/lib/platform/settings/settings-schema';
import type { RetentionRule } from '@/lib/platform/settings/settings-schema';

/** Where a rule is empty, what keeps the thing; otherwise its author or an editor removes it. */
const KEPT_BY: Partial<Record<RetentionRule, 'keptNotices' | 'keptMails'>> = {
  noticeDays: 'keptNotices',
  mailDays: 'keptMails',
};

/** How long each kind of thing is kept, by the rules that are stored now. */
export function KeptList() {
  const t = useTranslations('privacy.time');
  const settings = siteSettings();
  const timeOf = (rule: RetentionRule) =>
    settings[rule] === ''
      ? t(KEPT_BY[rule] ?? 'kept')
      : t('days', { days: Number(settings[rule]), from: t(`rules.${rule}.from`) });
  return (
    <DefinitionList
      items={[
        ...RETENTION_RULES.map((rule) => ({
          key: rule,
          term: t(`rules.${rule}.what`),
          description: timeOf(rule),
        })),
        { key: 'confirmation', term: t('confirmation'), description: t('confirmationDays') },
        { key: 'held', term: t('held'), description: t('heldTime') },
      ]}
    />
  );
}
