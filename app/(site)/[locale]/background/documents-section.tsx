import { useLocale, useTranslations } from 'next-intl';
import { DefinitionList } from '@/app/ui/definition-list';
import { linkTo, Prose } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';

/** Who the title page of the paper of 2019 names, for the citation: bibliographic data, with nothing of its contact details. */
const EDITOR = 'Maarten Van Horenbeeck, BPF Lead Expert';
const CONTRIBUTORS = [
  'Sheetal Kumar, Global Partners Digital',
  'Frans van Aardt, private',
  'Susan Mohr, CenturyLink',
  'Carina Birarda, Centro de Ciberseguridad del GCBA',
  'Louise Marie Hurel, Instituto Igarapé',
  'John Hering, Microsoft',
  'Klée Aiken, APNIC',
  'Duncan Hollis, Temple Law School',
  'Joanna Kulesza, University of Lodz, Poland',
  'Anahiby Anyel Becerril Gil, Infotec',
];
/** As the paper names it on its title page. */
const FORUM_PAGE = 'https://www.intgovforum.org/multilingual/content/bpf-cybersecurity';

/** The documents that the dataset began with, with their credits. */
export function DocumentsSection() {
  const t = useTranslations('background');
  const locale = useLocale();
  const page = () => (
    <a href={FORUM_PAGE} className="link wrap-anywhere" rel="noopener">
      {FORUM_PAGE}
    </a>
  );
  return (
    <Section
      id="documents"
      title={t('documents.title')}
      aside={
        <>
          <p>{t('source', { section: t('documents.section') })}</p>
          <p className="mt-2">{t('call', { section: t('documents.callSection') })}</p>
        </>
      }
    >
      <Prose className="mb-5">
        <h3 className="!mt-0">{t('documents.paper')}</h3>
        <p>{t('documents.credit')}</p>
      </Prose>
      <DefinitionList
        items={[
          { key: 'editor', term: t('documents.editor'), description: EDITOR },
          {
            key: 'contributors',
            term: t('documents.contributors'),
            description: (
              <ul>
                {CONTRIBUTORS.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <Prose className="mt-5">
        <p>{t('documents.thanks')}</p>
        <p>{t.rich('documents.page', { page })}</p>
        <h3>{t('documents.callOf2020')}</h3>
        <p>{t.rich('documents.callBody', { call: linkTo(pathsIn(locale).calls) })}</p>
      </Prose>
    </Section>
  );
}
