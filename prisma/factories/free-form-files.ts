import { makeEml } from './saved-mails';
import { eastWestSubmission } from './submissions';
import { makeWord, paragraph } from './word-files';

const { answers = {}, projects = [] } = eastWestSubmission();
const answerTo = (question: string): string => String(answers[question]);

/**
 * The EastWest Institute's contribution of 2020 as it was sent, without the form: a heading, then an answer below each
 * number, with lists and paragraphs. In our own words, from the same facts as `eastWestSubmission`.
 */
const eastWestLetter = (mark: string): string[] => [
  'CONTRIBUTION EastWest Institute',
  ...(mark === '' ? [] : [mark]),
  '1. Agreements',
  answerTo('signatory'),
  '- Global Commission on the Stability of Cyberspace: final report, Advancing Cyberstability',
  '- Paris Call for Trust and Security in Cyberspace',
  '2. Projects',
  answerTo('projects'),
  ...projects.flatMap(({ title, description }) => [String(title), String(description)]),
  '3. Other agreements',
  answerTo('agreements'),
  '4. What is missing',
  'The implementation of what was agreed is measured by nobody.',
  '5. Comments',
  answerTo('comments'),
];

/** The letter as a Word file of its own. `mark` is a line that answers no question, above the first number. */
export const letterAsWord = (mark = ''): Buffer =>
  makeWord({
    body: eastWestLetter(mark)
      .map((text) => paragraph(text))
      .join(''),
  });

/** The letter as the text of a mail that an officer of another body hands on. */
export const letterAsForwardedMail = (mark = ''): Buffer =>
  makeEml({
    headers: {
      From: 'Secretariat <secretariat@example.org>',
      Subject: 'Fwd: Contribution to the forum',
      Date: 'Thu, 15 Oct 2020 09:30:00 +0000',
    },
    text: [
      'Dear editors, please see below.',
      '-------- Forwarded Message --------\nSubject: Contribution to the forum\nFrom: Programme office | EastWest Institute <programme.office@example.org>\nTo: Secretariat <secretariat@example.org>',
      ...eastWestLetter(mark),
    ].join('\n\n'),
  });

/** A mail with the letter attached as a Word file, beside a picture that can't be read. */
export const letterAsAttachment = (mark = ''): Buffer =>
  makeEml({
    headers: { From: 'Programme office <programme.office@eastwest.example>', Date: 'Fri, 16 Oct 2020 10:00:00 +0000' },
    text: 'Please find our contribution attached. You may publish it under our name.',
    parts: [
      {
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        name: 'contribution.docx',
        content: letterAsWord(mark),
      },
      { type: 'image/png', name: 'logo.png', content: Buffer.from('89504e470d0a1a0a', 'hex') },
    ],
  });
