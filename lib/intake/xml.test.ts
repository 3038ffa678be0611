import { describe, expect, it } from 'vitest';
import { MAX_DEPTH } from './limits';
import { parseXml } from './xml';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const parsed = (xml: string | Buffer) => parseXml(Buffer.from(xml));
const reasonOf = (xml: string | Buffer) => {
  const result = parsed(xml);
  return result.ok ? 'read' : result.reason;
};

describe('an XML part is read', () => {
  it('with its texts in order, spaces included, and entities and numbers as letters', () => {
    expect(parsed(`<d xmlns:w="${WORD}"> <w:t w:a="1 &amp; 2">a &lt; &#x41;&#66; </w:t><![CDATA[&amp;]]></d>`)).toEqual(
      {
        ok: true,
        root: {
          name: 'd',
          attributes: {},
          children: [' ', { name: 'w:t', attributes: { 'w:a': '1 & 2' }, children: ['a < AB '] }, '&amp;'],
        },
      },
    );
  });

  it.each([
    ['another prefix', `<x:document xmlns:x="${WORD}" x:val="1"/>`],
    ['no prefix', `<document xmlns="${WORD}" xmlns:q="${WORD}" q:val="1"/>`],
    [
      'the addresses of the strict format',
      `<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" w:val="1"/>`,
    ],
  ])('by its usual names where its author chose %s', (_, xml) => {
    const result = parsed(xml);
    expect(result).toMatchObject({ ok: true, root: { name: 'w:document' } });
    expect(result.ok && result.root.attributes['w:val']).toBe('1');
  });

  it('in UTF-16', () => {
    const result = parseXml(Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>ä</a>', 'utf16le'));
    expect(result).toEqual({ ok: true, root: { name: 'a', attributes: {}, children: ['ä'] } });
  });
});

describe('an XML part is refused', () => {
  it.each([
    ['with open tags', '<a><b></a>', 'document_damaged'],
    ['with two roots', '<a/><b/>', 'document_damaged'],
    ['that is empty', '', 'document_damaged'],
    ['that is no XML', 'text', 'document_damaged'],
    ['with an unknown entity', '<a>&nbsp;</a>', 'document_damaged'],
    ['with a sign that begins no entity', '<a>AT&T</a>', 'document_damaged'],
    ['with a number that is no letter', '<a>&#x110000;</a>', 'document_damaged'],
    ['that defines entities', '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>', 'document_suspicious'],
    ['with names of JavaScript', '<a><__proto__>b</__proto__></a>', 'document_damaged'],
    ['that is too deep', `${'<a>'.repeat(MAX_DEPTH + 5)}${'</a>'.repeat(MAX_DEPTH + 5)}`, 'document_damaged'],
  ])('%s', (_, xml, reason) => {
    expect(reasonOf(xml)).toBe(reason);
  });
});
