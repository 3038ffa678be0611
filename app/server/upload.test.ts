import { expect, it } from 'vitest';
import { readUpload } from './upload';

const file = (name: string, content = 'words') => new File(content === '' ? [] : [content], name);
const posting = (...fields: [string, File | string][]) => {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return readUpload(new Request('http://localhost/files', { method: 'POST', body }), 1_000);
};

it('reads one file, also beside empty fields and text', async () => {
  expect(await posting(['file', file('a.pdf')], ['file', file('', '')], ['note', 'words'])).toMatchObject({
    ok: true,
    name: 'a.pdf',
    bytes: Buffer.from('words'),
  });
});

it('rejects several files in any fields, so that none is lost', async () => {
  for (const name of ['file', 'second'])
    expect(await posting(['file', file('a.pdf')], [name, file('b.pdf')])).toEqual({
      ok: false,
      reason: 'one_file_only',
    });
});

it('rejects a form without a file and asks for one', async () => {
  expect(await posting(['file', file('', '')])).toEqual({ ok: false, reason: 'file_needed' });
  expect(await posting(['file', 'words'])).toEqual({ ok: false, reason: 'file_needed' });
});
