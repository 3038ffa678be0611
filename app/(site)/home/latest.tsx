import { useLocale, useTranslations } from 'next-intl';
import { ContributionLine } from '@/app/(site)/contributions/contribution-line';
import { Day } from '@/app/ui/moment';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicAgreement } from '@/lib/publication/schema';
import type { PublicContributionSummary } from '@/lib/publication/contributions/schema';

const SHOWN = 4;

/** The latest contributions and their changes, newest first. Withdrawn ones are only in the full list. */
export function Latest({
  agreements,
  contributions,
}: {
  agreements: PublicAgreement[];
  contributions: PublicContributionSummary[];
}) {
  const t = useTranslations('home.latest');
  const paths = pathsIn(useLocale());
  const published = contributions.filter(({ status }) => status === 'published');
  return (
    <Section id="latest" title={t('title')}>
      <h3 className="mb-1 text-lg">{t('contributions')}</h3>
      {published.length === 0 ? (
        <p className="text-muted">{t('noContributions')}</p>
      ) : (
        <>
          <ul>
            {published.slice(0, SHOWN).map((contribution) => (
              <ContributionLine key={contribution.reference} contribution={contribution} />
            ))}
          </ul>
          <p className="mt-3">
            <a href={paths.contributions} className="link">
              {t('allContributions')}
            </a>
          </p>
        </>
      )}
      <h3 className="mt-10 mb-1 text-lg">{t('changes')}</h3>
      <Changes agreements={agreements} />
    </Section>
  );
}

function Changes({ agreements }: { agreements: PublicAgreement[] }) {
  const t = useTranslations('home.latest');
  const locale = useLocale();
  const changed = agreements
    .filter((agreement) => agreement.version > 1)
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  if (changed.length === 0) return <p className="text-muted">{t('noChanges')}</p>;
  return (
    <ul>
      {changed.slice(0, SHOWN).map(({ slug, name, version, updatedAt }) => (
        <li key={slug} className="flex flex-wrap justify-between gap-x-8 border-b border-rule py-3">
          <a
            href={`${pathsIn(locale).agreement(slug)}#version-${version}`}
            className="font-serif text-lg decoration-1 underline-offset-4 hover:text-accent hover:underline"
          >
            {name}
          </a>
          <span className="text-sm text-muted">
            {t.rich('changed', { version, day: () => <Day value={updatedAt} locale={locale} /> })}
          </span>
        </li>
      ))}
    </ul>
  );
}
