import { useLocale, useTranslations } from 'next-intl';
import { Section } from '@/app/_components/section';
import { pathsIn } from '@/lib/i18n/paths';
import type { PublicContribution } from '@/lib/publishing/schema';

/** What the contribution changed in the dataset, agreement by agreement. */
export function OutcomeSection({ contribution }: { contribution: PublicContribution }) {
  const t = useTranslations('contributions.page');
  const paths = pathsIn(useLocale());
  const cells = contribution.proposals.flatMap((proposal) => proposal.cells);
  const accepted = cells.filter((cell) => cell.status === 'accepted' || cell.status === 'amended').length;
  const pending = cells.filter((cell) => cell.status === 'pending').length;
  const changed = contribution.proposals.flatMap(({ agreement, cells: own }) => {
    const version = Math.max(0, ...own.map((cell) => cell.decision?.version ?? 0));
    return agreement && version > 0 ? [{ ...agreement, version }] : [];
  });
  return (
    <Section id="outcome" title={t('outcome')}>
      <p className="font-serif text-lg">
        {cells.length === 0 ? t('outcomeNone') : t('outcomeBody', { accepted, proposed: cells.length })}
        {pending > 0 && ` ${t('outcomePending', { count: pending })}`}
      </p>
      {changed.length > 0 && (
        <>
          <p className="mt-4 text-sm font-semibold text-muted">{t('changed')}</p>
          <ul className="mt-1 space-y-1">
            {changed.map(({ slug, name, version }) => (
              <li key={slug}>
                <a href={`${paths.agreement(slug)}#version-${version}`} className="link">
                  {name}
                </a>
                <span className="text-muted">, {t('version', { version })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
