import { useLocale, useTranslations } from 'next-intl';
import { DefinitionList } from '@/app/ui/definition-list';
import { Moment } from '@/app/ui/moment';
import { PlainText } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { apiPaths, pathsIn } from '@/lib/platform/i18n/paths';
import { viewAddress } from '@/lib/publication/views/address';
import { agreementsView } from '@/lib/publication/agreement-list/view';
import { matrixShape } from '@/lib/publication/matrix/filter-schema';
import type { PublicRelease } from '@/lib/publication/schema';

/** What the release is, how much it contains, and links to the dataset's pages as of it. */
export function AboutSection({ release }: { release: PublicRelease }) {
  const t = useTranslations('releases');
  const locale = useLocale();
  const paths = pathsIn(locale);
  const { slug, notes, publishedAt, counts, previous, checksum } = release;
  const views = [
    { href: viewAddress(paths.matrix, matrixShape, { at: [slug] }), words: t('page.matrix') },
    { href: viewAddress(paths.agreements, agreementsView, { at: [slug] }), words: t('page.agreements') },
    ...(previous === null
      ? []
      : [{ href: viewAddress(paths.matrix, matrixShape, { at: [previous] }), words: t('page.before', { previous }) }]),
    { href: apiPaths.release(slug), words: t('page.api') },
  ];
  const before =
    previous === null ? (
      t('page.facts.none')
    ) : (
      <a href={paths.release(previous)} className="link">
        {previous}
      </a>
    );
  return (
    <Section id="about" title={t('page.about')}>
      {notes && (
        <div className="mb-6">
          <h3 className="sr-only">{t('page.notes')}</h3>
          <PlainText text={notes} />
        </div>
      )}
      <DefinitionList
        items={[
          { term: t('page.facts.name'), description: slug },
          { term: t('page.facts.published'), description: <Moment value={publishedAt} locale={locale} /> },
          { term: t('page.facts.holds'), description: t('counts', counts) },
          { term: t('page.facts.previous'), description: before },
          {
            term: t('page.facts.checksum'),
            description: <code className="font-mono text-[0.86em] wrap-anywhere">{checksum}</code>,
          },
        ]}
      />
      <h3 className="mt-6 mb-2 text-base">{t('page.look')}</h3>
      <ul className="space-y-1">
        {views.map(({ href, words }) => (
          <li key={href}>
            <a href={href} className="link">
              {words}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
