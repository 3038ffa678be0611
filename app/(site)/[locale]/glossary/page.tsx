import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { DefinitionList } from '@/app/ui/definition-list';
import { PageHeader } from '@/app/ui/page-header';
import { linkTo } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { messagesFor } from '@/lib/platform/i18n/messages-for';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';

type Props = PageProps<'/[locale]/glossary'>;

type Word = { term: string; meaning: string; /** The part of the paper that explains it so. */ section?: string };
type Abbreviation = { long: string; from?: string };

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('glossary');

export default async function GlossaryPage({ params }: Props) {
  const locale = await localeOf(params);
  const t = await getTranslations('glossary');
  const { words, short } = entriesIn(locale);
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')} />
      <Section
        id="words"
        title={t('words.title')}
        aside={t.rich('words.aside', { criteria: linkTo(pathsIn(locale).criteria) })}
      >
        <DefinitionList
          items={words.map(([key, { term, meaning, section }]) => ({
            id: key,
            key,
            term,
            description: (
              <>
                <p className="max-w-measure">{meaning}</p>
                {section && <p className="mt-1 text-sm text-muted">{t('source', { section })}</p>}
              </>
            ),
          }))}
        />
      </Section>
      <Section id="abbreviations" title={t('short.title')} aside={t('short.aside')}>
        <DefinitionList
          items={short.map(([abbreviation, { long, from }]) => ({
            id: abbreviation.replaceAll(' ', '-'),
            key: abbreviation,
            term: abbreviation,
            description: (
              <>
                {long}
                {from && <span className="ms-2 text-sm text-muted">({from})</span>}
              </>
            ),
          }))}
        />
      </Section>
    </>
  );
}

/** Words and abbreviations in the alphabet of the language. */
function entriesIn(locale: Locale) {
  const { words, short } = messagesFor(locale).glossary;
  const known: Record<string, Word> = words.entries;
  const listed: Record<string, Abbreviation> = short.entries;
  const origins: Record<string, string> = { elsewhere: short.elsewhere, ours: short.ours };
  const { compare } = new Intl.Collator(locale);
  return {
    words: Object.entries(known).toSorted(([, one], [, other]) => compare(one.term, other.term)),
    short: Object.entries(listed)
      .map(([key, { long, from }]) => [key, { long, from: from && origins[from] }] as const)
      .toSorted(([one], [other]) => compare(one, other)),
  };
}
