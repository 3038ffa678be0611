import { setImmediate } from 'node:timers/promises';
import { countryName } from '@/lib/contributions/documents/attributed';
import { sayDay, sayVersionDay } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicContribution } from '@/lib/publication/contributions/schema';
import { wordsBlocks } from '@/lib/publication/reports/prose';
import { lines, note, paragraph, text } from '@/lib/publication/reports/report';
import type { Inline, ReportBlock, ReportFact, ReportSection } from '@/lib/publication/reports/report';
import { authorNamed, isPublished, sitePage, typedLines, typedLink } from '@/lib/publication/reports/setting';
import type { Setting } from '@/lib/publication/reports/setting';
import { proposalTable } from './decisions';
import { agreementsOf } from './projects';
import { groupName } from './who';

/**
 * Every contribution in full, in the order of the references; of one that is gone, that it was there. To read its Markdown
 * takes up to 20 ms for a long one, so it lets a server's other answers go first after each.
 */
export async function contributionsSection(setting: Setting): Promise<ReportSection> {
  const { content, words } = setting;
  const sections: ReportSection[] = [];
  for (const contribution of content.contributions) {
    sections.push(isPublished(contribution) ? wholeSection(contribution, setting) : tombstone(contribution, setting));
    await setImmediate();
  }
  return {
    id: 'contributions',
    title: words('reports.contributions.title'),
    blocks: [note(words('reports.contributions.lead'))],
    sections,
  };
}

function tombstone({ reference, status, statusAt, statusReason }: PublicContribution, setting: Setting): ReportSection {
  const { words, locale } = setting;
  const which = status === 'unpublished' ? status : 'withdrawn';
  return {
    id: reference,
    title: words('reports.contributions.gone', { reference, state: words(`reports.contributions.${which}`) }),
    blocks: [
      paragraph(words(`contributions.tombstone.${which}.lead`, { date: sayDay(statusAt, locale) })),
      ...(statusReason === null
        ? []
        : [
            {
              kind: 'facts' as const,
              facts: [{ term: words('contributions.tombstone.reason'), content: typedLines(statusReason) }],
            },
          ]),
    ],
    sections: [],
  };
}

function wholeSection(contribution: PublicContribution, setting: Setting): ReportSection {
  const { words } = setting;
  const { reference, attribution, summaryOf, answers } = contribution;
  const author = authorNamed(attribution);
  return {
    id: reference,
    title:
      author === null
        ? words(`reports.contributions.${attribution?.anonymous ? 'anonymous' : 'unnamed'}`, { reference })
        : words('reports.contributions.named', { reference, author }),
    blocks: [
      ...(summaryOf === null ? [] : [note(words('contributions.page.summary.body', { source: summaryOf }))]),
      { kind: 'facts', facts: factsOf(contribution, setting) },
      ...(isEmpty(contribution) ? [note(words('reports.contributions.empty'))] : []),
    ],
    sections: [
      ...answers.map((answer) => answerSection(contribution, answer, setting)),
      ...signedSection(contribution, setting),
      ...projectsOf(contribution, setting),
      ...proposalsOf(contribution, setting),
    ],
  };
}

const isEmpty = ({ answers, signatories, projects, proposals }: PublicContribution) =>
  answers.length + signatories.length + projects.length + proposals.length === 0;

function factsOf(contribution: PublicContribution, setting: Setting): ReportFact[] {
  const { words, locale } = setting;
  const { reference, attribution, audience, language, submittedAt, publishedAt, revision, summaryOf } = contribution;
  const say = (term: string, words_: string | null | undefined): ReportFact[] =>
    words_ ? [{ term, content: [text(words_)] }] : [];
  const page = (key: 'name' | 'affiliation' | 'country' | 'group' | 'by') => words(`contributions.page.${key}`);
  const publishedOn = summaryOf === null ? sayDay(publishedAt, locale) : sayVersionDay(publishedAt, locale);
  return [
    ...say(page('by'), attribution?.anonymous ? words('contributions.page.anonymousNote') : null),
    ...say(page('name'), attribution?.name),
    ...say(page('affiliation'), attribution?.affiliation),
    ...say(page('country'), attribution?.country && countryName(attribution.country, locale)),
    ...say(page('group'), attribution?.stakeholderGroup && groupName(attribution.stakeholderGroup, words)),
    ...say(words('contributions.page.audience'), audience?.label),
    ...say(words('contributions.page.submitted'), summaryOf === null ? sayDay(submittedAt, locale) : null),
    ...say(words('contributions.page.published'), publishedOn),
    ...say(words('contributions.page.revision'), revision !== null && revision > 1 ? String(revision) : null),
    ...say(words('reports.contributions.language'), language && languageName(language, locale)),
    {
      term: words('reports.facts.address'),
      content: [sitePage(setting, pathsIn(locale).contribution(reference), reference)],
    },
  ];
}

const languageName = (code: string, locale: string) =>
  new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(code) ?? code;

type Answer = PublicContribution['answers'][number];

function answerSection(
  { reference, language }: PublicContribution,
  { question, title, text: said, shown = [], files }: Answer,
  { words }: Setting,
): ReportSection {
  return {
    id: `${reference}-${question}`,
    title,
    blocks: [
      ...shown.flatMap((part): ReportBlock[] =>
        part.piece === 'value'
          ? [{ kind: 'facts', facts: [labelled(part)] }]
          : part.items.flatMap((item): ReportBlock[] => [
              { kind: 'heading', depth: 1, content: [text(item.title)] },
              { kind: 'facts', facts: item.fields.map(labelled) },
            ]),
      ),
      ...(files ? [note(words('reports.contributions.files', { count: files }))] : []),
      ...wordsBlocks(said, language),
    ],
    sections: [],
  };
}

type Labelled = { label: string; values: readonly { text: string; link?: string }[] };

const labelled = ({ label, values }: Labelled): ReportFact => ({
  term: label,
  content: lines(values.map((value) => (value.link ? [typedLink(value.text)] : typedLines(value.text)))),
});

function signedSection({ reference, signatories, language }: PublicContribution, setting: Setting): ReportSection[] {
  const { words, locale } = setting;
  if (signatories.length === 0) return [];
  const nameOf = ({ agreement, name }: (typeof signatories)[number]): Inline[] =>
    agreement
      ? [sitePage(setting, pathsIn(locale).agreement(agreement.slug), agreement.name)]
      : [text(name ?? ''), { kind: 'text', text: ` (${words('reports.contributions.notCovered')})`, muted: true }];
  return [
    {
      id: `${reference}-signatories`,
      title: words('reports.contributions.signatories'),
      blocks: [
        {
          kind: 'list',
          items: signatories.map((entry) => ({
            mark: null,
            blocks: [paragraph(...nameOf(entry)), ...wordsBlocks(entry.note ?? '', language)],
          })),
        },
      ],
      sections: [],
    },
  ];
}

function projectsOf({ reference, projects, language }: PublicContribution, setting: Setting): ReportSection[] {
  const { words } = setting;
  if (projects.length === 0) return [];
  return [
    {
      id: `${reference}-projects`,
      title: words('reports.contributions.projects'),
      blocks: projects.flatMap((project): ReportBlock[] => [
        { kind: 'heading', depth: 1, content: [text(project.title)] },
        ...wordsBlocks(project.description, language),
        {
          kind: 'facts',
          facts: [
            ...(project.link
              ? [{ term: words('reports.contributions.link'), content: [typedLink(project.link)] }]
              : []),
            { term: words('reports.contributions.agreements'), content: agreementsOf(project, setting) },
            ...(project.criteria.length > 0
              ? [
                  {
                    term: words('reports.contributions.criteria'),
                    content: [text(project.criteria.map(({ title }) => title).join(', '))],
                  },
                ]
              : []),
          ],
        },
      ]),
      sections: [],
    },
  ];
}

function proposalsOf({ reference, proposals }: PublicContribution, setting: Setting): ReportSection[] {
  const withCells = proposals.filter(({ cells }) => cells.length > 0);
  if (withCells.length === 0) return [];
  return [
    {
      id: `${reference}-proposals`,
      title: setting.words('reports.contributions.proposals'),
      blocks: withCells.map((proposal) => proposalTable(proposal, setting)),
      sections: [],
    },
  ];
}
