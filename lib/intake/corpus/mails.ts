import { makeEml, makeMsg } from '@/prisma/factories/saved-mails';
import type { CorpusFile, MadeFile } from './corpus-file';
import { filledForm } from './forms-of-word';
import { packed } from './packed';
import { form2020 } from './readings';
import { COMPANY } from './typed-answers';

const TITLES = form2020.input.questions.map(({ title }) => title);
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const NO_FORM = ['no_identity'];
const SHORT = [
  'Paris Call.',
  'A hotline for hospitals.',
  'The Lagos Declaration is missing.',
  'Hospitals.',
  'Good luck!',
];
const answersOf = (texts: readonly string[]): CorpusFile['answers'] =>
  Object.fromEntries(
    ['signatory', 'projects', 'agreements', 'gaps', 'comments'].flatMap((step, at) =>
      texts[at] === undefined ? [] : [[`bpf:${step}/text`, texts[at]]],
    ),
  );
const call = (sign: string) => TITLES.flatMap((title, at) => [`${sign}${at + 1}. ${title}`, sign]).join('\n');

/** Contributions that came by mail. */
export async function mails(): Promise<MadeFile[]> {
  const form = { type: WORD, name: 'call 2020 – filled.docx', content: await packed(await filledForm(COMPANY)) };
  const attached = makeEml({
    headers: { Subject: 'Our answers', From: 'R. Okafor <okafor@example.org>' },
    text: 'Dear forum,\n\nplease find our answers attached.\n\n-- \nR. Okafor, Meridian Devices',
    parts: [{ ...form, name: 'filled.docx' }],
  });
  return [
    {
      name: 'mail-form-attached.eml',
      about: 'A mail with the filled form attached',
      answers: COMPANY,
      aside: ['please find our answers attached.', 'R. Okafor, Meridian Devices'],
      warnings: NO_FORM,
      bytes: attached,
    },
    {
      name: 'mail-forwarded-attached.eml',
      about: 'A mail handed on by an editor, as an attachment with the form in it',
      answers: COMPANY,
      aside: ['For the record.', 'please find our answers attached.'],
      warnings: [...NO_FORM, ...NO_FORM],
      bytes: makeEml({
        headers: { Subject: 'Fwd: Our answers', From: 'Editor <editor@example.org>' },
        text: 'For the record.',
        parts: [{ type: 'message/rfc822', name: 'mail.eml', content: attached }],
      }),
    },
    ...mailsWithAnswers,
    {
      name: 'outlook.msg',
      about: 'A mail that Outlook has saved, with the filled form attached',
      answers: COMPANY,
      aside: ['Our answers are in the file.'],
      warnings: NO_FORM,
      bytes: makeMsg({
        subject: 'Our answers',
        sender: { name: 'R. Okafor', address: 'okafor@example.org' },
        text: 'Our answers are in the file.\r\n',
        attachments: [{ name: 'filled.docx', content: form.content }],
      }),
    },
  ];
}

const numbered = SHORT.map((text, at) => `${at + 1}. ${text}`).join('\n');

const mailsWithAnswers: MadeFile[] = [
  {
    name: 'mail-numbered-text.eml',
    about: 'Numbered answers in a plain mail, above the call that it answers',
    answers: answersOf(SHORT),
    aside: ['Dear forum,', 'Aminata Ba', 'On 3 October the forum wrote:', 'Thank you.'],
    warnings: NO_FORM,
    bytes: makeEml({
      headers: { Subject: 'Re: Call for contributions' },
      text: `Dear forum,\n\n${numbered}\n\nBest regards,\nAminata Ba\n\nOn 3 October the forum wrote:\n> Dear all,\n> please answer these:\n>\n${call('> ')}\n> Thank you.`,
    }),
  },
  {
    name: 'mail-between-the-lines.eml',
    about: 'Answers typed between the quoted questions of the call, one of them in two paragraphs',
    answers: { ...answersOf(SHORT), 'bpf:gaps/text': 'Hospitals.\n\nAnd their suppliers.' },
    aside: ['Dear all, please answer these:', 'Thank you.'],
    warnings: NO_FORM,
    bytes: makeEml({
      headers: { Subject: 'AW: Call for contributions' },
      text: `> Dear all, please answer these:\n>\n${TITLES.map(
        (title, at) =>
          `> ${at + 1}. ${title.replace(/ (?=\S{7,} \S+$)/, '\n> ')}\n${SHORT[at]}${at === 3 ? '\n\nAnd their suppliers.' : ''}\n`,
      ).join('\n')}\n> Thank you.`,
    }),
  },
  {
    name: 'mail-numbered-html.eml',
    about: 'Numbered answers as HTML, above the call that it answers, which Outlook quotes without any sign',
    answers: answersOf(SHORT),
    aside: ['Aminata Ba', 'Thank you for every answer.'],
    warnings: NO_FORM,
    bytes: makeEml({
      headers: { Subject: 'RE: Call for contributions' },
      text: 'See the HTML.',
      html: `<html><body><div class="WordSection1"><ol>${SHORT.map((text) => `<li class="MsoNormal">${text}</li>`).join('')}</ol><p>Kind regards</p><p>Aminata Ba</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Forum &lt;forum@example.org&gt;<br><b>Sent:</b> Saturday<br><b>To:</b> Aminata Ba<br><b>Subject:</b> Call for contributions</p></div>${TITLES.map((title, at) => `<p>${at + 1}. ${title}</p>`).join('')}<p>Thank you for every answer.</p></div></body></html>`,
    }),
  },
  {
    name: 'mail-forwarded-text.eml',
    about: 'A plain mail with answers, handed on by an editor with a note above it',
    answers: answersOf(SHORT.slice(0, 2)),
    aside: ['This came in late, please enter it.', 'Begin forwarded message:', 'Aminata Ba'],
    warnings: NO_FORM,
    bytes: makeEml({
      headers: { Subject: 'Fwd: Our answers', From: 'Editor <editor@example.org>' },
      text: `This came in late, please enter it.\n\nBegin forwarded message:\n\n> From: Aminata Ba <ba@example.org>\n> Subject: Our answers\n> Date: yesterday\n>\n> Question 1: ${SHORT[0]}\n>\n> Question 2: ${SHORT[1]}\n>\n> Regards,\n> Aminata Ba`,
    }),
  },
];
