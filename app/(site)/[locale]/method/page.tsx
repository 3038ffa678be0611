import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { DefinitionList } from '@/app/ui/definition-list';
import { PageHeader } from '@/app/ui/page-header';
import { linkTo, Prose } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { choicesOf } from '@/lib/agreements/facts/words';
import { pathsIn } from '@/lib/platform/i18n/paths';

type Props = PageProps<'/[locale]/method'>;

const CRITERIA = ['commitments', 'purpose', 'international'] as const;
const RULES = ['named', 'described', 'empty'] as const;
const STEPS = ['choose', 'ask', 'collect', 'forums'] as const;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('method');

export default async function MethodPage({ params }: Props) {
  const locale = await localeOf(params);
  const t = await getTranslations('method');
  const paths = pathsIn(locale);
  const source = (section: 'scope' | 'spaces' | 'nature' | 'assessment' | 'next') =>
    t('source', { section: t(`${section}.section`) });
  // To the list: an installation can hide the call of 2020.
  const call = linkTo(paths.calls);
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')} />
      <Section id="scope" title={t('scope.title')} aside={source('scope')}>
        <Prose>
          <p>{t('scope.intro')}</p>
          <ol>
            {CRITERIA.map((criterion) => (
              <li key={criterion}>{t(`scope.criteria.${criterion}`)}</li>
            ))}
          </ol>
          <p>{t('scope.who')}</p>
          <p>{t.rich('scope.deeper', { call })}</p>
        </Prose>
      </Section>
      <Section id="spaces" title={t('spaces.title')} aside={source('spaces')}>
        <Prose className="mb-5">
          <p>{t('spaces.intro')}</p>
        </Prose>
        <DefinitionList
          items={choicesOf('space', locale).map(({ value, word }) => ({
            key: value,
            term: word,
            // a choice of this fact
            description: t(`spaces.${value as 'united-nations'}`),
          }))}
        />
        <Prose className="mt-6">
          <h3>{t('spaces.apart.title')}</h3>
          <p>{t('spaces.apart.body')}</p>
          <p>{t('spaces.ours')}</p>
        </Prose>
      </Section>
      <Section id="nature" title={t('nature.title')} aside={source('nature')}>
        <Prose className="mb-5">
          <p>{t('nature.intro')}</p>
        </Prose>
        <DefinitionList
          items={choicesOf('bindingNature', locale).map(({ value, word }) => ({
            key: value,
            term: word,
            // a choice of this fact
            description: t(`nature.${value as 'binding'}`),
          }))}
        />
        <Prose className="mt-6">
          <h3 id="nature-rule">{t('nature.rule.title')}</h3>
          <p>{t('ours')}</p>
          <ol>
            {RULES.map((rule) => (
              <li key={rule}>{t(`nature.rule.${rule}`)}</li>
            ))}
          </ol>
        </Prose>
      </Section>
      <Section id="assessment" title={t('assessment.title')} aside={source('assessment')}>
        <Prose>
          <p>{t('assessment.elements')}</p>
          <p>{t.rich('assessment.values', { values: linkTo(`${paths.about}#values`) })}</p>
          <p>{t.rich('assessment.norms', { call })}</p>
          <p>{t('assessment.advice')}</p>
        </Prose>
      </Section>
      <Section id="dates" title={t('dates.title')} aside={t('ours')}>
        <Prose>
          <p>{t('dates.body')}</p>
          <p>{t('dates.checked')}</p>
        </Prose>
      </Section>
      <Section id="next" title={t('next.title')} aside={source('next')}>
        <Prose>
          <p>{t('next.plan')}</p>
          <ol>
            {STEPS.map((step) => (
              <li key={step}>{t(`next.steps.${step}`)}</li>
            ))}
          </ol>
          <p>{t('next.aim')}</p>
          <p>{t.rich('next.now', { call, projects: linkTo(paths.projects) })}</p>
        </Prose>
      </Section>
    </>
  );
}
