import { describe, expect, it } from 'vitest';
import { MAX_NAME_LENGTH } from './constants';
import { cleanFileName, contentDisposition } from './file-name';

describe('cleanFileName', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['C:\\Users\\office\\report.pdf', 'report.pdf'],
    ['../../etc/report.pdf', 'report.pdf'],
    ['..', 'file'],
    ['', 'file'],
    ['.pdf', 'pdf'],
    ['  a \t b\u00a0 c .PDF ', 'a b c.pdf'],
    ['a\u0000b\r\nc.pdf', 'abc.pdf'],
    ['report\u202efdp.exe', 'reportfdp.exe'],
    ['\u2066\u200bre\u00adport\ufeff.pdf', 'report.pdf'],
    ['a<b>:"|?*.pdf', 'a-b------.pdf'],
    ['informe año 2020 – 年報.pdf', 'informe año 2020 – 年報.pdf'],
    ['cafe\u0301.pdf', 'café.pdf'],
    ['half \ud83d a sign.pdf', 'half a sign.pdf'],
  ])('%j becomes %j', (given, cleaned) => {
    expect(cleanFileName(given)).toBe(cleaned);
  });

  it('cuts a long name before its extension, between signs', () => {
    expect(cleanFileName(`${'😀'.repeat(200)}.docx`)).toBe(`${'😀'.repeat(MAX_NAME_LENGTH)}.docx`);
  });
});

describe('contentDisposition', () => {
  it('has a plain name and the true one, and nothing that ends a header', () => {
    expect(contentDisposition('informe "año" (1)\'.pdf')).toBe(
      `attachment; filename="informe _a_o_ (1)'.pdf"; filename*=UTF-8''informe%20%22a%C3%B1o%22%20%281%29%27.pdf`,
    );
    expect(contentDisposition('a\r\nSet-Cookie: b.pdf')).not.toMatch(/[\r\n]/);
  });
});
