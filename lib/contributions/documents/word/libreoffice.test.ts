import { expect, it } from 'vitest';
import { blankCallPaper } from '@/lib/contributions/documents/blank-call';
import { originIn } from '@/lib/contributions/documents/file-properties';
import { unzipped } from '@/lib/contributions/documents/read-word';
import { placesIn } from '@/lib/questions/answer-places';
import { blankForm } from '@/prisma/factories/blank-forms';
import { EVERY_KIND } from '@/prisma/factories/every-kind';
import { savedByLibreOffice } from '@/prisma/factories/libreoffice';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { wordFile } from './file';

useTestDatabase();

const found = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, one = '']) => one);
const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&apos;', "'");

it('bookmarks, codes and properties of a Word form stay from .docx to .odt and back', async () => {
  const paper = blankCallPaper(await blankForm(EVERY_KIND.map(({ question }) => question)));
  const back = savedByLibreOffice(Buffer.from(await wordFile(paper)), 'docx', ['odt', 'docx']).at(-1);
  const parts = await unzipped(back ?? new Uint8Array());
  const xml = parts.get('word/document.xml') ?? '';
  const places = paper.sections.flatMap(({ blocks }) => placesIn(blocks));
  const bookmarks = found(xml, /<w:bookmarkStart [^>]*w:name="(bpf_[^"]+)"/g);
  expect(bookmarks.toSorted()).toEqual(places.map(({ bookmark }) => bookmark).toSorted());
  const text = unescaped(xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, ''));
  const codes = new Set(text.split('\n').map((line) => line.split(' · ')[0]?.trim()));
  expect(places.filter(({ code }) => !codes.has(code)).map(({ code }) => code)).toEqual([]);
  const properties = [
    ...(parts.get('docProps/custom.xml') ?? '').matchAll(/<property [^>]*name="([^"]+)"[^>]*>\s*<vt:lpwstr>([^<]*)</g),
  ].map(([, name = '', value = '']) => [name, value]);
  expect(originIn(Object.fromEntries(properties))).toMatchObject({ call: '2020' });
});
