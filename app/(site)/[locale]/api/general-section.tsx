import { useTranslations } from 'next-intl';
import { DefinitionList } from '@/app/ui/definition-list';
import { Section } from '@/app/ui/section';
import { siteSettings } from '@/lib/platform/settings/current-settings';

const SAID = ['pages', 'conditions', 'limits', 'past', 'elsewhere', 'licence', 'versions'] as const;

/** What applies to the whole API: pages, conditions, limits, licence, and stability. */
export function GeneralSection({ limit = { points: 0, seconds: 0 } }: { limit?: { points: number; seconds: number } }) {
  const t = useTranslations('api.begin');
  const values = { points: limit.points, seconds: limit.seconds };
  return (
    <Section id="general" title={t('title')} aside={t('aside')}>
      <DefinitionList
        items={SAID.map((name) => ({
          key: name,
          term: t(`${name}.term`),
          description: t.rich(`${name}.body`, {
            ...values,
            link: (words) => (
              <a href={siteSettings().licenceLink} rel="license" className="link">
                {words}
              </a>
            ),
          }),
        }))}
      />
    </Section>
  );
}
