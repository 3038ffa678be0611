import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installedProgram } from '@/bin/programs.mjs';
import { savedByLibreOffice } from '@/prisma/factories/libreoffice';
import type { MadeFile } from './corpus-file';
import { filledForm } from './forms-of-word';
import { form2020 } from './readings';
import { INSTITUTE, without } from './typed-answers';
import type { Answers } from './typed-answers';

/** What edit-in-libreoffice.py can do. A room has no column. */
type Step =
  | { do: 'typeOver' | 'typeAfter'; code: string; column?: string; text: string }
  | { do: 'deleteRow'; code: string }
  | { do: 'replaceAll'; from: string; to: string }
  | { do: 'recordChanges' };

const SCRIPT = 'lib/intake/corpus/edit-in-libreoffice.py';

/** The file after a person has edited and saved it with LibreOffice. */
function editedInLibreOffice(bytes: Buffer, steps: readonly Step[], format: 'docx' | 'odt'): Buffer {
  const program = installedProgram('libreoffice');
  if (!program) throw new Error('There is no LibreOffice on this machine.');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'libreoffice-'));
  const [open, save] = [path.join(folder, 'form.docx'), path.join(folder, `form-saved.${format}`)];
  const pipe = path.basename(folder);
  fs.writeFileSync(open, bytes);
  try {
    spawn(
      program,
      [
        `-env:UserInstallation=file://${path.join(folder, 'profile')}`,
        '--headless',
        '--norestore',
        `--accept=pipe,name=${pipe};urp;`,
      ],
      { stdio: 'ignore' },
    );
    // Debian's Python: others do not know LibreOffice.
    execFileSync('/usr/bin/python3', [SCRIPT, pipe], { input: JSON.stringify({ open, save, steps }) });
    return fs.readFileSync(save);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

export async function formsOfLibreOffice(): Promise<MadeFile[]> {
  const institute = await filledForm(INSTITUTE);
  const [odt, docx] = savedByLibreOffice(institute, 'docx', ['odt', 'docx']);
  const [emptyOdt] = savedByLibreOffice(Buffer.from(await form2020.file()), 'docx', ['odt']);
  if (!odt || !docx || !emptyOdt) throw new Error('LibreOffice has saved nothing.');
  return [
    {
      name: 'libreoffice-saved.odt',
      about: 'Filled in Word, saved by LibreOffice as .odt',
      answers: INSTITUTE,
      bytes: odt,
    },
    {
      name: 'libreoffice-odt-docx.docx',
      about: 'Filled in Word, saved by LibreOffice as .odt and then as .docx',
      answers: INSTITUTE,
      bytes: docx,
    },
    {
      name: 'libreoffice-unfilled.odt',
      about: 'Saved by LibreOffice as .odt, with nothing written',
      answers: {},
      warnings: ['nothing_written'],
      bytes: emptyOdt,
    },
    ...(await editedForms(institute)),
  ];
}

const TYPED: Answers = {
  'bpf:signatory/agreements=paris-call': true,
  'bpf:signatory/notes/paris-call': 'Since its first day',
  'bpf:signatory/others/0/name': 'Pact of the Harbours',
  'bpf:projects/projects/0/title': 'Courses for ports',
  'bpf:agreements/n1/cells/name/value': 'Pact of the Harbours',
  'bpf:agreements/n1/cells/launchDate/value': '2016',
  'bpf:agreements/n1/cells/supply-chain-integrity/value': 'no',
  'bpf:gaps/text': 'Cranes that are steered from elsewhere.',
  'bpf:comments/text': 'Write to us in German, too.',
  'bpf:about/affiliation': 'Union of Harbours',
  'bpf:about/country': 'BE',
  'bpf:about/email': 'port@example.org',
};

/** Typed over the present text, or behind it. */
const STEPS: Step[] = [
  { do: 'typeOver', code: 'Q1 / A03', column: 'C', text: 'x' },
  { do: 'typeOver', code: 'Q1 / A03', column: 'D', text: 'Since its first day' },
  { do: 'typeAfter', code: 'Q1 / O1', column: 'B', text: ' Pact of the Harbours' },
  { do: 'typeOver', code: 'Q2 / P1.1', column: 'C', text: 'Courses for ports' },
  { do: 'typeOver', code: 'Q3 / N1.F01', column: 'C', text: 'Pact of the Harbours' },
  { do: 'typeOver', code: 'Q3 / N1.F05', column: 'C', text: '2016' },
  { do: 'typeOver', code: 'Q3 / N1.C2.03', column: 'C', text: 'No' },
  { do: 'typeOver', code: 'Q4', text: 'Cranes that are steered from elsewhere.' },
  { do: 'typeAfter', code: 'Q5', text: 'Write to us in German, too.' },
  { do: 'typeOver', code: 'Y / 1', column: 'C', text: 'Union of Harbours' },
  { do: 'typeOver', code: 'Y / 4', column: 'C', text: 'Belgium' },
  { do: 'typeAfter', code: 'Y / 6', column: 'C', text: ' port@example.org' },
  { do: 'deleteRow', code: 'Q1 / A01' },
  { do: 'deleteRow', code: 'Q1 / O4' },
];

async function editedForms(institute: Buffer): Promise<MadeFile[]> {
  const empty = Buffer.from(await form2020.file());
  const changed = {
    ...without(INSTITUTE, 'bpf:signatory/agreements=manrs'),
    'bpf:signatory/notes/gcsc': 'Our chair sat on the commission.',
    'bpf:comments/text': 'Thank you for the paper of last year; our members have read it “thrice”.',
  };
  const steps: Step[] = [
    { do: 'recordChanges' },
    { do: 'replaceAll', from: 'director', to: 'chair' },
    { do: 'replaceAll', from: 'twice', to: 'thrice' },
    { do: 'deleteRow', code: 'Q1 / A10' },
    { do: 'deleteRow', code: 'Q1 / A20' },
  ];
  const tracked = editedInLibreOffice(institute, steps, 'odt');
  const [trackedInWord] = savedByLibreOffice(tracked, 'odt', ['docx']);
  if (!trackedInWord) throw new Error('LibreOffice has saved nothing.');
  return [
    {
      name: 'libreoffice-edited.docx',
      about: 'Filled in LibreOffice, over and behind what the places show; rows deleted; saved as .docx',
      answers: TYPED,
      bytes: editedInLibreOffice(empty, STEPS, 'docx'),
    },
    {
      name: 'libreoffice-edited.odt',
      about: 'The same, saved as .odt',
      answers: TYPED,
      bytes: editedInLibreOffice(empty, STEPS, 'odt'),
    },
    {
      name: 'libreoffice-tracked.odt',
      about: 'Words replaced and rows deleted in LibreOffice with changes tracked; saved as .odt',
      answers: changed,
      bytes: tracked,
    },
    {
      name: 'libreoffice-tracked-broken.docx',
      about: 'The same, saved as .docx: LibreOffice 7.4 writes XML with elements that cross, and the file is refused',
      answers: changed,
      refused: 'document_damaged',
      bytes: editedInLibreOffice(institute, steps, 'docx'),
    },
    {
      name: 'libreoffice-tracked.docx',
      about: 'The same, saved as .odt first and then as .docx',
      answers: changed,
      bytes: trackedInWord,
    },
  ];
}
