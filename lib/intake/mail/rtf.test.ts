import { describe, expect, it } from 'vitest';
import { packRtf } from '@/prisma/factories/packed-rtf';
import { unpackRtf } from './compressed-rtf';
import { readRtf } from './rtf';

const read = (rtf: string) => readRtf(Buffer.from(rtf, 'latin1'));
const HEAD = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fnil\fcharset204 Arial;}{\f2\fnil\fcharset128 MS Mincho;}}{\colortbl;\red0\green0\blue0;}`;

describe('RTF as Outlook packs it', () => {
  it('is unpacked as in the example of the specification', () => {
    // [MS-OXRTFCP], section 3.1.1.
    const packed =
      '2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232' + '0af32068656c09002062770' + '5b06c647d0a800fa0';
    expect(unpackRtf(Buffer.from(packed, 'hex')).toString()).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  });

  it('is the same after it was packed and unpacked, also beyond the window of 4096 bytes', () => {
    for (const text of ['', 'a', 'aaaa', `${HEAD}${'x'.repeat(9_000)}${'ab\\par '.repeat(2_000)}}`])
      expect(unpackRtf(packRtf(text)).toString('latin1')).toBe(text);
  });

  it('is read where it is not packed', () => {
    const head = Buffer.alloc(16);
    [5 + 12, 5, 0x414c454d, 0].forEach((number, at) => head.writeUInt32LE(number, at * 4));
    expect(unpackRtf(Buffer.concat([head, Buffer.from('{\\rtf')])).toString()).toBe('{\\rtf');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a wrong checksum', packRtf('{\\rtf1 a}', { checksum: 1 })],
    ['a size that is not true', packRtf('{\\rtf1 abcdefgh}', { size: 4 })],
    ['a size beyond all texts', packRtf('{\\rtf1 a}', { size: 2 ** 31 })],
    ['an end that is cut off', packRtf('{\\rtf1 abcdefgh}').subarray(0, 30)],
    ['another compression', Buffer.from(packRtf('{\\rtf1 a}')).fill(0, 8, 12)],
  ])('is refused with %s', (_, packed) => {
    expect(() => unpackRtf(packed)).toThrow();
  });
});

describe('the text of RTF', () => {
  it('has paragraphs, looks, line ends and tables', () => {
    const rtf = String.raw`${HEAD}{\info{\author Ada}}\pard 1.\tab We {\b sign} the {\i Paris\line Call} \& others.\par
\trowd\intbl a\cell b & c\cell\row\pard{\*\generator Riched;}{\pict 0a0b}After\par}`;
    expect(read(rtf)).toEqual({
      html:
        '<p>1.\tWe <b>sign</b> the <i>Paris</i><br><i>Call</i>  others.</p>' +
        '<table><tr><td>a</td><td>b &#38; c</td></tr></table><p>After</p>',
    });
  });

  it('has letters of any alphabet: by code page, by font, by number, and for older programs beside it', () => {
    const rtf = String.raw`${HEAD}\'93\'fc\'94 {\f1 \'c4\'e0} {\f2 \'93\'fa\'96\{} \u8364? \uc2\u-10179??\u-8704?? \ldblquote x\rdblquote\par}`;
    expect(read(rtf)).toEqual({ html: '<p>“ü” Да 日本 € 😀 “x”</p>' });
  });

  it('has the letters of the first font again after \\plain', () => {
    expect(read(`${HEAD}\\f1 \\'c4\\plain \\'fc\\par}`)).toEqual({ html: '<p>Дü</p>' });
  });

  it('leaves out what is hidden or embedded, and skips bytes', () => {
    const rtf = `${HEAD}a{\\v hidden}{\\object{\\*\\objdata 00}}\\bin5 }}}}}b\\par}`;
    expect(read(rtf)).toEqual({ html: '<p>ab</p>' });
  });

  it('has what an embedded table shows, and a line for each new page', () => {
    expect(read(`${HEAD}{\\object{\\*\\objdata 00}{\\result shown}}\\page end\\par}`)).toEqual({
      html: '<p>shown<br>end</p>',
    });
  });

  it('is the HTML that lies within it, without its twin', () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}}
{\*\htmltag19 <html>}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 We \htmlrtf {\b \htmlrtf0 {\*\htmltag84 <b>}sign{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0
 {\*\htmltag84 &amp;} \'fcber\htmlrtf\par}\htmlrtf0{\*\htmltag72 </p>}{\*\mhtmltag64 <q>}{\*\htmltag27 </html>}}`;
    const body = read(rtf);
    expect('html' in body && body.html.replace(/\s+/g, ' ')).toBe('<html><p>We <b>sign</b> &amp; über</p></html>');
  });

  it('is plain text where the mail was that', () => {
    expect(read(String.raw`{\rtf1\ansi\fromtext {\fonttbl{\f0 Arial;}}1. Yes\par\par 2. No <b>\par}`)).toEqual({
      text: '1. Yes\n\n2. No <b>\n',
    });
  });

  it.each([
    ['no RTF', 'plain'],
    ['braces deeper than any program writes', `{\\rtf1${'{'.repeat(100_000)}`],
    ['more pieces than any mail has', `{\\rtf1 ${'a{a}'.repeat(200_000)}}`],
    ['a byte without digits', "{\\rtf1 \\'zz}"],
  ])('is refused with %s', (_, rtf) => {
    expect(() => read(rtf)).toThrow();
  });

  it('ends where its first group ends, and is read to the end where it is cut off', () => {
    expect(read('{\\rtf1 a\\par}b}}{')).toEqual({ html: '<p>a</p>' });
    expect(read('{\\rtf1 a{\\b b')).toEqual({ html: '<p>a<b>b</b></p>' });
    expect(read('{\\rtf1 a\\bin4000000000 b}')).toEqual({ html: '<p>a</p>' });
  });

  it('is read in a time that grows with its length, however it is made', () => {
    const size = 400_000;
    for (const part of ['{}', '{\\b a}', "\\'41", '\\u65?', '\\par ', '\\cell ', '\\bin0 ', '\\*'])
      expect(() => read(`{\\rtf1 ${part.repeat(size / part.length)}}`)).not.toThrow();
  });
});
