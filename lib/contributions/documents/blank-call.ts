import { createHash } from 'node:crypto';
import type { AgreementDescription } from '@/lib/agreements/cells';
import type { CallTexts, Questionnaire } from '@/lib/calls/schema';
import { sayDeadline } from '@/lib/platform/i18n/dates';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { CodedOption } from '@/lib/questions/answer-place';
import { codedSets } from '@/lib/questions/answer-places';
import { piece } from '@/lib/questions/paper';
import type { Paper, PaperSection } from '@/lib/questions/paper';
import type { Words } from '@/lib/platform/i18n/words';
import { filePrefix } from '@/lib/platform/settings/current-settings';
import { propertiesOf } from './file-properties';
import { contentsOf, formSections } from './form-sections';
import { referenceSections } from './reference-sections';

export type BlankCallInput = {
  locale: Locale;
  call: {
    slug: string;
    title: string;
    /** Null for the standing call. */
    closesAt: string | null;
    timeZone: string;
    acceptsLate: boolean;
    acceptsFiles: boolean;
    offersEditorsOnly?: boolean;
    texts: CallTexts;
    questionnaire: { version: number; content: Questionnaire };
    annex: { slug: string }[];
  };
  agreements: readonly CodedOption[];
  sets: readonly { title: string; criteria: readonly { key: string; title: string; help: string | null }[] }[];
  descriptions?: ReadonlyMap<string, AgreementDescription>;
  /** Where the form and the dataset are found; null where the site has no address that others can open. */
  addresses: { form: string; agreements: string } | null;
  words: Words;
};

/**
 * A call's questions with room for the answers, for preparing them within an organisation before the form is filled in.
 */
export function blankCallPaper(input: BlankCallInput): Paper {
  const { locale, call, agreements, descriptions = new Map(), addresses, words } = input;
  const [sets, annex] = [codedSets(input.sets), call.annex.map(({ slug }) => slug)];
  const deadline = call.closesAt
    ? sayDeadline(call.closesAt, locale, call.timeZone, (parts) => words('common.endOfDay', parts))
    : words('common.allYear');
  const paragraphs = (id: 'introduction' | 'instructions'): PaperSection => ({
    id,
    title: words(`sharing.blank.${id}`),
    blocks: [{ kind: 'said', text: call.texts[id].join('\n\n') }],
  });
  const sections = [
    ...formSections({
      ...{ locale, words, agreements, sets, annex, agreementsAddress: addresses?.agreements ?? null },
      questionnaire: call.questionnaire.content,
      offersEditorsOnly: call.offersEditorsOnly,
    }),
    ...referenceSections({ texts: call.texts, annex, agreements, descriptions, sets, words }),
  ];
  const paper: Paper = {
    locale,
    site: words('sharing.paper.site'),
    title: call.title,
    fileName: `${filePrefix()}-call-${call.slug}`,
    facts: [
      {
        term: words('sharing.paper.deadline'),
        pieces: [piece(call.acceptsLate ? words('sharing.blank.late', { deadline }) : deadline, 'strong')],
      },
      ...(addresses ? [{ term: words('sharing.paper.form'), pieces: [piece(addresses.form, 'link')] }] : []),
    ],
    preface: [
      {
        kind: 'help',
        text: addresses ? words('sharing.blank.use', { address: addresses.form }) : words('sharing.blank.useOnSite'),
      },
      { kind: 'help', text: words('sharing.blank.codes') },
      { kind: 'help', text: words('sharing.blank.signAndAgree') },
      { kind: 'help', text: words(call.acceptsFiles ? 'sharing.blank.files' : 'sharing.blank.noFiles') },
      contentsOf(sections, call.questionnaire.content, words),
    ],
    sections: [paragraphs('introduction'), paragraphs('instructions'), ...sections],
  };
  return {
    ...paper,
    properties: propertiesOf({
      ...{ call: call.slug, language: locale, questionnaire: call.questionnaire.version },
      export: `${BLANK}${createHash('sha256').update(JSON.stringify(paper)).digest('hex').slice(0, 24)}`,
    }),
  };
}

/** The export of an empty form is its content: everybody has the same one, so it names no draft. */
const BLANK = 'blank-';
