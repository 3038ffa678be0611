import { describe, expect, it } from 'vitest';
import { MAX_ROWS } from './constants';
import { readTable } from './table';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const HEADER = 'agreement,criterion,value,note,source,as_of';
const ROW = 'manrs,maintainer,Réseau,,Its page,';
const refusal = async (bytes: Buffer) => {
  const read = await readTable(bytes);
  return read.ok ? 'read' : [read.problem.code, ...Object.values(read.problem.params)];
};
const rowsOf = async (bytes: Buffer) => {
  const read = await readTable(bytes);
  return read.ok ? read.table : read.problem;
};

describe('an uploaded file', () => {
  it.each([
    ['empty', utf8('')],
    ['nothing but a mark and lines', utf8('\uFEFF\r\n\r\n')],
  ])('%s is refused as empty', async (_, bytes) => {
    expect(await refusal(bytes)).toEqual(['empty']);
  });

  it('is refused where it is an old workbook, or a damaged one', async () => {
    expect(await refusal(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]))).toEqual(['workbook']);
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual(['spreadsheet']);
  });

  it('is refused in UTF-16, with and without a mark, in either order of bytes', async () => {
    const little = Buffer.from(`${HEADER}\r\n${ROW}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(await refusal(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toEqual(['utf16']);
    expect(await refusal(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toEqual(['utf16']);
    expect([await refusal(little), await refusal(big)]).toEqual([['utf16'], ['utf16']]);
  });

  it('is refused in Latin-1, and with a NUL in it', async () => {
    expect(await refusal(Buffer.from(`${HEADER}\n${ROW}\n`, 'latin1'))).toEqual(['not_utf8']);
    expect(await refusal(utf8(`${HEADER}\n${ROW}\u0000\n`))).toEqual(['nul']);
  });

  it('is read with and without a byte order mark, and with every separator of columns', async () => {
    for (const delimiter of [',', ';', '\t']) {
      for (const mark of ['', '\uFEFF']) {
        expect(await rowsOf(utf8(`${mark}${HEADER}\r\n${ROW}\r\n`.replaceAll(',', delimiter)))).toEqual({
          delimiter,
          ignoredColumns: [],
          rows: [
            {
              row: 2,
              complete: true,
              fields: {
                agreement: 'manrs',
                criterion: 'maintainer',
                value: 'Réseau',
                note: '',
                source: 'Its page',
                as_of: '',
              },
            },
          ],
        });
      }
    }
    expect(await rowsOf(utf8(`sep=;\r\n${HEADER}\r\n${ROW}\r\n`.replaceAll(',', ';')))).toMatchObject({
      delimiter: ';',
      rows: [{ row: 3 }],
    });
  });

  it('has columns in any order and case; others are left unread, empty rows too', async () => {
    const read = await rowsOf(
      utf8(
        'Source,Value,decided_at,Criterion,Agreement,version\r\n\r\nits page,yes,2020,link,manrs,3\r\n,,,,,\r\nshort,row\r\n',
      ),
    );
    expect(read).toEqual({
      delimiter: ',',
      ignoredColumns: ['decided_at'],
      rows: [
        {
          row: 3,
          complete: true,
          fields: { agreement: 'manrs', criterion: 'link', value: 'yes', source: 'its page', version: '3' },
        },
        {
          row: 5,
          complete: false,
          fields: { agreement: '', criterion: '', value: 'row', source: 'short', version: '' },
        },
      ],
    });
  });

  it('names cells and values by the names of today, or by the former ones', async () => {
    for (const names of ['cell,value_text', 'cell,value_count', 'criterion,value', 'cell,value'])
      expect(await refusal(utf8(`agreement,${names},source\na,b,c,d\n`))).toBe('read');
    expect(await refusal(utf8('agreement,cell,source\na,b,c\n'))).toEqual(['missing_columns', 'value_text']);
  });

  it('is refused without a header, without a column, with one twice, without rows', async () => {
    expect(await refusal(utf8('manrs,maintainer,x,,y,\n'))).toEqual(['no_header']);
    expect(await refusal(utf8('agreement,value,note\nmanrs,x,y\n'))).toEqual(['missing_columns', 'cell, source']);
    expect(await refusal(utf8('agreement,criterion,value,source,value\na,b,c,d,e\n'))).toEqual([
      'double_columns',
      'value',
    ]);
    expect(await refusal(utf8(`${HEADER}\r\n,,,,,\r\n`))).toEqual(['no_rows']);
  });

  it('is refused where a quotation mark is never closed, or closed too early, naming the row', async () => {
    expect(await refusal(utf8(`${HEADER}\n${ROW}\nmanrs,link,"https://example.org,,x,\n`))).toEqual([
      'broken_quotes',
      3,
    ]);
    expect(await refusal(utf8(`${HEADER}\n${ROW}\n${ROW}\nmanrs,link,"a"b,,x,\n`))).toEqual(['broken_quotes', 4]);
  });

  it('is refused with more rows than a review can bear', async () => {
    expect(await refusal(utf8(`${HEADER}\n${`${ROW}\n`.repeat(MAX_ROWS + 1)}`))).toEqual(['too_many_rows', MAX_ROWS]);
    expect(await refusal(utf8(`${HEADER}\n${`${ROW}\n`.repeat(MAX_ROWS)}`))).toBe('read');
  });
});
