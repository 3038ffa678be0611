import { getTranslations } from 'next-intl/server';
import { agreements as readAgreements } from '@/app/server/published';
import { origin } from '@/lib/platform/env';
import { downloadPath, pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { DATA_FILES, mediaTypeOf } from '@/lib/publication/downloads/files';
import {
  describeAgreement,
  describeContribution,
  describeDataset,
  describeSource,
} from '@/lib/publication/linked-data';
import type { PublicAgreement, PublicRelease } from '@/lib/publication/schema';
import type { PublicSource } from '@/lib/publication/source-schema';
import type { PublicContribution } from '@/lib/publication/contributions/schema';
import { JsonLd } from './json-ld';

const mediaType = (name: string) => mediaTypeOf(name)?.split(';')[0] ?? 'application/octet-stream';

/** Today's dataset, for data catalogues: the same on every page. */
export async function DatasetLd({ locale }: { locale: Locale }) {
  const [t, feeds, agreements] = await Promise.all([
    getTranslations('data'),
    getTranslations('feeds'),
    readAgreements(),
  ]);
  const newest =
    agreements
      .map(({ updatedAt }) => updatedAt)
      .toSorted()
      .at(-1) ?? null;
  const url = `${origin()}${pathsIn(locale).data}`;
  const distribution = DATA_FILES.map((name) => ({
    name,
    url: `${origin()}${downloadPath(name)}`,
    mediaType: mediaType(name),
  }));
  return (
    <JsonLd
      data={describeDataset({
        url,
        identifier: url,
        name: feeds('datasetName'),
        description: t('description'),
        version: newest ?? '0',
        dateModified: newest,
        agreements,
        distribution,
      })}
    />
  );
}

/** A release of the dataset, with its frozen files. */
export async function ReleaseLd({
  locale,
  release,
  agreements,
}: {
  locale: Locale;
  release: PublicRelease;
  agreements: readonly PublicAgreement[];
}) {
  const [t, feeds] = await Promise.all([getTranslations('data'), getTranslations('feeds')]);
  const { slug, title, publishedAt, files } = release;
  const url = `${origin()}${pathsIn(locale).release(slug)}`;
  const distribution = files
    .filter(({ name }) => DATA_FILES.includes(name))
    .map((file) => ({
      name: file.name,
      url: `${origin()}${downloadPath(file.name, slug)}`,
      mediaType: mediaType(file.name),
    }));
  return (
    <JsonLd
      data={describeDataset({
        url,
        identifier: url,
        name: `${feeds('datasetName')}: ${title}`,
        description: t('description'),
        version: slug,
        dateModified: publishedAt,
        agreements,
        distribution,
      })}
    />
  );
}

/** One agreement's entry, as a term of the dataset. */
export async function AgreementLd({ locale, agreement }: { locale: Locale; agreement: PublicAgreement }) {
  const feeds = await getTranslations('feeds');
  const paths = pathsIn(locale);
  return (
    <JsonLd
      data={describeAgreement(agreement, {
        url: `${origin()}${paths.agreement(agreement.slug)}`,
        dataset: { url: `${origin()}${paths.data}`, name: feeds('datasetName') },
      })}
    />
  );
}

/** A document that cells rest on. */
export const SourceLd = ({ locale, source }: { locale: Locale; source: PublicSource }) => (
  <JsonLd data={describeSource(source, `${origin()}${pathsIn(locale).source(source.key)}`)} />
);

/** One published contribution; a withdrawn or unpublished one has no description. */
export async function ContributionLd({ locale, contribution }: { locale: Locale; contribution: PublicContribution }) {
  const t = await getTranslations('contributions.page');
  if (contribution.status !== 'published') return null;
  const { reference } = contribution;
  const described = {
    url: `${origin()}${pathsIn(locale).contribution(reference)}`,
    name: t('title', { reference }),
    description: t('description', { reference }),
  };
  return <JsonLd data={describeContribution(contribution, described)} />;
}
