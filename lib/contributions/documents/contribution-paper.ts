import { sayMoment } from '@/lib/platform/i18n/dates';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { cellPieces } from './cell-words';
import type { AboutContent, AnswerContent, ContributionContent, ProposalContent } from './content';
import { signOffSection, versionOf } from './sign-off';
import type { Approval } from './sign-off';
import { numberOf, sectionBeginningWith } from '@/lib/questions/numbering';
import { piece } from '@/lib/questions/paper';
import type { Shown, ShownName, ShownProject, ShownRecord } from '@/lib/questions/kind';
import type { Block, Paper, PaperSection, Piece } from '@/lib/questions/paper';
import type { Words } from '@/lib/platform/i18n/words';
import { filePrefix } from '@/lib/platform/settings/current-settings';

/** Which contribution a paper shows, and in which state. */
type PaperState =
  | { kind: 'draft'; at: Date; /** Of a contribution that is being corrected. */ reference: string | null }
  | { kind: 'sent'; reference: string; revision: number; at: Date; withdrawn: boolean };

type PaperInput = {
  locale: Locale;
  call: { slug: string; texts: { title: string }; closesAt: Date | null; timeZone: string };
  state: PaperState;
  content: ContributionContent;
  words: Words;
  /** Ends with room to sign, for those who send it. */ signOff?: boolean;
  /** The answers of approvers, for those who work on it only: their names are contact data. */ approvals?: readonly Approval[];
  /** The sentence that editors entered it on behalf of its author. */ entered?: string;
  /** Of a sent one, each proposed value is beside what the dataset says now, not when it was sent. */ besideToday?: boolean;
};

/** Puts a contribution on paper, everything that was asked included: questions left empty too. */
export function contributionPaper({
  locale,
  call,
  state,
  content,
  words,
  signOff = false,
  approvals = [],
  entered,
  besideToday = state.kind === 'draft',
}: PaperInput): Paper {
  const gone = state.kind === 'sent' && state.withdrawn; // what is left of it is that it was there
  const before = words(besideToday ? 'sharing.paper.today' : 'contribute.form.proposal.moved.then');
  const own = (at: Date) => sayMoment(at.toISOString(), locale, call.timeZone);
  return {
    locale,
    language: content.language,
    site: words('sharing.paper.site'),
    title:
      state.kind === 'sent'
        ? words('sharing.paper.sentTitle', { reference: state.reference })
        : words('sharing.paper.draftTitle'),
    fileName:
      state.kind === 'sent'
        ? state.reference
        : words('sharing.paper.fileDraft', { prefix: filePrefix(), call: call.slug }),
    ...(signOff && !gone && { foot: words('sharing.signOff.foot', { version: versionOf(content) }) }),
    facts: [
      { term: words('sharing.paper.call'), pieces: [piece(call.texts.title)] },
      { term: words('sharing.paper.state'), pieces: [piece(stateWords(state, own(state.at), words), 'strong')] },
      ...(entered === undefined ? [] : [{ term: words('entered.paper'), pieces: [piece(entered)] }]),
      ...(state.kind === 'draft'
        ? [
            {
              term: words('sharing.paper.deadline'),
              pieces: [piece(call.closesAt ? own(call.closesAt) : words('common.allYear'))],
            },
          ]
        : []),
    ],
    preface: gone ? [{ kind: 'remark', text: words('sharing.paper.withdrawnText') }] : [],
    sections: gone
      ? []
      : [
          ...content.answers.map((answer) => ({
            chapter: chapterAt(answer.question.key, content),
            ...answerSection(answer, content, { locale, words, names: content.names, before }),
          })),
          aboutSection(content.about, words),
          ...(signOff || approvals.length > 0
            ? [
                signOffSection({
                  ...{ content, words, reference: state.reference, approvals, isToSign: signOff, moment: own },
                  state: stateWords(state, own(state.at), words),
                }),
              ]
            : []),
        ],
  };
}

/** The section that begins with an answer of the paper, which has only those that were asked. */
const chapterAt = (key: string, { questionnaire: { sections }, answers }: ContributionContent) =>
  sectionBeginningWith(key, { questions: answers.map(({ question }) => question), sections }) ?? undefined;

function stateWords(state: PaperState, moment: string, words: Words): string {
  if (state.kind === 'draft')
    return state.reference
      ? words('sharing.paper.correctionState', { reference: state.reference, moment })
      : words('sharing.paper.draftState', { moment });
  const { reference, revision, withdrawn } = state;
  return words(withdrawn ? 'sharing.paper.withdrawnState' : 'sharing.paper.sentState', { reference, revision, moment });
}

/** `before` is the heading of the content next to a proposed cell. */
type Setting = { locale: Locale; words: Words; names: ReferenceNames; before: string };

function answerSection(
  { question, text, shown, proposals, files, faults }: AnswerContent,
  { questionnaire }: ContributionContent,
  setting: Setting,
): PaperSection {
  const { words } = setting;
  const structured: Block[] = [
    ...shown.flatMap((part) => shownBlocks(part, words)),
    ...proposals.flatMap((proposal) => proposalBlocks(proposal, setting)),
  ];
  const said: Block[] =
    text.trim() === ''
      ? []
      : [
          ...(structured.length > 0 ? [{ kind: 'heading' as const, text: words('sharing.paper.anyWords') }] : []),
          { kind: 'said', text },
        ];
  const empty: Block[] =
    structured.length + said.length === 0 ? [{ kind: 'remark', text: words('sharing.paper.leftEmpty') }] : [];
  return {
    id: question.key,
    title: question.title,
    eyebrow: words('sharing.paper.question', { number: numberOf(question, questionnaire.questions) }),
    blocks: [
      ...(question.help ? [{ kind: 'help' as const, text: question.help }] : []),
      ...faultBlocks(faults, words),
      ...structured,
      ...said,
      ...empty,
      ...(files.length > 0
        ? [
            {
              kind: 'list' as const,
              label: words('sharing.paper.attachments'),
              items: files.map((name) => [piece(name)]),
            },
          ]
        : []),
    ],
  };
}

const faultBlocks = (faults: string[], words: Words): Block[] =>
  faults.length > 0 ? [{ kind: 'faults', title: words('sharing.paper.faults'), items: faults }] : [];

function shownBlocks(part: Shown, words: Words): Block[] {
  switch (part.piece) {
    case 'names':
      return [{ kind: 'list', label: words('sharing.paper.signatories'), items: part.items.map(namePieces) }];
    case 'projects':
      return part.items.flatMap((project) => projectBlocks(project, words));
    case 'value':
      return [{ kind: 'facts', facts: [factOf(part)] }];
    case 'records':
      return part.items.flatMap(({ title, fields }) => [
        { kind: 'heading', text: title },
        { kind: 'facts', facts: fields.map(factOf) },
      ]);
  }
}

const factOf = ({ label, values }: ShownRecord['fields'][number]) => ({
  term: label,
  pieces: values.map(({ text, link }) => piece(text, link === undefined ? 'strong' : 'link')),
});

const namePieces = ({ agreement, name, note }: ShownName): Piece[] => [
  piece(agreement?.name ?? name),
  ...(note?.trim() ? [piece(note, 'muted')] : []),
];

function projectBlocks({ title, description, link, agreements, criteria }: ShownProject, words: Words): Block[] {
  const facts = [
    ...(link?.trim() ? [{ term: words('sharing.paper.link'), pieces: [piece(link, 'link')] }] : []),
    ...(agreements.length > 0
      ? [
          {
            term: words('sharing.paper.agreements'),
            pieces: [piece(agreements.map(({ shortName }) => shortName).join(', '))],
          },
        ]
      : []),
    ...(criteria.length > 0
      ? [{ term: words('sharing.paper.criteria'), pieces: [piece(criteria.map((one) => one.title).join(', '))] }]
      : []),
  ];
  return [
    { kind: 'heading', text: title.trim() || words('sharing.paper.unnamedProject') },
    ...(description.trim() ? [{ kind: 'said' as const, text: description }] : []),
    ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
  ];
}

function proposalBlocks({ title, isNew, comment, commentWithheld, cells }: ProposalContent, setting: Setting): Block[] {
  const { words } = setting;
  return [
    { kind: 'heading', text: title },
    cells.length > 0
      ? proposalTable({ title, isNew, cells }, setting)
      : { kind: 'remark', text: words('sharing.paper.proposesNothing') },
    ...(comment
      ? [{ kind: 'facts' as const, facts: [{ term: words('sharing.paper.editorsOnly'), pieces: [piece(comment)] }] }]
      : []),
    ...(commentWithheld ? [{ kind: 'remark' as const, text: words('sharing.paper.editorsOnlyGiven') }] : []),
  ];
}

function proposalTable(
  { title, isNew, cells }: Pick<ProposalContent, 'title' | 'isNew' | 'cells'>,
  { before, ...setting }: Setting,
): Block {
  const { words } = setting;
  const [point, proposal] = [words('sharing.paper.point'), words('sharing.paper.proposal')];
  const rows = cells.map(({ cell, title: name, today: now, began, proposed, decided }) => {
    const nowPieces = now ? cellPieces(cell, now, setting) : [piece(words('sharing.paper.nothingToday'), 'muted')];
    const beganPieces =
      began === undefined
        ? []
        : [
            piece(
              words('sharing.paper.began', {
                value: began
                  ? cellPieces(cell, began, setting)
                      .map(({ text }) => text)
                      .join('; ')
                  : words('sharing.paper.nothingToday'),
              }),
              'muted',
            ),
          ];
    const proposedPieces = [
      ...cellPieces(cell, proposed, setting),
      ...(decided === undefined ? [] : [piece(decided, 'strong')]),
    ];
    return isNew ? [[piece(name)], proposedPieces] : [[piece(name)], [...nowPieces, ...beganPieces], proposedPieces];
  });
  return {
    kind: 'table',
    caption: title,
    heads: isNew ? [point, proposal] : [point, before, proposal],
    widths: isNew ? [28, 72] : [22, 36, 42],
    rows,
  };
}

function aboutSection({ shown, group, withheld, faults }: AboutContent, words: Words): PaperSection {
  const name = ({ field }: AboutContent['withheld'][number]) => words(`sharing.paper.fields.${field}`);
  const known = withheld.filter(({ value }) => value !== undefined);
  const untold = withheld.filter(({ value }) => value === undefined);
  return {
    id: 'about',
    title: words('sharing.paper.about'),
    blocks: [
      ...faultBlocks(faults, words),
      {
        kind: 'facts',
        facts: [
          { term: words('sharing.paper.as'), pieces: [piece(shown ?? words('sharing.paper.anonymous'), 'strong')] },
          ...(group ? [{ term: words('sharing.paper.group'), pieces: [piece(group)] }] : []),
          ...(known.length > 0
            ? [
                {
                  term: words('sharing.paper.private'),
                  pieces: known.map((one) => piece(`${name(one)}: ${one.value}`)),
                },
              ]
            : []),
          ...(untold.length > 0
            ? [{ term: words('sharing.paper.withheld'), pieces: [piece(untold.map(name).join(', '))] }]
            : []),
        ],
      },
    ],
  };
}
