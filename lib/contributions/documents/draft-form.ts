import type { AgreementCells } from '@/lib/agreements/cells';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import { readValues } from '@/lib/contributions/drafts/values';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { filePrefix } from '@/lib/platform/settings/current-settings';
import type { AnswerPlace } from '@/lib/questions/answer-place';
import { piece } from '@/lib/questions/paper';
import type { Paper } from '@/lib/questions/paper';
import { cellPieces } from './cell-words';
import { propertiesOf } from './file-properties';
import { filledSections } from './fill-form';
import { contentsOf, formSections } from './form-sections';
import type { FormInput, FormShape } from './form-sections';
import { referenceSections } from './reference-sections';
import type { ReferenceInput } from './reference-sections';
import type { DraftShape } from './word-exports';

export type DraftFormInput = Omit<FormInput, 'shape'> &
  Pick<ReferenceInput, 'descriptions'> & {
    call: { slug: string; texts: ReferenceInput['texts']; closesAt: Date | null; timeZone: string };
    /** Every section in the order of the form. */
    parts: readonly DraftPart[];
    shape: DraftShape;
    /** The agreements that are to be updated, as they are now, by slug. */
    today: ReadonlyMap<string, AgreementCells>;
    names: ReferenceNames;
    /** The address of the draft, if the site has one that others can open. */
    address: string | null;
    export: { id: string; version: number };
    at: Date;
  };

/** A draft as a form that can be filled in offline: each answer in its place, and room for what is missing. */
export function draftFormPaper(input: DraftFormInput): Paper {
  const { locale, words, call, parts, address, at } = input;
  const say = (moment: Date) => sayMoment(moment.toISOString(), locale, call.timeZone);
  const sections = [
    ...filledSections(formSections({ ...input, shape: formShape(input) }), (place) => dataAt(place, parts)),
    ...referenceSections({ ...input, texts: call.texts }),
  ];
  const about = readValues('about', parts.find(({ section }) => section.kind === 'about')?.data);
  return {
    locale,
    language: about.language || null,
    site: words('sharing.paper.site'),
    title: words('sharing.draftForm.title'),
    fileName: words('sharing.draftForm.file', { prefix: filePrefix(), call: call.slug }),
    properties: propertiesOf({
      ...{ call: call.slug, language: locale, questionnaire: input.export.version, export: input.export.id },
    }),
    facts: [
      { term: words('sharing.paper.call'), pieces: [piece(call.texts.title)] },
      {
        term: words('sharing.paper.state'),
        pieces: [piece(words('sharing.paper.draftState', { moment: say(at) }), 'strong')],
      },
      {
        term: words('sharing.paper.deadline'),
        pieces: [piece(call.closesAt ? say(call.closesAt) : words('common.allYear'))],
      },
    ],
    preface: [
      {
        kind: 'help',
        text: address ? words('sharing.draftForm.use', { address }) : words('sharing.draftForm.useOnSite'),
      },
      { kind: 'help', text: words('sharing.blank.codes') },
      { kind: 'help', text: words('sharing.blank.signAndAgree') },
      { kind: 'help', text: words('sharing.draftForm.contacts') },
      contentsOf(sections, input.questionnaire, words),
    ],
    sections,
  };
}

/** What is typed where a place belongs; nothing at the consent, which is given when the contribution is sent. */
function dataAt({ step, entry }: AnswerPlace, parts: readonly DraftPart[]): unknown {
  if (entry && entry.position === undefined) return undefined;
  const part = parts.find((one) => one.step === step && one.position === entry?.position);
  return part && readValues(part.section.kind, part.data);
}

/** The shape with the titles of its proposals, and what the dataset says today beside each update. */
function formShape({ shape, parts, today, agreements, words, locale, names }: DraftFormInput): FormShape {
  return Object.fromEntries(
    Object.entries(shape).map(([step, { filled, entries }]) => [
      step,
      {
        filled,
        entries: entries.map((entry) => {
          const cells = Object.entries(today.get(entry.agreement)?.cells ?? {});
          const named = agreements.find(({ value }) => value === entry.agreement)?.label ?? entry.agreement;
          const typed = readValues(
            'proposal',
            parts.find((part) => part.step === step && part.position === entry.position)?.data,
          );
          const name = typed.cells.name?.value.trim();
          const fresh = name ? words('sharing.paper.new', { name }) : words('sharing.paper.unnamed');
          return {
            ...entry,
            title: entry.kind === 'update' ? words('sharing.paper.update', { agreement: named }) : fresh,
            today: new Map(
              cells.map(([cell, content]) => [
                cell,
                cellPieces(cell, { ...content, source: null }, { words, locale, names }),
              ]),
            ),
            sources: [...new Set(cells.flatMap(([, { source }]) => source ?? []))],
          };
        }),
      },
    ]),
  );
}
