import { describe, expect, it } from 'vitest';
import { typedAt } from '@/prisma/factories/filled-forms';
import { savedByLibreOffice } from '@/prisma/factories/libreoffice';
import { filledIn } from '@/prisma/factories/returned-files';
import { formOf2020 } from './corpus/form-of-2020';
import { placeAnswers } from './placing/place-answers';
import { readFile } from './read-file';

/** With a dataset of three agreements and two norms, which is quick to fill and has every kind of place. */
const form = formOf2020({
  dataset: {
    annex: ['gcsc'],
    agreements: [
      { value: 'gcsc', label: 'Global Commission on the Stability of Cyberspace', code: 'A01' },
      { value: 'manrs', label: 'Mutually Agreed Norms, for Routing Security', code: 'A02' },
      { value: 'paris-call', label: 'Paris Call for Trust and Security in Cyberspace', code: 'A03' },
    ],
    sets: [
      {
        title: 'Norms',
        criteria: [
          { key: 'supply-chain-integrity', title: 'Supply chain', help: null },
          { key: 'report-vulnerabilities', title: 'Reporting of vulnerabilities', help: null },
        ],
      },
    ],
  },
});
const file = await form.file();

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
  const bytes = await filledIn(file, Object.fromEntries(chosen.map(({ place, typed }) => [place.tag, typed])));
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
    for (const [name, saved] of [
      ['word.docx', bytes],
      ['libreoffice.odt', odt],
      ['libreoffice.docx', docx],
    ] as const)
      expect([name, saved && (await returned(saved, name, filled))]).toEqual([
        name,
        { placed: filled.size, lost: [], wrong: [], notPlaced: [], warnings: [] },
      ]);
  });

  it('says that nothing was written where it comes back unfilled, also through LibreOffice', async () => {
    const [odt, docx] = savedByLibreOffice(Buffer.from(file), 'docx', ['odt', 'docx']);
    for (const [name, saved] of [
      ['word.docx', Buffer.from(file)],
      ['libreoffice.odt', odt],
      ['libreoffice.docx', docx],
    ] as const)
      expect([name, saved && (await returned(saved, name, new Map()))]).toEqual([
        name,
        { placed: 0, lost: [], wrong: [], notPlaced: [], warnings: [{ kind: 'nothing_written' }] },
      ]);
  });
});
