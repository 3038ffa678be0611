import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { installedProgram } from '@/bin/programs.mjs';
import { wordsIn } from '@/lib/platform/i18n/words';
import { savedByLibreOffice } from '@/prisma/factories/libreoffice';
import { published } from '@/prisma/factories/published';
import { HOSTILE_TEXTS } from '@/prisma/factories/reports';
import { eastWestSubmission } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { rounds } from '@/prisma/factories/thoroughness';
import { unzipped } from '@/lib/contributions/documents/read-word';
import { readReportContent } from './content';
import { REPORT_FILES, REPORT_FORMATS } from './formats';
import { reportTree } from './report-tree';

useTestDatabase();

const LONG = `${HOSTILE_TEXTS.join('\n\n')}\n\n${'A long answer of many words, as contributors send it. '.repeat(60)}`;

/** How often others had their turn in this process while the work was done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let [turns, done] = [0, false];
  const next = () => {
    turns += 1;
    if (!done) setImmediate(next);
  };
  setImmediate(next);
  await work();
  done = true;
  return turns;
}

it(
  `makes every format of a report of ${rounds(5, 100)} contributions, which LibreOffice opens`,
  { timeout: 600_000 },
  async () => {
    const count = rounds(5, 100);
    for (let at = 0; at < count; at += 1) {
      const submission = eastWestSubmission();
      await published({
        ...submission,
        answers: { ...submission.answers, gaps: LONG, comments: LONG },
        about: { ...submission.about, affiliation: `Institute ${at} مؤسسة` },
      });
    }
    const spent: Record<string, string> = {};
    const timed = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
      globalThis.gc?.();
      const [began, before] = [performance.now(), process.memoryUsage().rss];
      const result = await work();
      const megabytes = Math.round((process.memoryUsage().rss - before) / 1e6);
      spent[name] = `${Math.round(performance.now() - began)} ms, +${megabytes} MB`;
      await setTimeout(0);
      return result;
    };
    const content = await timed('content', () => readReportContent('2020', 'en'));
    if (!content) throw new Error('no call 2020');
    const report = await timed('tree', () =>
      reportTree({ content, words: wordsIn('en'), locale: 'en', edition: 1, synthesis: [] }),
    );
    const turns = await turnsDuring(() =>
      reportTree({ content, words: wordsIn('en'), locale: 'en', edition: 1, synthesis: [] }),
    );
    expect(turns).toBeGreaterThanOrEqual(count); // one after each contribution
    const files = new Map<string, Buffer>();
    for (const name of REPORT_FILES) {
      const written = await timed<string | Uint8Array>(name, async () => REPORT_FORMATS[name].write(report));
      files.set(name, typeof written === 'string' ? Buffer.from(written) : Buffer.from(written));
      spent[name] += `, ${Math.round((files.get(name)?.byteLength ?? 0) / 1e3)} kB`;
    }
    const word = files.get('report.docx') ?? Buffer.alloc(0);
    if (installedProgram('libreoffice')) {
      const [again = Buffer.alloc(0)] = await timed('opened by LibreOffice', () =>
        savedByLibreOffice(word, 'docx', ['docx']),
      );
      const said = (await unzipped(again)).get('word/document.xml') ?? '';
      expect(said.split('Institute ').length).toBeGreaterThan(count);
      expect(said).toContain('w:tblHeader');
    }
    for (const name of ['report.html', 'report.md', 'report.json'])
      expect(
        files
          .get(name)
          ?.toString('utf8')
          .split(`Institute ${count - 1}`).length,
      ).toBeGreaterThan(2);
    console.info(`a report of ${count} contributions:`, spent);
  },
);
