import { useTranslations } from 'next-intl';
import { DefinitionList } from '@/app/ui/definition-list';
import { sayAuthor } from '@/app/(site)/contributions/attribution';
import { useAuthor } from '@/app/(site)/contributions/author';
import { attributionOf } from '@/lib/contributions/drafts/attribution';
import type { SectionValues } from '@/lib/contributions/drafts/values';

/** The author as the public page will show it; both use the same function. */
export function AuthorPreview({ about }: { about: SectionValues<'about'> }) {
  const t = useTranslations('finding.about');
  const lists = useTranslations('contributions');
  const { name, affiliation, country } = attributionOf(about);
  const attribution = {
    anonymous: about.anonymous,
    name,
    affiliation,
    country,
    stakeholderGroup: about.stakeholderGroup || null,
  };
  const { title, rows } = useAuthor(attribution);
  if (about.attribution === 'editors_only')
    return (
      <div className="max-w-[46rem] border border-rule bg-surface px-5 py-4">
        <p className="mb-3 font-serif text-2xl">{t('editorsOnly')}</p>
        <p className="text-sm text-muted">{t('editorsOnlyBody')}</p>
      </div>
    );
  return (
    <div className="max-w-[46rem] border border-rule bg-surface px-5 py-4">
      <p dir="auto" className="mb-3 font-serif text-2xl wrap-anywhere">
        {title}
      </p>
      <DefinitionList
        items={rows.map(({ term, words }) => ({
          key: term,
          term,
          description: (
            <span dir="auto" className="wrap-anywhere">
              {words}
            </span>
          ),
        }))}
      />
      <p className="mt-3 text-sm text-muted">
        {t('inLists', { name: sayAuthor(attribution, { anonymous: lists('anonymous'), unnamed: lists('unnamed') }) })}
      </p>
    </div>
  );
}
