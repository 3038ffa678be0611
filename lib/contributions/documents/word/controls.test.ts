import { describe, expect, it } from 'vitest';
import { blankCallPaper } from '@/lib/contributions/documents/blank-call';
import { originIn } from '@/lib/contributions/documents/file-properties';
import { unzipped } from '@/lib/contributions/documents/read-word';
import { placesIn } from '@/lib/questions/answer-places';
import type { Paper } from '@/lib/questions/paper';
import { blankForm } from '@/prisma/factories/blank-forms';
import { EVERY_KIND } from '@/prisma/factories/every-kind';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { wordFile } from './file';

useTestDatabase();

const placesOf = (paper: Paper) => paper.sections.flatMap(({ blocks }) => placesIn(blocks));
const found = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, name = '']) => name);
const bookmarksIn = (xml: string) => found(xml, /<w:bookmarkStart [^>]*w:name="(bpf_[^"]+)"/g);
const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&apos;', "'");

async function everyKindPaper() {
  return blankCallPaper(await blankForm(EVERY_KIND.map(({ question }) => question)));
}

describe('a Word form', () => {
  it('has a control and a bookmark for every place, in the order of the paper', async () => {
    for (const paper of [blankCallPaper(await blankForm()), await everyKindPaper()]) {
      const xml = (await unzipped(await wordFile(paper))).get('word/document.xml') ?? '';
      const places = placesOf(paper);
      expect(places.length).toBeGreaterThan(200);
      expect(found(xml, /<w:tag w:val="([^"]+)"/g).map(unescaped)).toEqual(places.map(({ tag }) => tag));
      expect(bookmarksIn(xml)).toEqual(places.map(({ bookmark }) => bookmark));
      const ids = found(xml, /<w:bookmarkStart [^>]*w:id="(\d+)"/g);
      expect(new Set(ids).size).toBe(ids.length);
      expect(found(xml, /<w:bookmarkEnd [^>]*w:id="(\d+)"/g).toSorted()).toEqual(ids.toSorted());
    }
  });

  it('shows the code of each place beside it', async () => {
    const xml = (await unzipped(await wordFile(await everyKindPaper()))).get('word/document.xml') ?? '';
    const rows = xml.split(/<w:tr>|<w:tr /).map((row) => row.replaceAll(/<[^>]+>/g, ''));
    for (const { code } of placesOf(await everyKindPaper()))
      expect([code, rows.some((row) => row.startsWith(code))]).toEqual([code, true]);
  });

  it('offers the choices of a list each once, and boxes to tick', async () => {
    const paper = await everyKindPaper();
    const xml = (await unzipped(await wordFile(paper))).get('word/document.xml') ?? '';
    const ticks = placesOf(paper).filter(({ control }) => control.kind === 'tick');
    expect(xml.match(/<w14:checkbox>/g)).toHaveLength(ticks.length);
    const lists = xml.match(/<w:(dropDownList|comboBox)>.*?<\/w:\1>/gs) ?? [];
    expect(lists.length).toBe(placesOf(paper).filter(({ control }) => control.kind === 'one').length);
    for (const list of lists) {
      const [shown, values] = [found(list, /w:displayText="([^"]*)"/g), found(list, /w:value="([^"]*)"/g)];
      expect(new Set(shown).size).toBe(shown.length);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('says which call, questionnaire, language and export it is, and no secret', async () => {
    const input = await blankForm();
    const parts = await unzipped(await wordFile(blankCallPaper(input)));
    expect(originIn(propertiesIn(parts.get('docProps/custom.xml') ?? ''))).toEqual({
      ...{ call: '2020', questionnaire: input.call.questionnaire.version, language: 'en' },
      export: expect.stringMatching(/^blank-[0-9a-f]{24}$/) as string,
    });
  });

  it('names no address that only this computer can open', async () => {
    const parts = await unzipped(await wordFile(blankCallPaper({ ...(await blankForm()), addresses: null })));
    expect([...parts.values()].join('')).not.toMatch(/localhost|127\.0\.0\.1|forum\.example/);
  });

  it('has the annex with descriptions, the background papers, and every agreement of the dataset', async () => {
    const input = await blankForm();
    const xml = (await unzipped(await wordFile(blankCallPaper(input)))).get('word/document.xml') ?? '';
    const text = unescaped(xml.replaceAll(/<[^>]+>/g, ''));
    for (const { label, code } of input.agreements) expect(text).toContain(`${code}${label}`);
    const described = input.call.annex.flatMap(({ slug }) => input.descriptions?.get(slug)?.summary ?? []);
    expect(described.length).toBeGreaterThan(10);
    for (const summary of described) expect(text).toContain(summary.split('\n')[0]?.slice(0, 60));
    for (const { title } of input.call.texts.reading) expect(text).toContain(title);
  });
});

const propertiesIn = (xml: string) =>
  Object.fromEntries(
    [...xml.matchAll(/<property [^>]*name="([^"]+)"[^>]*>\s*<vt:lpwstr>([^<]*)</g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
