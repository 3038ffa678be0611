import { ALL_FIELDS } from '@/lib/agreements/facts/registry';
import type { FactField } from '@/lib/agreements/facts/registry';
import { choicesOf, factHelp, factLabel } from '@/lib/agreements/facts/words';
import type { CallTexts, Questionnaire } from '@/lib/calls/schema';
import { sentenceOf } from '@/lib/questions/condition';
import { numberOf, sectionBeginningWith } from '@/lib/questions/numbering';
import { isAnsweredByText, kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import { sayDeadline } from '@/lib/platform/i18n/dates';
import type { Locale } from '@/lib/platform/i18n/routing';
import { EMPTY, piece } from '@/lib/questions/paper';
import type { Paper, PaperSection, Piece } from '@/lib/questions/paper';
import type { Words } from '@/lib/platform/i18n/words';
import { filePrefix } from '@/lib/platform/settings/current-settings';

export type BlankCallInput = {
  locale: Locale;
  call: {
    slug: string;
    title: string;
    closesAt: string;
    timeZone: string;
    acceptsLate: boolean;
    acceptsFiles: boolean;
    texts: CallTexts;
    questionnaire: { content: Questionnaire };
    annex: { name: string }[];
  };
  sets: readonly { title: string; criteria: readonly { key: string; title: string; help: string | null }[] }[];
  /** Where the form and the dataset are found. */
  addresses: { form: string; agreements: string };
  words: Words;
};

/**
 * A call's questions with room for the answers, for preparing them within an organisation before the form is filled in.
 */
export function blankCallPaper(input: BlankCallInput): Paper {
  const { locale, call, addresses, words } = input;
  const deadline = sayDeadline(call.closesAt, locale, call.timeZone, (parts) => words('common.endOfDay', parts));
  const paragraphs = (id: 'introduction' | 'instructions'): PaperSection => ({
    id,
    title: words(`sharing.blank.${id}`),
    blocks: [{ kind: 'said', text: call.texts[id].join('\n\n') }],
  });
  return {
    locale,
    site: words('sharing.paper.site'),
    title: call.title,
    fileName: `${filePrefix()}-call-${call.slug}`,
    facts: [
      {
        term: words('sharing.paper.deadline'),
        pieces: [piece(call.acceptsLate ? words('sharing.blank.late', { deadline }) : deadline, 'strong')],
      },
      { term: words('sharing.paper.form'), pieces: [piece(addresses.form, 'link')] },
    ],
    preface: [
      { kind: 'help', text: words('sharing.blank.use', { address: addresses.form }) },
      { kind: 'help', text: words(call.acceptsFiles ? 'sharing.blank.files' : 'sharing.blank.noFiles') },
    ],
    sections: [
      paragraphs('introduction'),
      paragraphs('instructions'),
      ...call.questionnaire.content.questions.map((question) => questionSection(question, input)),
      aboutSection(call.questionnaire.content.about, words),
    ],
  };
}

function questionSection(question: Question, input: BlankCallInput): PaperSection {
  const [{ words, call }, kind] = [input, kindOf(question)];
  const { content } = call.questionnaire;
  const condition = sentenceOf(question, content.questions, words);
  return {
    id: question.key,
    chapter: sectionBeginningWith(question.key, content) ?? undefined,
    title: question.title,
    eyebrow: words('sharing.paper.question', { number: numberOf(question, content.questions) }),
    blocks: [
      ...(condition ? [{ kind: 'remark' as const, text: condition }] : []),
      ...(question.help ? [{ kind: 'help' as const, text: question.help }] : []),
      ...kind.blank(question, {
        annex: input.call.annex,
        sets: input.sets,
        agreementsAddress: input.addresses.agreements,
        facts: ALL_FIELDS.map((field) => ({
          label: factLabel(field, input.locale),
          hint: factHint(field, input.locale, words),
        })),
        words,
      }),
      {
        kind: 'room',
        label: words(`questions.kinds.${question.kind}.text`),
        lines: isAnsweredByText(question) ? 14 : 6,
      },
    ],
  };
}

/** What a field on paper needs to be said: where the form offers choices, they are written out. */
function factHint(field: FactField, locale: Locale, words: Words): string {
  const choices = choicesOf(field, locale).map(({ word }) => word);
  return choices.length > 0 ? words('sharing.blank.oneOf', { choices: choices.join('; ') }) : factHelp(field, locale);
}

function aboutSection({ title, help }: Questionnaire['about'], words: Words): PaperSection {
  const row = (label: string, publish: string): Piece[][] => [
    [piece(label)],
    EMPTY,
    publish ? [piece(publish, 'muted')] : EMPTY,
  ];
  const never = words('sharing.blank.never');
  return {
    id: 'about',
    title,
    blocks: [
      { kind: 'help', text: help },
      { kind: 'help', text: words('sharing.blank.showHint') },
      {
        kind: 'table',
        caption: words('sharing.blank.aboutTable'),
        heads: [words('sharing.blank.fact'), words('sharing.blank.answer'), words('sharing.blank.publish')],
        widths: [34, 41, 25],
        rows: [
          row(words('contribute.form.about.name'), ''),
          row(words('contribute.form.about.affiliation'), ''),
          row(words('contribute.form.about.country'), ''),
          row(words('contribute.form.about.stakeholderGroup'), ''),
          row(words('contribute.form.about.email'), never),
        ],
      },
    ],
  };
}
