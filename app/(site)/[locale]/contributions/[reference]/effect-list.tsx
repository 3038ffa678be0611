import { useLocale, useTranslations } from 'next-intl';
import { inCellOrder } from '@/app/(site)/dataset/cell-order';
import { Day } from '@/app/ui/moment';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { cellLabel } from '@/lib/agreements/facts/words';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicCriterionSet, PublicEffect } from '@/lib/publication/schema';

type Context = { sets: readonly PublicCriterionSet[]; names: ReferenceNames };

/** The agreement versions credited to a contribution, each with its cells and whether they are still current. */
export function EffectList({ effects, ...context }: Context & { effects: readonly PublicEffect[] }) {
  return (
    <ul className="max-w-[46rem]">
      {effects.map((effect) => (
        <li key={`${effect.agreement.slug} ${effect.version}`} className="border-b border-rule py-3 last:border-b-0">
          <Effect effect={effect} {...context} />
        </li>
      ))}
    </ul>
  );
}

function Effect({ effect: { agreement, version, at, cells }, sets, names }: Context & { effect: PublicEffect }) {
  const t = useTranslations('contributions.page');
  const locale = useLocale();
  const paths = pathsIn(locale);
  const linkTo = (number: number) => (
    <a href={paths.agreementVersion(agreement.slug, number)} className="link whitespace-nowrap">
      {t('version', { version: number })}
    </a>
  );
  return (
    <>
      <p>
        {t.rich('changedIn', {
          agreement: () => (
            <a href={paths.agreement(agreement.slug)} className="link">
              {agreement.name}
            </a>
          ),
          version: () => linkTo(version),
          day: () => <Day value={at} locale={locale} />,
        })}
      </p>
      <ul className="mt-1 text-sm">
        {inCellOrder(cells, sets).map(({ cell, standing, since }) => (
          <li key={cell} className="flex flex-wrap gap-x-2">
            <span className="font-semibold">{cellLabel(cell, locale, names)}</span>
            <span className="text-muted">
              {since === null
                ? t('stands')
                : t.rich(standing === 'taken_back' ? 'takenBack' : 'replaced', { version: () => linkTo(since) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
