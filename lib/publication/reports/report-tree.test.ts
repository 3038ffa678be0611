import { beforeAll, describe, expect, it } from 'vitest';
import { wordsIn } from '@/lib/platform/i18n/words';
import { contributionWithPromises, PROMISED } from '@/prisma/factories/promises';
import { publish, published, takenDown, withdrawn } from '@/prisma/factories/published';
import { eastWestSubmission, proposing } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { readReportContent } from './content';
import { htmlReport } from './html';
import { markdownReport } from './markdown';
import { wordsOf } from './report';
import type { Report, ReportBlock, ReportSection } from './report';
import { reportTree } from './report-tree';

useTestDatabase();

const treeOf2020 = async (): Promise<Report> => {
  const content = await readReportContent('2020', 'en');
  if (!content) throw new Error('no call 2020');
  return reportTree({ content, words: wordsIn('en'), locale: 'en', edition: null });
};
const sectionOf = ({ sections }: Pick<Report, 'sections'>, id: string): ReportSection => {
  const all = (list: readonly ReportSection[]): ReportSection[] => list.flatMap((one) => [one, ...all(one.sections)]);
  const found = all(sections).find((one) => one.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
};
const tablesIn = ({ blocks }: { blocks: readonly ReportBlock[] }) =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
const rowsIn = (section: ReportSection) =>
  tablesIn(section).flatMap(({ rows }) => rows.map((cells) => cells.map((cell) => wordsOf(cell))));

let references: { named: string; anonymous: string; withdrawn: string; takenDown: string };
let report: Report;
beforeAll(async () => {
  const named = await published(eastWestSubmission(), { accept: 'gcsc' });
  const { reference: anonymous } = await contributionWithPromises({ anonymous: true });
  await publish(anonymous);
  const gone = await published({ ...eastWestSubmission(), answers: { comments: 'canary-withdrawn-text' } });
  await withdrawn(gone.reference);
  const down = await published({ ...eastWestSubmission(), answers: { comments: 'canary-taken-down-text' } });
  await takenDown(down.reference);
  references = {
    named: named.reference,
    anonymous,
    withdrawn: gone.reference,
    takenDown: down.reference,
  };
  report = await treeOf2020();
});

describe('the report of a call', () => {
  it('has every contribution that was published, in the order of the references', () => {
    const ids = sectionOf(report, 'contributions').sections.map(({ id }) => id);
    expect(ids).toEqual(Object.values(references).toSorted());
  });

  it('holds the public words of the contributions, and nothing that was promised to stay private', () => {
    const whole = JSON.stringify(report) + markdownReport(report);
    expect(whole).toContain('Two strands of work put the norms we support into practice.');
    expect(whole).toContain(PROMISED.answer);
    const { answer: _, ...secret } = PROMISED;
    expect(Object.values(secret).filter((word) => whole.includes(word))).toEqual([]);
    expect(whole).not.toMatch(/Programme office|programme\.office@|Replaces the six norms/);
    expect(whole).not.toMatch(/canary-withdrawn-text|canary-taken-down-text/);
    expect(whole).not.toContain('localhost');
  });

  it('says of an anonymous contribution that it is one, and of one that is gone when and why', () => {
    expect(sectionOf(report, references.anonymous).title).toBe(`${references.anonymous}: anonymous`);
    expect(sectionOf(report, references.named).title).toBe(`${references.named}: EastWest Institute`);
    expect(sectionOf(report, references.withdrawn).title).toBe(`${references.withdrawn}: withdrawn by its author`);
    const down = sectionOf(report, references.takenDown);
    expect(JSON.stringify(down.blocks)).toContain('It quotes a report that is not public.');
    expect([down.sections, sectionOf(report, references.withdrawn).sections]).toEqual([[], []]);
  });

  it('gives no number for a group of fewer than five, and one for a larger group', async () => {
    expect(tablesIn(sectionOf(report, 'who'))).toEqual([]);
    for (let at = 0; at < 11; at += 1)
      await published({
        ...proposing('oas-strategy', [{ cell: 'summary', value: `Summary ${at}` }]),
        about: {
          affiliation: `Institute ${at}`,
          stakeholderGroup: at < 6 ? 'academia' : 'government',
          show: { affiliation: true },
        },
      });
    const [groups, ...others] = tablesIn(sectionOf(await treeOf2020(), 'who'));
    expect(others).toEqual([]);
    expect(groups?.rows.map((cells) => cells.map((cell) => wordsOf(cell)))).toEqual([
      ['Academia', '6'],
      ['Smaller groups, and not given', '7'],
    ]);
  });

  it('draws coverage and overlap with the numbers of the tables beside them', () => {
    const { blocks } = sectionOf(report, 'figures-elements-2019');
    expect(blocks.map(({ kind }) => kind)).toEqual(['chart', 'table', 'chart', 'table', 'note']);
    const [covered, , alike] = blocks;
    if (covered?.kind !== 'chart' || covered.drawn.as !== 'coverage') throw new Error('no drawing of coverage');
    if (alike?.kind !== 'chart' || alike.drawn.as !== 'pairs') throw new Error('no drawing of overlap');
    const [numbers, pairs] = tablesIn({ blocks });
    const cells = numbers?.rows.map((row) => row.slice(2, 6).map((cell) => wordsOf(cell)));
    expect(
      covered.drawn.rows.map(({ counts }) => [counts.yes, counts.indirect, counts.unclear, counts.no].map(String)),
    ).toEqual(cells?.filter(([first]) => first !== ''));
    expect(alike.drawn.rows.map(({ text }) => text)).toEqual(pairs?.rows.map((row) => wordsOf(row[2] ?? [])));
    expect(covered.description).toContain('is stated outright most often');
    expect(markdownReport(report)).toContain('Most alike are');
    const charts = JSON.stringify(report).split('"kind":"chart"').length - 1;
    expect(htmlReport(report).match(/<svg /g)).toHaveLength(2 * charts);
  });

  it('lists who has signed an agreement, and the projects by norm', () => {
    expect(rowsIn(sectionOf(report, 'signatories'))).toContainEqual([
      'Paris Call for Trust and Security in Cyberspace',
      `${references.named} EastWest Institute`,
    ]);
    const projects = sectionOf(report, 'projects');
    expect(tablesIn(projects).map(({ caption }) => caption)).toContain('Projects: Integrity of the supply chain');
    expect(rowsIn(projects)[0]?.slice(0, 2)).toEqual([
      'Global Cyber Policy Dialogues',
      `${references.named} EastWest Institute`,
    ]);
  });

  it('says what was decided on each proposed value, and how the matrix changed by it', () => {
    const decided = rowsIn(sectionOf(report, 'decisions')).filter(([, from]) => from?.includes(references.named));
    expect(decided).toHaveLength(3);
    expect(decided.every((row) => row[3]?.startsWith('Accepted, '))).toBe(true);
    const changed = rowsIn(sectionOf(report, 'matrix-changes')).map(([point]) => point);
    expect(changed).toContain('Response to requests for help');
  });
});
