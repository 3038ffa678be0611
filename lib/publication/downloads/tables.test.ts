import { parse } from 'csv-parse/sync';
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
          sourceRecord: { key: 'its-text', kind: 'text' },
          sureness: { sourceKind: 'text', confirmations: 2, decidedBy: 'two_editors', verifiedOn: '2020-11-01' },
        }),
      },
      assessments: { 'second-one': cell('no'), first: cell('yes') },
    },
  ],
  participations: [],
  names: { agreements: {}, criteria: {} },
  criterionSets: [
    {
      slug: 'a-set',
      title: '',
      description: '',
      source: '',
      criteria: ['first', 'second-one'].map((key) => ({
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

const FORMER =
  'shortName,status.status,status.since,launchDate,bindingNature,threshold.required,threshold.given,threshold.instrument,' +
  'threshold.asOf,signatories.count,signatories.unit,signatories.asOf,signatories.list,signatories.link,uniqueElements,' +
  'additionalNorms,factViews,second-one';

it('writes one row per agreement in the wide form: facts, criteria, and the columns with another name before', () => {
  expect(tableCsv(TABLES.agreements(dataset))).toBe(
    'agreement,version,updated_at,name,short_name,aliases,status_status,status_since,launch_date,dates,space,binding_nature,' +
      'threshold_required,threshold_given,threshold_instrument,threshold_as_of,stakeholders,' +
      'signatories_count,signatories_unit,signatories_as_of,signatories_list,signatories_link,counts,' +
      'maintainer,maintainers,link,links,symbols,languages,relations,summary,unique_elements,additional_norms,quotations,views,' +
      `fact_views,first,second_one,${FORMER}\r\n` +
      'an-accord,2,2020-12-01T00:00:00.000Z,An Accord,,,,,,Adopted: Nov 2019 | Ended: 2020,,,,,,,,' +
      '4,states,,"One | Two, ""the second""",,,,,,,,,,,First | Second,,,,,yes,no,' +
      ',,,,,,,,,4,states,,"One | Two, ""the second""",,First | Second,,,no\r\n',
  );
});

it('writes one row per cell, each with typed columns for its value, and with where it comes from', () => {
  const [head = '', ...lines] = tableCsv(TABLES.cells(dataset), { bom: true }).split('\r\n');
  expect(head).toMatch(
    /^\uFEFFagreement,cell,kind,value_text,value_date,value_link,note,source,as_of,decided_at,contribution,version,value_name,.*,criterion,value$/,
  );
  const rows = parse([head, ...lines].join('\r\n'), { columns: true, bom: true }) as Record<string, string>[];
  const filled = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).filter(
        ([name, field]) => field !== '' && !['agreement', 'decided_at', 'criterion'].includes(name),
      ),
    ),
  );
  expect(filled).toEqual([
    {
      ...{ cell: 'name', kind: 'fact', value_text: 'An Accord', value: 'An Accord', version: '2' },
      ...{ note: "'=1+1", source: 'Its text', as_of: '2020', contribution: 'BPF-2020-001 BPF-2020-003' },
      ...{ source_kind: 'text', source_key: 'its-text', confirmations: '2' },
      ...{ decided_by: 'two_editors', verified_on: '2020-11-01' },
    },
    {
      ...{ cell: 'dates:adopted', kind: 'fact', value_event: 'adopted', value_date: '2019-11', version: '1' },
      value: '{"event":"adopted","date":"2019-11"}',
    },
    { cell: 'dates:amended-2020', kind: 'fact', note: 'It was not.', value: 'null', version: '1' },
    {
      ...{ cell: 'dates:ended', kind: 'fact', value_event: 'ended', value_date: '2020', version: '1' },
      value: '{"event":"ended","date":"2020"}',
    },
    {
      ...{ cell: 'signatories', kind: 'fact', value_count: '4', value_unit: 'states', version: '1' },
      ...{ value_list: 'One | Two, "the second"' },
      value: '{"count":4,"unit":"states","list":["One","Two, \\"the second\\""]}',
    },
    {
      ...{ cell: 'uniqueElements', kind: 'fact', value_list: 'First | Second', version: '1' },
      value: '["First","Second"]',
    },
    { cell: 'first', kind: 'assessment', value_text: 'yes', value: 'yes', version: '1' },
    { cell: 'second-one', kind: 'assessment', value_text: 'no', value: 'no', version: '1' },
  ]);
  expect(rows.every(({ cell: name, criterion }) => name === criterion)).toBe(true);
});

it('writes one row per single value in the long form, in the column of its type', () => {
  expect(tableCsv(TABLES.values(dataset))).toBe(
    [
      'agreement,cell,kind,part,position,type,value_text,value_number,value_date',
      'an-accord,name,fact,value,1,text,An Accord,,',
      'an-accord,dates:adopted,fact,event,1,choice,adopted,,',
      'an-accord,dates:adopted,fact,date,1,date,,,2019-11',
      'an-accord,dates:ended,fact,event,1,choice,ended,,',
      'an-accord,dates:ended,fact,date,1,date,,,2020',
      'an-accord,signatories,fact,count,1,number,,4,',
      'an-accord,signatories,fact,unit,1,text,states,,',
      'an-accord,signatories,fact,list,1,text,One,,',
      'an-accord,signatories,fact,list,2,text,"Two, ""the second""",,',
      'an-accord,uniqueElements,fact,value,1,text,First,,',
      'an-accord,uniqueElements,fact,value,2,text,Second,,',
      'an-accord,first,assessment,value,1,choice,yes,,',
      'an-accord,second-one,assessment,value,1,choice,no,,',
      '',
    ].join('\r\n'),
  );
});

it('has no column name of another style than snake case, but the former names at the end', () => {
  for (const make of Object.values(TABLES)) {
    const { columns } = make(dataset);
    const former = columns.findIndex((column) => column.former !== undefined);
    const named = former < 0 ? columns : columns.slice(0, former);
    for (const { name } of named) expect(name).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
    for (const { former: of, description } of former < 0 ? [] : columns.slice(former))
      expect([named.some(({ name }) => name === of), description]).toEqual([
        true,
        expect.stringContaining(`Until 30 November 2027 the same as “${of}”`),
      ]);
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  }
});

it('counts a criterion without an assessment as not assessed', () => {
  const [set] = dataset.criterionSets;
  if (!set) throw new Error('a set is needed');
  const third = { key: 'third', letter: null, title: '', shortTitle: '', description: '', help: '' };
  const wider = { ...dataset, criterionSets: [set, { ...set, slug: 'new-set', criteria: [third] }] };
  expect(tableCsv(TABLES.agreements(wider)).split('\r\n')[1]).toContain(',yes,no,not_assessed,');
  expect(tableCsv(TABLES.cells(wider)).trimEnd().split('\r\n').at(-1)).toMatch(
    /^an-accord,third,assessment,not_assessed,+third,not_assessed$/,
  );
});

it('writes the agreements as the API gives them', async () => {
  expect(
    JSON.parse(String(await makeFile('agreements.json', dataset, { origin: 'https://example.org', release: null }))),
  ).toEqual({ data: dataset.agreements });
});
