import type { AgreementDescription } from '@/lib/agreements/cells';
import type { CallTexts } from '@/lib/calls/schema';
import type { Words } from '@/lib/platform/i18n/words';
import type { CodedOption } from '@/lib/questions/answer-place';
import type { CodedSet } from '@/lib/questions/kind';
import { captioned, EMPTY, piece } from '@/lib/questions/paper';
import type { Block, PaperSection } from '@/lib/questions/paper';

export type ReferenceInput = {
  texts: CallTexts;
  annex: readonly string[];
  agreements: readonly CodedOption[];
  descriptions: ReadonlyMap<string, AgreementDescription>;
  sets: readonly CodedSet[];
  words: Words;
};

/** What answers refer to: the agreements of the dataset, norms and elements with their codes, and what to read. */
export const referenceSections = (input: ReferenceInput): PaperSection[] => [
  agreementsSection(input),
  criteriaSection(input),
  ...readingSection(input),
];

function agreementsSection({ texts, annex, agreements, descriptions, words }: ReferenceInput): PaperSection {
  const table = (caption: string, list: readonly CodedOption[]): Block[] =>
    list.length === 0
      ? []
      : captioned({
          kind: 'table',
          caption,
          heads: [
            words('questions.paper.code'),
            words('sharing.blank.agreement'),
            words('sharing.reference.description'),
          ],
          widths: [10, 30, 60],
          rows: list.map(({ code, value, label }) => {
            const { summary, link } = descriptions.get(value) ?? {};
            return [
              [piece(code)],
              [piece(label)],
              summary || link ? [...(summary ? [piece(summary)] : []), ...(link ? [piece(link, 'link')] : [])] : EMPTY,
            ];
          }),
        });
  return {
    id: 'agreements-list',
    title: words('sharing.reference.agreements'),
    blocks: [
      ...(texts.annexNote ? [{ kind: 'help' as const, text: texts.annexNote }] : []),
      ...table(
        words('sharing.blank.annexTable'),
        annex.flatMap((slug) => agreements.filter(({ value }) => value === slug)),
      ),
      ...table(
        words('sharing.blank.datasetTable'),
        agreements.filter(({ value }) => !annex.includes(value)),
      ),
    ],
  };
}

const criteriaSection = ({ sets, words }: ReferenceInput): PaperSection => ({
  id: 'criteria-list',
  title: words('sharing.reference.criteria'),
  blocks: sets.toReversed().flatMap(({ title, criteria }) =>
    captioned({
      kind: 'table',
      caption: title,
      heads: [words('questions.paper.code'), words('sharing.paper.point'), words('sharing.reference.look')],
      widths: [9, 27, 64],
      rows: criteria.map(({ code, title: name, help }) => [
        [piece(code)],
        [piece(name)],
        help ? [piece(help, 'muted')] : EMPTY,
      ]),
    }),
  ),
});

function readingSection({ texts, words }: ReferenceInput): PaperSection[] {
  const { reading, readingNote, readingLink } = texts;
  if (reading.length === 0 && !readingNote && !readingLink) return [];
  const items = reading.map(({ title, author, description, link }) => [
    piece(title, 'strong'),
    ...[author, description].flatMap((text) => (text ? [piece(text)] : [])),
    ...(link ? [piece(link, 'link')] : []),
  ]);
  return [
    {
      id: 'reading',
      title: words('sharing.reference.reading'),
      blocks: [
        ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
        ...(readingNote ? [{ kind: 'help' as const, text: readingNote }] : []),
        ...(readingLink ? [{ kind: 'list' as const, items: [[piece(readingLink, 'link')]] }] : []),
      ],
    },
  ];
}
