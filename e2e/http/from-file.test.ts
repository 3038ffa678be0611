import { beforeAll, describe, expect, test } from 'vitest';
import { makePdf, makeZip, odtParts, wordParts } from '@/prisma/factories/files';
import { filledIn } from '@/prisma/factories/returned-files';
import { makeWord, paragraph } from '@/prisma/factories/word-files';
import { ask, origin, read, textOf } from './requests';

const START = '/en/calls/2020/contribute';
const PAGE = `${START}/from-file`;
const HELD = 'held_file_2020';
const OLD_WORD = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(504),
  Buffer.from('WordDocument', 'utf16le'),
]);
const LOCKED = Buffer.concat([OLD_WORD.subarray(0, 512), Buffer.from('EncryptedPackage', 'utf16le')]);

let form: Buffer;
beforeAll(async () => {
  form = Buffer.from(await (await ask('/en/calls/2020/questions.docx')).arrayBuffer());
});

function send(name: string, bytes: Buffer, from = origin()) {
  const body = new FormData();
  body.set('file', new File([new Uint8Array(bytes)], name));
  return ask(`${PAGE}/upload`, { method: 'POST', body, headers: { Origin: from } });
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .find((cookie) => cookie.startsWith(HELD)) ?? '';

describe('a file that can’t be read', () => {
  test.each<[string, string, () => Buffer, string, RegExp]>([
    ['an empty one', 'a.docx', () => Buffer.alloc(0), 'file_needed', /No file arrived, or an empty one/],
    ['one of an older Word', 'a.doc', () => OLD_WORD, 'document_is_old_word', /file of an older Word/],
    ['a locked one', 'a.docx', () => LOCKED, 'document_locked', /locked by a password/],
    ['a PDF', 'a.pdf', () => makePdf(), 'document_type_refused', /Files of this kind can’t be read/],
    [
      'a mail',
      'a.eml',
      () => Buffer.from('From: a@example.org\r\n\r\nOur answers'),
      'document_type_refused',
      /can’t be read/,
    ],
    ['a damaged one', 'a.docx', () => makeZip(wordParts).subarray(0, 200), 'document_damaged', /damaged/],
    [
      'one with macros',
      'a.docm',
      () => makeZip([...wordParts, { name: 'word/vbaProject.bin' }]),
      'document_has_macros',
      /macros/,
    ],
    [
      'one that unpacks to too much',
      'a.docx',
      () => makeZip([...wordParts, { name: 'word/media/a', content: Buffer.alloc(11 * 1024 * 1024) }]),
      'document_suspicious',
      /enormous size/,
    ],
    ['the form as it was handed out', 'a.docx', () => form, 'nothing_written', /Nothing has been written in this file/],
  ])('%s leads back with a sentence, and nothing is held', async (_, name, bytes, reason, sentence) => {
    const response = await send(name, bytes());
    await response.arrayBuffer();
    expect([response.status, response.headers.get('location'), cookieOf(response)]).toEqual([
      ...[303, `${START}?file=${reason}#from-file`, ''],
    ]);
    const page = textOf(await read(`${START}?file=${reason}`));
    expect(page).toMatch(/The file was not read/);
    expect(page.replaceAll('&#x27;', '’').replaceAll('&quot;', '"')).toMatch(sentence);
  });

  test('one that is too large has a page of its own', async () => {
    const response = await send('a.docx', Buffer.alloc(6 * 1024 * 1024));
    expect([response.status, /too large/.test(await response.text())]).toEqual([413, true]);
  });

  test('one from a page of another site is refused', async () => {
    const response = await send('a.docx', makeWord({ body: paragraph('x') }), 'https://evil.example');
    expect([response.status, cookieOf(response)]).toEqual([403, '']);
    expect(await response.text()).toContain('from a page of another site');
  });
});

describe('a file that can be read', () => {
  test('is shown to the browser that sent it, and to no other', async () => {
    const filled = await filledIn(form, { 'bpf:gaps/text': 'Zquibble gap' }, ['A zquibble note']);
    const response = await send('Our answers.docx', filled);
    await response.arrayBuffer();
    expect([response.status, response.headers.get('location')]).toEqual([303, PAGE]);
    const cookie = cookieOf(response);
    expect(response.headers.getSetCookie().join()).toMatch(
      /held_file_2020=.*Path=\/en\/calls\/2020\/contribute;.*HttpOnly/i,
    );
    const page = await ask(PAGE, { headers: { Cookie: cookie } });
    expect(page.headers.get('cache-control')).toMatch(/no-store/);
    const said = textOf(await page.text());
    expect(['Our answers.docx', 'Zquibble gap', 'A zquibble note'].filter((words) => !said.includes(words))).toEqual(
      [],
    );
    const [id] = cookie.split('.');
    for (const other of ['', `${id}.${'A'.repeat(43)}`]) {
      const without = textOf(await read(PAGE, { headers: { Cookie: other } }));
      expect([without.includes('No file is held here'), without.includes('quibble')]).toEqual([true, false]);
    }
  });

  test('may be of another call, which it says, and an OpenDocument text', async () => {
    const other = makeWord({
      body: paragraph('Words of another year'),
      properties: { 'bpf-call': '2019', 'bpf-questionnaire': '1', 'bpf-language': 'en', 'bpf-export': 'x' },
    });
    const response = await send('a.docx', other);
    await response.arrayBuffer();
    expect(textOf(await read(PAGE, { headers: { Cookie: cookieOf(response) } }))).toContain(
      'It was made for another call (2019)',
    );
    const odt = await send('a.odt', makeZip(odtParts));
    await odt.arrayBuffer();
    expect(odt.headers.get('location')).toMatch(/from-file$|nothing_written|document_damaged/);
  });
});
