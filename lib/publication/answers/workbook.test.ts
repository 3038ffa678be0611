import readExcelFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { wordsIn } from '@/lib/platform/i18n/words';
import { published } from '@/prisma/factories/published';
import { eastWestSubmission } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { readCallAnswers } from './call-answers';
import { answersWorkbook } from './tables';

useTestDatabase();

it('has a sheet with a row for each signed agreement, and one with a row for each project', async () => {
  const { reference } = await published(eastWestSubmission());
  const answers = await readCallAnswers('2020', 'en');
  if (!answers) throw new Error('there is no such call');
  const sheets = await readExcelFile(Buffer.from(await answersWorkbook(answers, wordsIn('en'))));
  const rowsOf = (key: string) => {
    const [head = [], ...rows] = sheets.find(({ sheet }) => sheet.endsWith(` ${key}`))?.data ?? [];
    return rows
      .map((row) => Object.fromEntries(head.map((name, at) => [String(name), row[at]])))
      .filter(({ contribution }) => contribution === reference);
  };
  expect(rowsOf('signatory').map(({ record, agreement, name, note }) => [record, agreement, name, note])).toEqual([
    [1, 'gcsc', null, 'Final report, Advancing Cyberstability'],
    [2, 'paris-call', null, null],
  ]);
  const projects = rowsOf('projects');
  expect(projects.map(({ title, agreements }) => [title, agreements])).toEqual([
    ['Global Cyber Policy Dialogues', 'ungge-2015'],
    ['Trust and security in ICT supply chains', 'charter-of-trust; gcsc; tech-accord'],
  ]);
  expect(projects[1]).toMatchObject({
    affiliation: 'EastWest Institute',
    criteria: 'report-vulnerabilities; supply-chain-integrity',
  });
});
