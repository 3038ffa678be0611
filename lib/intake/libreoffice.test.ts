import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seedCall } from '@/lib/calls/schema';
import { blankCallPaper } from '@/lib/contributions/documents/blank-call';
import { answerPlacesOf } from '@/lib/contributions/documents/form-sections';
import { wordFile } from '@/lib/contributions/documents/word/file';
import { wordsIn } from '@/lib/platform/i18n/words';
import { codedSets } from '@/lib/questions/answer-places';
import { typedAt } from '@/prisma/factories/filled-forms';
import { savedByLibreOffice } from '@/prisma/factories/libreoffice';
import { filledIn } from '@/prisma/factories/returned-files';
import { placeAnswers } from './placing/place-answers';
import type { PlacingInput } from './placing/place-answers';
import { placeholdersAt, printedIn } from './placing/printed';
import { readFile } from './read-file';

/** The Word file of the call of 2020, with a dataset of three agreements and three criteria. */
async function wordFormOf2020() {
  const words = wordsIn('en');
  const calls = z.array(seedCall).parse(JSON.parse(fs.readFileSync('prisma/data/calls.json', 'utf8')));
  const call = calls.find(({ slug }) => slug === '2020');
  const [questionnaire, texts] = [call?.questionnaires[0], call?.texts.en];
  const content = questionnaire?.content.en;
  if (!call || !questionnaire || !content || !texts) throw new Error('no call of 2020');
  const sets = [
    {
      title: 'Norms',
      criteria: [
        { key: 'supply-chain-integrity', title: 'Supply chain', help: null },
        { key: 'report-vulnerabilities', title: 'Reporting of vulnerabilities', help: null },
      ],
    },
  ];
  const agreements = [
    { value: 'gcsc', label: 'Global Commission on the Stability of Cyberspace', code: 'A01' },
    { value: 'manrs', label: 'Mutually Agreed Norms, for Routing Security', code: 'A02' },
    { value: 'paris-call', label: 'Paris Call for Trust and Security in Cyberspace', code: 'A03' },
  ];
  const addresses = { form: 'https://forum.example/form', agreements: 'https://forum.example/agreements' };
  const paper = blankCallPaper({
    ...{ locale: 'en', words, agreements, sets, addresses },
    call: {
      ...{ slug: call.slug, title: texts.title, closesAt: call.closesAt, timeZone: call.timeZone, texts },
      ...{ acceptsLate: true, acceptsFiles: true, annex: [{ slug: 'gcsc' }] },
      questionnaire: { version: questionnaire.version, content },
    },
  });
  const places = answerPlacesOf({
    ...{ locale: 'en', words, questionnaire: content, annex: ['gcsc'], agreements, sets: codedSets(sets) },
    agreementsAddress: addresses.agreements,
  });
  const input: PlacingInput = {
    places,
    identity: { call: '2020', questionnaire: questionnaire.version, language: 'en' },
    questions: content.questions.map(({ key, title, shortTitle, help }, at) => ({
      ...{ key, title, shortTitle, help, number: String(at + 1) },
    })),
    aboutTitle: content.about.title,
    printed: printedIn(paper),
    placeholders: placeholdersAt(places, words),
  };
  return { file: await wordFile(paper), input };
}

const form = await wordFormOf2020();

/** A file with what is typed at each place that `isFilled` names, and how much of it came back from it. */
async function returned(bytes: Buffer, name: string, filled: Map<string, string>) {
  const read = await readFile({ name, bytes }, ['docx', 'odt']);
  if (!read.ok || read.file.kind !== 'document') throw new Error(read.ok ? 'a mail' : read.reason);
  const { answers, notPlaced, warnings } = placeAnswers(read.file.document, form.input);
  const wrong = answers.filter(({ place, value }) => filled.get(place.tag) !== JSON.stringify(value));
  const placed = new Set(answers.map(({ place }) => place.tag));
  return {
    placed: answers.length - wrong.length,
    lost: [...filled.keys()].filter((tag) => !placed.has(tag)),
    wrong: wrong.map(({ place, how, value }) => [place.tag, how, value, filled.get(place.tag)]),
    notPlaced: notPlaced.map(({ reason, text }) => [reason, text]),
    warnings,
  };
}

async function filledEvery(step: number, from: number) {
  const chosen = form.input.places.filter((_, at) => at % step === from).map((place) => ({ place, ...typedAt(place) }));
  const bytes = await filledIn(form.file, Object.fromEntries(chosen.map(({ place, typed }) => [place.tag, typed])));
  return { bytes, filled: new Map(chosen.map(({ place, stored }) => [place.tag, JSON.stringify(stored)])) };
}

describe('the Word file of a call', () => {
  it.each([
    ['with every place filled', 1, 0],
    ['with every third place filled', 3, 1],
    ['with few places filled', 17, 5],
  ])('comes back whole from Word, and as .odt and .docx from LibreOffice, %s', async (_, step, from) => {
    const { bytes, filled } = await filledEvery(step, from);
    const [odt, docx] = savedByLibreOffice(bytes, 'docx', ['odt', 'docx']);
    for (const [name, file] of [
      ['word.docx', bytes],
      ['libreoffice.odt', odt],
      ['libreoffice.docx', docx],
    ] as const)
      expect([name, file && (await returned(file, name, filled))]).toEqual([
        name,
        { placed: filled.size, lost: [], wrong: [], notPlaced: [], warnings: [] },
      ]);
  });

  it('says that nothing was written where it comes back unfilled, also through LibreOffice', async () => {
    const [odt, docx] = savedByLibreOffice(Buffer.from(form.file), 'docx', ['odt', 'docx']);
    for (const [name, file] of [
      ['word.docx', Buffer.from(form.file)],
      ['libreoffice.odt', odt],
      ['libreoffice.docx', docx],
    ] as const)
      expect([name, file && (await returned(file, name, new Map()))]).toEqual([
        name,
        { placed: 0, lost: [], wrong: [], notPlaced: [], warnings: [{ kind: 'nothing_written' }] },
      ]);
  });
});
