import type { CallTexts, Questionnaire } from '@/lib/calls/schema';
import { sayDeadline } from '@/lib/platform/i18n/dates';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { CodedOption } from '@/lib/questions/answer-place';
import { codedSets } from '@/lib/questions/answer-places';
import { piece } from '@/lib/questions/paper';
import type { Paper, PaperSection } from '@/lib/questions/paper';
import type { Words } from '@/lib/platform/i18n/words';
import { filePrefix } from '@/lib/platform/settings/current-settings';
import { formSections } from './form-sections';

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
    annex: { slug: string }[];
  };
  agreements: readonly CodedOption[];
  sets: readonly { title: string; criteria: readonly { key: string; title: string; help: string | null }[] }[];
  /** Where the form and the dataset are found. */
  addresses: { form: string; agreements: string };
  words: Words;
};

/**
 * A call's questions with room for the answers, for preparing them within an organisation before the form is filled in.
 */
export function blankCallPaper(input: BlankCallInput): Paper {
  const { locale, call, agreements, sets, addresses, words } = input;
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
      ...formSections({
        ...{ locale, words, agreements, sets: codedSets(sets), agreementsAddress: addresses.agreements },
        questionnaire: call.questionnaire.content,
        annex: call.annex.map(({ slug }) => slug),
      }),
    ],
  };
}
