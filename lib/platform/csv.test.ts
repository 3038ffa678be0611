import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';
import { rounds } from '@/prisma/factories/thoroughness';

/** A reader of RFC 4180, written after the standard and not after the writer. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, field, quoted]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') field += text[(at += 1)];
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') [row, field] = [[...row, field], ''];
    else if (text.startsWith('\r\n', at)) {
      rows.push([...row, field]);
      [row, field, at] = [[], '', at + 1];
    } else field += sign;
  }
  if (field !== '' || row.length > 0) throw new Error('the last line has no end');
  return rows;
}

/** What a program does that wants the apostrophes gone. */
const withoutGuard = (field: string) => field.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '');

const nasty = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', '\t', "'", ' ', 'a', 'é', '＝', '0') }),
);
const width = fc.integer({ min: 1, max: 5 });
const table = width.chain((columns) =>
  fc.array(fc.array(nasty, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
);

describe('a CSV file', () => {
  it('gives back the written content, whatever it is', () => {
    fc.assert(
      fc.property(table, ([header = [], ...rows]) => {
        expect(parseCsv(toCsv(header, rows)).map((row) => row.map(withoutGuard))).toEqual([header, ...rows]);
      }),
      { numRuns: rounds(400, 20_000) },
    );
  });

  it('holds nothing that a spreadsheet would run', () => {
    fc.assert(
      fc.property(table, ([header = [], ...rows]) => {
        const fields = parseCsv(toCsv(header, rows)).flat();
        expect(fields.filter((field) => /^[=+\-@\t\r\n＝＋－＠]/.test(field))).toEqual([]);
      }),
      { numRuns: rounds(400, 20_000) },
    );
  });

  it('ends each line with CRLF, quotes what needs it and leaves absent cells empty', () => {
    const rows = [
      [null, 1, true],
      [undefined, -2, 'two, "three"'],
      ['a\nb', ' c', '-1'],
    ];
    expect(toCsv(['x', '=y', 'z'], rows)).toBe(`x,'=y,z\r\n,1,true\r\n,-2,"two, ""three"""\r\n"a\nb"," c",'-1\r\n`);
  });

  it('begins with a byte order mark only on request', () => {
    expect(toCsv(['é'], [], { bom: true })).toBe('\uFEFFé\r\n');
    expect(toCsv(['é'], [])).toBe('é\r\n');
  });
});
