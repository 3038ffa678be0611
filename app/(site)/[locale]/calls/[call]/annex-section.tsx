import { useLocale, useTranslations } from 'next-intl';
import { NarrowFold } from '@/app/ui/narrow-fold';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';

type AnnexSectionProps = {
  annex: readonly { slug: string; name: string; shortName: string }[];
  /** The call's text about the list. */
  note?: string;
  /** The dataset's one-sentence description of each, by slug, and where that comes from. */
  sentences: ReadonlyMap<string, { words: string; source: string | null }>;
};

/** The agreements that the call asks about, in the call's order, each linked to its page. */
export function AnnexSection({ annex, note, sentences }: AnnexSectionProps) {
  const t = useTranslations('calls.page');
  const paths = pathsIn(useLocale());
  if (annex.length === 0) return null;
  return (
    <Section id="annex" title={t('annex')} aside={t('annexAside', { count: annex.length })}>
      {note && <p className="mb-4 max-w-measure">{note}</p>}
      <NarrowFold summary={t('annexShown', { count: annex.length })}>
        <ul className="gap-x-10 font-serif md:columns-2">
          {annex.map((agreement) => (
            <li key={agreement.slug} className="break-inside-avoid pb-2.5">
              <a href={paths.agreement(agreement.slug)} className="link">
                {agreement.name}
              </a>
              <Description {...sentences.get(agreement.slug)} />
            </li>
          ))}
        </ul>
      </NarrowFold>
    </Section>
  );
}

function Description({ words, source }: { words?: string; source?: string | null }) {
  const t = useTranslations('calls.page');
  if (words === undefined) return null;
  return (
    <span className="block font-sans text-sm text-muted">
      <span dir="auto" className="block">
        {words}
      </span>
      {source && <span className="block text-xs wrap-anywhere">{t('annexSource', { source })}</span>}
    </span>
  );
}
