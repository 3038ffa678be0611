import { expect, it } from 'vitest';
import { readUpload } from './upload';

const file = (name: string, content = 'words') => new File(content === '' ? [] : [content], name);
const posting = (...fields: [string, File | string][]) => {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return readUpload(new Request('http://localhost/files', { method: 'POST', body }), 1_000);
};

it('one file is read, also beside empty fields and words', async () => {
  expect(await posting(['file', file('a.pdf')], ['file', file('', '')], ['note', 'words'])).toMatchObject({
    ok: true,
    name: 'a.pdf',
    bytes: Buffer.from('words'),
  });
});

it('none of several files is taken, whatever their fields are called, so that none vanishes', async () => {
  for (const name of ['file', 'second'])
    expect(await posting(['file', file('a.pdf')], [name, file('b.pdf')])).toEqual({
      ok: false,
      reason: 'one_file_only',
    });
});

it('a form without a file is asked for one', async () => {
  expect(await posting(['file', file('', '')])).toEqual({ ok: false, reason: 'file_needed' });
  expect(await posting(['file', 'words'])).toEqual({ ok: false, reason: 'file_needed' });
});
