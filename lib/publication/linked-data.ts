import { linkedProperties } from '@/lib/agreements/facts/linked-data';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import type { PublicAgreement } from '@/lib/publication/schema';
import type { PublicSource } from '@/lib/publication/source-schema';
import type { PublicContribution } from '@/lib/publication/contributions/schema';

/** The caller passes words and addresses: this file knows neither language nor server. */
type Described = { url: string; name: string; description: string };
type Distribution = { name: string; url: string; mediaType: string };

const licenseLink = () => siteSettings().licenceLink;

function forum() {
  const { publisher, publisherLink } = siteSettings();
  return { '@type': 'Organization', name: publisher, url: publisherLink };
}

type DatasetWords = Described & {
  identifier: string;
  /** A release's name, or for today's dataset the moment of its newest change. */
  version: string;
  dateModified: string | null;
  agreements: readonly PublicAgreement[];
  distribution: readonly Distribution[];
};

/** The dataset, or a release of it, as schema.org's Dataset. */
export function describeDataset({
  url,
  name,
  description,
  identifier,
  version,
  dateModified,
  agreements,
  distribution,
}: DatasetWords) {
  return {
    '@type': 'Dataset',
    '@id': url,
    url,
    name,
    description,
    identifier,
    version,
    ...(dateModified && { dateModified }),
    license: licenseLink(),
    isAccessibleForFree: true,
    inLanguage: 'en',
    creator: forum(),
    publisher: forum(),
    ...coverageOf(agreements),
    distribution: distribution.map((file) => ({
      '@type': 'DataDownload',
      name: file.name,
      encodingFormat: file.mediaType,
      contentUrl: file.url,
    })),
  };
}

/** From the year of the first agreement to that of the last. */
function coverageOf(agreements: readonly PublicAgreement[]): { temporalCoverage?: string } {
  const years = agreements.flatMap(({ facts }) => yearOf(facts.launchDate?.value) ?? []).toSorted();
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined ? {} : { temporalCoverage: `${first}/${last}` };
}

const yearOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, 4) : null);

/**
 * An agreement's page: our record, which has a licence, and the agreement it is about. The agreement itself is the text
 * of others and has no licence of ours.
 */
export function describeAgreement(
  agreement: PublicAgreement,
  { url, dataset }: { url: string; dataset: { url: string; name: string } },
) {
  const { name, slug, updatedAt, version, facts } = agreement;
  const set = {
    '@type': ['DefinedTermSet', 'Dataset'],
    '@id': dataset.url,
    url: dataset.url,
    name: dataset.name,
    license: licenseLink(),
    creator: forum(),
  };
  return {
    '@type': 'WebPage',
    '@id': url,
    url,
    name: `${name} (${dataset.name})`,
    version: `${version}`,
    dateModified: updatedAt,
    license: licenseLink(),
    isAccessibleForFree: true,
    publisher: forum(),
    isPartOf: { '@id': dataset.url },
    mainEntity: {
      '@type': 'DefinedTerm',
      '@id': `${url}#term`,
      name,
      ...linkedProperties('term', facts, name),
      termCode: slug,
      identifier: slug,
      inDefinedTermSet: set,
    },
    about: {
      '@type': 'CreativeWork',
      name,
      ...linkedProperties('work', facts, name),
    },
  };
}

/** The page of a source, about a work of others: only what the record says of it, and no licence of ours for it. */
export function describeSource(source: PublicSource, url: string) {
  const { key, title, author, year, publisher, link, archivedLink } = source;
  return {
    '@type': 'WebPage',
    '@id': url,
    url,
    name: title,
    publisher: forum(),
    mainEntity: {
      '@type': 'CreativeWork',
      name: title,
      identifier: key,
      ...(author !== null && { creditText: author }),
      ...(year !== null && { datePublished: `${year}` }),
      ...(publisher !== null && { publisher: { '@type': 'Organization', name: publisher } }),
      ...(link !== null && { url: link }),
      ...(archivedLink !== null && { archivedAt: archivedLink }),
    },
  };
}

/** A published contribution as a report; its author is named only as far as the author chose. */
export function describeContribution(contribution: PublicContribution, { url, name, description }: Described) {
  const { reference, submittedAt, publishedAt, attribution, agreements, revision, summaryOf } = contribution;
  const { affiliation, name: person } = attribution ?? { affiliation: null, name: null };
  const author =
    affiliation !== null
      ? { '@type': 'Organization', name: affiliation }
      : person !== null
        ? { '@type': 'Person', name: person }
        : null;
  return {
    '@type': 'Report',
    '@id': url,
    url,
    name,
    headline: name,
    description,
    identifier: reference,
    reportNumber: reference,
    dateCreated: submittedAt,
    datePublished: publishedAt,
    ...(revision !== null && { version: `${revision}` }),
    // The forum wrote the summary of another's text.
    ...(summaryOf === null
      ? author && { author }
      : { author: forum(), isBasedOn: { '@type': 'CreativeWork', name: summaryOf, ...(author && { author }) } }),
    publisher: forum(),
    license: licenseLink(),
    isAccessibleForFree: true,
    inLanguage: 'en',
    about: agreements.map((agreement) => ({
      '@type': 'CreativeWork',
      name: agreement.name,
      identifier: agreement.slug,
    })),
  };
}

/**
 * JSON that is safe inside a script element, with any text in it: no `<` that could end the element or begin a comment,
 * and no line separator that older scripts do not accept. As JSON it means the same.
 */
export function jsonInScript(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
