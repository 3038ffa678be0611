import { describe, expect, it } from 'vitest';
import type { PublicAgreement } from './schema';
import type { PublicContribution } from '@/lib/publication/contributions/schema';
import { describeAgreement, describeContribution, describeDataset } from './linked-data';
import { jsonInScript } from './linked-data';
import { publicCellOf } from '@/prisma/factories/public-cells';

const HOSTILE = '</script><script>alert(1)</script><!-- & \u2028 😀 "quoted" \\';
const MOMENT = '2020-10-17T12:00:00.000Z';
const agreement = (slug: string, launchDate?: string): PublicAgreement => ({
  slug,
  name: HOSTILE,
  shortName: 'Short',
  version: 3,
  updatedAt: MOMENT,
  facts: {
    ...(launchDate && { launchDate: publicCellOf(launchDate, { decidedAt: MOMENT }) }),
    summary: publicCellOf(HOSTILE, { decidedAt: MOMENT }),
  },
  assessments: {},
});
const report: PublicContribution = {
  reference: 'BPF-2020-001',
  audience: null,
  call: '2020',
  status: 'published',
  submittedAt: MOMENT,
  statusReason: null,
  statusAt: MOMENT,
  publishedAt: MOMENT,
  attribution: { anonymous: true, name: null, affiliation: null, country: null, stakeholderGroup: null },
  language: null,
  summaryOf: null,
  enteredOnBehalf: null,
  counts: null,
  agreements: [],
  questionnaireVersion: 1,
  revision: 2,
  answers: [],
  signatories: [],
  projects: [],
  proposals: [],
};
const page = { url: 'https://example.org/page', name: 'Name', description: 'Description.' };

describe('jsonInScript', () => {
  it('has the same meaning, and can’t end its element or open another', () => {
    const written = jsonInScript(describeAgreement(agreement('one'), { url: page.url, dataset: page }));
    expect(written).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(written)).toMatchObject({ mainEntity: { name: HOSTILE, description: HOSTILE } });
  });
});

describe('what a page is about', () => {
  it('is a dataset with its files, its licence and the years it covers', () => {
    const distribution = [
      { name: 'agreements.csv', url: 'https://example.org/data/latest/agreements.csv', mediaType: 'text/csv' },
    ];
    const described = describeDataset({
      ...page,
      identifier: page.url,
      version: '2026.1',
      dateModified: MOMENT,
      agreements: [agreement('b', '2018-04'), agreement('a', '2001'), agreement('c')],
      distribution,
    });
    expect(described).toMatchObject({
      '@type': 'Dataset',
      temporalCoverage: '2001/2018',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      isAccessibleForFree: true,
      version: '2026.1',
      dateModified: MOMENT,
      distribution: [
        {
          '@type': 'DataDownload',
          encodingFormat: 'text/csv',
          contentUrl: 'https://example.org/data/latest/agreements.csv',
        },
      ],
    });
    expect(
      describeDataset({
        ...page,
        identifier: page.url,
        version: '1',
        dateModified: null,
        agreements: [],
        distribution: [],
      }),
    ).not.toHaveProperty('temporalCoverage');
  });

  it('licenses our record, and not the agreement it is about', () => {
    const described = describeAgreement(agreement('paris-call', '2018-11-12'), { url: page.url, dataset: page });
    expect(described).toMatchObject({
      license: 'https://creativecommons.org/licenses/by/4.0/',
      mainEntity: { termCode: 'paris-call', inDefinedTermSet: { '@id': page.url } },
    });
    expect(described.about).toEqual({ '@type': 'CreativeWork', name: HOSTILE, temporal: '2018-11-12' });
    expect(described.mainEntity).not.toHaveProperty('license');
    expect(described.mainEntity).toHaveProperty('@type', 'DefinedTerm');
  });

  it('is a report whose author is named only as far as they chose', () => {
    expect(describeContribution(report, page)).not.toHaveProperty('author');
    const named = {
      ...report,
      attribution: {
        anonymous: false,
        name: 'Programme office',
        affiliation: null,
        country: 'KE',
        stakeholderGroup: null,
      },
    };
    expect(describeContribution(named, page)).toMatchObject({
      author: { '@type': 'Person', name: 'Programme office' },
      reportNumber: 'BPF-2020-001',
      version: '2',
    });
    const employed = { ...named, attribution: { ...named.attribution, affiliation: 'Example institute' } };
    expect(describeContribution(employed, page)).toMatchObject({
      author: { '@type': 'Organization', name: 'Example institute' },
    });
  });
});
