import { useLocale, useTranslations } from 'next-intl';
import { CellChange } from '@/app/(site)/[locale]/agreements/[slug]/cell-change';
import { Section } from '@/app/ui/section';
import { apiPaths, pathsIn } from '@/lib/platform/i18n/paths';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import type { PublicAgreement, PublicReleaseChanges, PublicReleaseWithChanges } from '@/lib/publication/schema';

/** The highest number of changed cells on a page; a longer list is only in the API. */
const MAX_CELLS = 300;

type Props = {
  release: PublicReleaseWithChanges;
  agreements: readonly PublicAgreement[];
  names: ReferenceNames;
};

/** The changes since the previous release: added and removed agreements, and each changed cell with both values. */
export function ChangesSection({ release: { slug, previous, changes }, agreements, names }: Props) {
  const t = useTranslations('releases.page');
  if (!changes || previous === null) return null;
  const { added, removed, cells } = changes;
  const shown = cells.slice(0, MAX_CELLS);
  const named = new Map(agreements.map((agreement) => [agreement.slug, agreement.shortName]));
  return (
    <Section id="changes" title={t('changes')} aside={t('changesAside', { previous })}>
      {added.length + removed.length + cells.length === 0 && (
        <p className="max-w-measure text-muted">{t('noChanges')}</p>
      )}
      <Agreements title={t('added')} agreements={added} />
      <Agreements title={t('removed')} agreements={removed} />
      {shown.length > 0 && <h3 className="mb-2 text-base">{t('cells')}</h3>}
      {[...new Set(shown.map(({ agreement }) => agreement))].map((agreement) => (
        <ChangedAgreement
          key={agreement}
          name={named.get(agreement) ?? agreement}
          cells={shown.filter((cell) => cell.agreement === agreement)}
          names={names}
        />
      ))}
      {cells.length > shown.length && (
        <p className="mt-3 text-sm text-muted">
          {t.rich('more', {
            count: cells.length - shown.length,
            link: (words) => (
              <a href={apiPaths.release(slug)} className="link">
                {words}
              </a>
            ),
          })}
        </p>
      )}
    </Section>
  );
}

function Agreements({ title, agreements }: { title: string; agreements: PublicReleaseChanges['added'] }) {
  const paths = pathsIn(useLocale());
  if (agreements.length === 0) return null;
  return (
    <>
      <h3 className="mb-2 text-base">{title}</h3>
      <ul className="mb-5">
        {agreements.map(({ slug, name }) => (
          <li key={slug} className="border-b border-rule py-1.5">
            <a href={paths.agreement(slug)} className="link" dir="auto">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function ChangedAgreement({
  name,
  cells,
  names,
}: {
  name: string;
  cells: PublicReleaseChanges['cells'];
  names: ReferenceNames;
}) {
  const t = useTranslations('releases.page');
  return (
    <details className="border-b border-rule py-2">
      <summary className="link inline-block min-h-6 cursor-pointer" dir="auto">
        {t('ofAgreement', { name, cells: cells.length })}
      </summary>
      <ul className="mt-2 space-y-4">
        {cells.map((change) => (
          <CellChange key={change.cell} change={change} names={names} />
        ))}
      </ul>
    </details>
  );
}
