import { expect, it } from 'vitest';
import type { Dataset } from './dataset-edition';
import { makeFile } from './files';
import { tableCsv, TABLES } from './tables';
import { publicCellOf } from '@/prisma/factories/public-cells';

const cell = (...[value, more]: Parameters<typeof publicCellOf>) =>
  publicCellOf(value, { decidedAt: '2020-11-01T00:00:00.000Z', ...more });

const dataset: Dataset = {
  agreements: [
    {
      slug: 'an-accord',
      name: 'An Accord',
      shortName: 'Accord',
      version: 2,
      updatedAt: '2020-12-01T00:00:00.000Z',
      facts: {
        signatories: cell({ count: 4, unit: 'states', list: ['One', 'Two, "the second"'] }),
        uniqueElements: cell(['First', 'Second']),
        'dates:ended': cell({ event: 'ended', date: '2020' }),
        'dates:adopted': cell({ event: 'adopted', date: '2019-11' }),
        'dates:amended-2020': cell(null, { note: 'It was not.' }),
        name: cell('An Accord', {
          note: '=1+1',
          source: 'Its text',
          asOf: '2020',
          version: 2,
          contribution: 'BPF-2020-001',
          contributions: ['BPF-2020-001', 'BPF-2020-003'],
        }),
      },
      assessments: { second: cell('no'), first: cell('yes') },
    },
  ],
  participations: [],
  criterionSets: [
    {
      slug: 'a-set',
      title: '',
      description: '',
      source: '',
      criteria: ['first', 'second'].map((key) => ({
        key,
        letter: null,
        title: '',
        shortTitle: '',
        description: '',
        help: '',
      })),
    },
  ],
  sources: [
    {
      key: 'its-text',
      kind: 'text',
      title: 'An Accord, and "more"',
      author: null,
      year: 2019,
      publisher: null,
      link: 'https://example.org/accord',
      archivedLink: null,
      accessedOn: '2020-11',
      citedAs: ['Its text', 'The text of an Accord'],
      cells: 1,
      agreements: 1,
    },
  ],
};

it('writes one row per source, with the number of cells that rest on it', () => {
  expect(tableCsv(TABLES.sources(dataset))).toBe(
    'key,kind,title,author,year,publisher,link,archived_link,accessed_on,cited_as,cells,agreements\r\n' +
      'its-text,text,"An Accord, and ""more""",,2019,,https://example.org/accord,,2020-11,Its text | The text of an Accord,1,1\r\n',
  );
});

it('writes one row per agreement, facts first, then the criteria in their order', () => {
  expect(tableCsv(TABLES.agreements(dataset))).toBe(
    'agreement,version,updated_at,name,shortName,aliases,status.status,status.since,launchDate,dates,space,bindingNature,' +
      'threshold.required,threshold.given,threshold.instrument,threshold.asOf,stakeholders,' +
      'signatories.count,signatories.unit,signatories.asOf,signatories.list,signatories.link,counts,' +
      'maintainer,maintainers,link,links,symbols,languages,relations,summary,uniqueElements,additionalNorms,quotations,views,first,second\r\n' +
      'an-accord,2,2020-12-01T00:00:00.000Z,An Accord,,,,,,Adopted: Nov 2019 | Ended: 2020,,,,,,,,' +
      '4,states,,"One | Two, ""the second""",,,,,,,,,,,First | Second,,,,yes,no\r\n',
  );
});

it('writes one row per cell, each with where it comes from', () => {
  expect(tableCsv(TABLES.cells(dataset), { bom: true })).toBe(
    '\uFEFFagreement,criterion,value,note,source,as_of,decided_at,contribution,version\r\n' +
      "an-accord,name,An Accord,'=1+1,Its text,2020,2020-11-01T00:00:00.000Z,BPF-2020-001 BPF-2020-003,2\r\n" +
      'an-accord,dates:adopted,"{""event"":""adopted"",""date"":""2019-11""}",,,,2020-11-01T00:00:00.000Z,,1\r\n' +
      'an-accord,dates:amended-2020,null,It was not.,,,2020-11-01T00:00:00.000Z,,1\r\n' +
      'an-accord,dates:ended,"{""event"":""ended"",""date"":""2020""}",,,,2020-11-01T00:00:00.000Z,,1\r\n' +
      'an-accord,signatories,"{""count"":4,""unit"":""states"",""list"":[""One"",""Two, \\""the second\\""""]}",,,,2020-11-01T00:00:00.000Z,,1\r\n' +
      'an-accord,uniqueElements,"[""First"",""Second""]",,,,2020-11-01T00:00:00.000Z,,1\r\n' +
      'an-accord,first,yes,,,,2020-11-01T00:00:00.000Z,,1\r\n' +
      'an-accord,second,no,,,,2020-11-01T00:00:00.000Z,,1\r\n',
  );
});

it('counts a criterion without an assessment as not assessed', () => {
  const [set] = dataset.criterionSets;
  if (!set) throw new Error('a set is needed');
  const third = { key: 'third', letter: null, title: '', shortTitle: '', description: '', help: '' };
  const wider = { ...dataset, criterionSets: [set, { ...set, slug: 'new-set', criteria: [third] }] };
  expect(tableCsv(TABLES.agreements(wider)).split('\r\n')[1]).toMatch(/,yes,no,not_assessed$/);
  expect(tableCsv(TABLES.cells(wider)).trimEnd().split('\r\n').at(-1)).toBe('an-accord,third,not_assessed,,,,,,');
});

it('writes the agreements as the API gives them', async () => {
  expect(
    JSON.parse(String(await makeFile('agreements.json', dataset, { origin: 'https://example.org', release: null }))),
  ).toEqual({ data: dataset.agreements });
});
