import { getTranslations } from 'next-intl/server';
import { ValueStrip } from '@/app/(site)/dataset/value-strip';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { PageHeader } from '@/app/ui/page-header';
import { Section } from '@/app/ui/section';
import { GlyphSprite } from '@/app/ui/value-mark';
import { agreements, calls, criterionSets } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { assessmentOf, tally } from '@/lib/publication/assessments';
import { openCells, STATED_VALUES } from '@/lib/publication/criteria';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { HelpNotice } from './help-notice';

type Props = PageProps<'/[locale]/criteria'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('criteria');

export default async function CriteriaPage({ params }: Props) {
  const locale = await localeOf(params);
  const [t, list, sets, everyCall] = await Promise.all([
    getTranslations('criteria'),
    agreements(),
    criterionSets(),
    calls(locale),
  ]);
  const open = openCells(sets, list);
  const count = [...open.values()].reduce((sum, one) => sum + one, 0);
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')}>
        <GlyphSprite />
        {count > 0 && <HelpNotice count={count} calls={everyCall} />}
      </PageHeader>
      {sets.length === 0 && <p>{t('empty')}</p>}
      {sets.map((set) => (
        <SetSection key={set.slug} set={set} agreements={list} open={open} path={pathsIn(locale).criterion} />
      ))}
    </>
  );
}

type SetSectionProps = {
  set: PublicCriterionSet;
  agreements: readonly PublicAgreement[];
  open: ReadonlyMap<string, number>;
  path: (key: string) => string;
};

async function SetSection({ set, agreements: list, open, path }: SetSectionProps) {
  const t = await getTranslations('criteria');
  return (
    <Section
      id={set.slug}
      title={set.title}
      aside={
        <>
          <p>{set.description}</p>
          <p className="mt-2">{t('set', { count: set.criteria.length, source: set.source })}</p>
        </>
      }
    >
      <ul>
        {set.criteria.map(({ key, title, letter, description }) => (
          <li key={key} className="border-b border-rule py-4 first:pt-0">
            <h3 className="text-lg">
              <a href={path(key)} className="link">
                {title}
              </a>
              {letter && <span className="text-muted"> {t('page.letterValue', { letter })}</span>}
            </h3>
            <p className="mt-1 max-w-measure">{description}</p>
            <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
              <ValueStrip values={marksOf(list, key)} className="flex-wrap !gap-0.5 text-xs" />
              <span>
                {t('tally', tally(list, key))} · {t('openOf', { count: open.get(key) ?? 0 })}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** More marks would be a texture and no list: the words beside them have the numbers. */
const MAX_MARKS = 40;

/** A mark for each assessed agreement, by value. */
function marksOf(list: readonly PublicAgreement[], key: string) {
  const values = STATED_VALUES.flatMap((value) =>
    list.filter((agreement) => assessmentOf(agreement, key) === value).map(() => value),
  );
  return values.length > MAX_MARKS ? [] : values;
}
