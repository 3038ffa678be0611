import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { DefinitionList } from '@/app/ui/definition-list';
import { PageHeader } from '@/app/ui/page-header';
import { linkTo, Prose } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { agreements, criterionSets } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { limitsOf, type Limits } from '@/lib/publication/analysis/limits';
import { MIN_GROUP } from '@/lib/publication/small-groups';

type Props = PageProps<'/[locale]/analysis/limits'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('limits');

/** What the figures of the analysis can't tell; every number is counted when the page is rendered. */
export default async function LimitsPage({ params }: Props) {
  const locale = await localeOf(params);
  const [t, list, sets] = await Promise.all([getTranslations('limits'), agreements(), criterionSets()]);
  const [analysis, limits, paths] = [await getTranslations('analysis'), limitsOf(list, sets), pathsIn(locale)];
  const { disputed, values } = limits;
  const count = { ...values, values: values.confirmed + values.unconfirmed };
  const needed = MIN_GROUP;
  return (
    <>
      <Breadcrumbs label={t('breadcrumbs')} items={[{ label: analysis('title'), href: paths.analysis }]} />
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')} />
      <Section id="chosen" title={t('chosen.title')}>
        <Prose>
          <p>{t('chosen.body', { agreements: limits.agreements })}</p>
          <p>{t.rich('chosen.more', { method: linkTo(`${paths.method}#scope`) })}</p>
        </Prose>
      </Section>
      <Part id="who" title={t('who.title')} body={t('who.body', count)} />
      <Section id="open" title={t('open.title')}>
        <Prose className="mb-5">
          <p>{t('open.body')}</p>
        </Prose>
        <SetList limits={limits} />
      </Section>
      <Part id="disputed" title={t('disputed.title')} body={t('disputed.body', { disputed })} />
      <Part id="small" title={t('small.title')} body={t('small.body', { needed })} />
      <Section id="alike" title={t('alike.title')}>
        <Prose>
          <p>{t('alike.body')}</p>
          <p>{t('alike.why', { needed })}</p>
        </Prose>
      </Section>
      <Part id="lift" title={t('lift.title')} body={t('lift.body')} />
      <Part id="causes" title={t('causes.title')} body={t('causes.body')} />
      <Section id="dates" title={t('dates.title')}>
        <Prose className="mb-5">
          <p>{t('dates.body')}</p>
        </Prose>
        <DateList limits={limits} />
      </Section>
      <Part
        id="confirmed"
        title={t('confirmed.title')}
        body={t.rich('confirmed.body', { ...count, data: linkTo(paths.data) })}
      />
    </>
  );
}

/** A part with one paragraph. */
function Part({ id, title, body }: { id: string; title: string; body: React.ReactNode }) {
  return (
    <Section id={id} title={title}>
      <Prose>
        <p>{body}</p>
      </Prose>
    </Section>
  );
}

/** By set: how much of it is assessed. */
async function SetList({ limits }: { limits: Limits }) {
  const t = await getTranslations('limits.open');
  return (
    <DefinitionList
      items={limits.sets.map(({ set, ...counts }) => ({
        key: set.slug,
        term: set.title,
        description: t('set', { ...counts, agreements: limits.agreements, criteria: set.criteria.length }),
      }))}
    />
  );
}

/** By kind of date: of how many agreements it is known, and how precisely. */
async function DateList({ limits }: { limits: Limits }) {
  const [t, kinds] = await Promise.all([getTranslations('limits.dates'), getTranslations('analysis.time.kinds')]);
  return (
    <DefinitionList
      items={limits.dates.map(({ kind, known, year, month }) => ({
        key: kind,
        term: kinds(kind),
        description: t('kind', { known, year, month, day: known - year - month }),
      }))}
    />
  );
}
