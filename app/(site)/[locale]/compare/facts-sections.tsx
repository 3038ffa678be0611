import { useLocale, useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { CorrectLink } from '@/app/(site)/dataset/correct-link';
import { FactValue, StatedViews } from '@/app/(site)/dataset/stated-views';
import { Section } from '@/app/ui/section';
import { FACT_FIELDS, FACTS } from '@/lib/agreements/facts/registry';
import { factCellLabel, factLabel } from '@/lib/agreements/facts/words';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { ComparedFact } from '@/lib/publication/comparison/comparison';
import type { Compared } from './side-by-side';
import { SideBySide } from './side-by-side';

/** The facts of each, those that differ first. */
export function FactsSection({ facts, ...compared }: Compared & { facts: ComparedFact[] }) {
  const t = useTranslations('compare');
  const locale = useLocale();
  const groups = [
    { name: 'differ', fields: facts.filter(({ differs }) => differs) },
    { name: 'same', fields: facts.filter(({ differs }) => !differs) },
  ] as const;
  return (
    <Section id="facts" title={t('facts')} layout="above">
      {groups.map(
        ({ name, fields }) =>
          fields.length > 0 && (
            <div key={name} className="mb-8">
              <SideBySide
                id={`facts-${name}`}
                title={t(`factGroups.${name}`)}
                head={t('fact')}
                rows={fields.map(({ field }) => ({ cell: field, name: factCellLabel(field, locale, compared.names) }))}
                {...compared}
              />
            </div>
          ),
      )}
    </Section>
  );
}

const TEXTS = FACT_FIELDS.filter((field) => FACTS[field].place !== 'facts');

/** The texts of each, side by side. */
export function TextsSection({ agreements, published, names }: Compared) {
  const t = useTranslations('compare');
  const locale = useLocale();
  const paths = pathsIn(locale);
  return (
    <Section id="words" title={t('words')} aside={t('wordsAside')} layout="above">
      {/* React's types know no custom properties. */}
      <div
        className="grid gap-x-10 gap-y-8 md:grid-cols-[repeat(var(--columns),minmax(0,1fr))]"
        style={{ '--columns': Math.min(agreements.length, 3) } as CSSProperties}
      >
        {agreements.map(({ slug, shortName, name, facts }) => (
          <article key={slug} aria-labelledby={`words-${slug}`} className="border-t border-ink pt-3">
            <h3 id={`words-${slug}`}>
              <a href={paths.agreement(slug)} className="link">
                {shortName}
              </a>
            </h3>
            {name !== shortName && <p className="mb-2 text-sm text-muted">{name}</p>}
            {TEXTS.map(
              (field) =>
                facts[field] && (
                  <div key={field} className="mt-3">
                    <h4 className="eyebrow mb-1">{factLabel(field, locale)}</h4>
                    <FactValue cell={facts[field]} fact={{ key: field, names }} />
                    <StatedViews cell={facts[field]} published={published} fact={{ key: field, names }} />
                    <CorrectLink agreement={{ slug, shortName }} cell={field} title={factLabel(field, locale)} />
                  </div>
                ),
            )}
            {TEXTS.every((field) => !facts[field]) && <p className="mt-3 text-muted">{t('noWords')}</p>}
          </article>
        ))}
      </div>
    </Section>
  );
}
