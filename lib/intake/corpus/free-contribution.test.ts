import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { IntakeDocument } from '@/lib/intake/document';
import { placeAnswers } from '@/lib/intake/placing/place-answers';
import { readFile } from '@/lib/intake/read-file';
import { makeEml } from '@/prisma/factories/saved-mails';
import { makeWord, paragraph } from '@/prisma/factories/word-files';
import { form2020 } from './readings';

/** What the forum says of the EastWest Institute's contribution of 2020, which had no form. */
const summaries = z.array(
  z.object({ key: z.string(), input: z.object({ answers: z.record(z.string(), z.string()) }) }),
);
const stored = summaries
  .parse(JSON.parse(fs.readFileSync('prisma/data/summaries.json', 'utf8')))
  .find(({ key }) => key === 'eastwest-institute-2020');
if (!stored) throw new Error('no summary');
const { answers } = stored.input;

/** `level` of a list, from 0; numbered lists count by themselves. */
type Line = { text: string; list?: { level: number; numbered: boolean } };
const line = (text: string): Line => ({ text });
const numbered = (text: string): Line => ({ text, list: { level: 0, numbered: true } });
const point = (text: string, level = 0): Line => ({ text, list: { level, numbered: false } });

/**
 * In the shape of that contribution: the call with its old questions in other words, one with points to say below it, the
 * answers between them, one left out; then the author and the annex of the call.
 */
const LINES: Line[] = [
  line('Best Practice Forum Cybersecurity'),
  line('CONTRIBUTION EastWest Institute'),
  numbered('Are you party to any agreements that are to improve cybersecurity, and should our group look at others?'),
  line(answers.signatory ?? ''),
  numbered('What have you done in support of norms that you agreed with?'),
  line(answers.projects ?? ''),
  numbered('Do you know more agreements with norms for cyberspace? If so, please tell us:'),
  point('Its name'),
  point('Who looks after it? Is there a contact?'),
  point('Which of these norms does it have?'),
  point('Emergency teams are left alone', 1),
  line(answers.agreements ?? ''),
  numbered('Is there an issue that agreements should deal with and do not?'),
  numbered('All comments are welcome! What should the forum do in 2021?'),
  line(answers.comments ?? ''),
  line('About you (should you be willing to share this information)'),
  line('Name A. Lawson'),
  line('Affiliation EastWest Institute'),
  line('E-mail (for contact only/will not be published) withheld'),
  line('Country USA'),
  line('Annex A: List of agreements for consideration'),
  point('The Budapest Convention'),
];

const NUMBERING =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>';

const inWord = makeWord({
  numbering: NUMBERING,
  body: LINES.map(({ text, list }) =>
    paragraph(text, {
      properties: list
        ? `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.numbered ? 1 : 2}"/></w:numPr>`
        : '',
    }),
  ).join(''),
});

let count = 0;
const asText = LINES.map(({ text, list }) => {
  if (!list) return `\n${text}\n`;
  return list.numbered ? `\n${(count += 1)}. ${text}\n` : `${'   '.repeat(list.level + 1)}- ${text}`;
}).join('\n');

async function documentIn(name: string, bytes: Buffer): Promise<IntakeDocument> {
  const read = await readFile({ name, bytes }, ['docx', 'eml']);
  if (!read.ok) throw new Error(read.reason);
  return read.file.kind === 'document' ? read.file.document : read.file.mail.body;
}

describe('a contribution with numbered answers between the questions of a call', () => {
  it.each([
    ['as a Word file', 'contribution.docx', inWord],
    ['as a mail', 'contribution.eml', makeEml({ headers: { Subject: 'Contribution' }, text: asText })],
  ])('is placed %s: every answer and its author; the rest is listed', async (_, name, bytes) => {
    const placed = placeAnswers(await documentIn(name, bytes), form2020.input);
    expect(placed.answers.map(({ place, value }) => [place.tag, value])).toEqual([
      ...['signatory', 'projects', 'agreements', 'comments'].map((step) => [`bpf:${step}/text`, answers[step]]),
      ['bpf:about/name', 'A. Lawson'],
      ['bpf:about/affiliation', 'EastWest Institute'],
      ['bpf:about/country', 'US'],
    ]);
    expect(placed.notPlaced.map(({ reason, question }) => [reason, question])).toEqual([
      ['seems_a_question', 'signatory'],
      ['seems_a_question', 'projects'],
      ['seems_a_question', 'agreements'],
      ['seems_a_question', 'comments'],
      ['not_an_email', 'about'],
      ...Array.from({ length: 4 }, () => ['outside_of_places', null]),
    ]);
    const [parts] = placed.notPlaced.filter(({ question }) => question === 'agreements');
    expect(parts?.text).toContain('Emergency teams are left alone');
  });
});
