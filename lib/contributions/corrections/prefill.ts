import type { CellContent } from '@/lib/agreements/schema';
import type { Questionnaire } from '@/lib/calls/schema';
import { typedFrom } from '@/lib/contributions/drafts/changes';
import { ABOUT_STEP, sectionKey } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import type { ProposalValues, SectionKind, SectionValues } from '@/lib/contributions/drafts/values';

/** What a revision says, as the body of a submission would. */
export type SentBody = {
  answers: Record<string, string>;
  signatories: { agreement?: string; name?: string; note?: string }[];
  projects: { title: string; description: string; link?: string; agreements: string[]; criteria: string[] }[];
  proposals: SentBodyProposal[];
};
export type SentBodyProposal = {
  kind: 'update' | 'new';
  agreement?: string;
  baseVersion?: number;
  comment?: string;
  /** `decided`: its decision stands, whatever a later revision leaves out. */
  changes: { cell: string; value: CellContent['value']; note?: string; source?: string; decided?: boolean }[];
};
export type SentAbout = SectionValues<'about'>;

/**
 * The sections of a draft that say what was sent: the inverse of `assemble`. Signatories, projects and proposals go to the
 * first question that asks for them, since a revision does not remember where they were typed. Keyed by section.
 */
export function fill(
  { questions }: Pick<Questionnaire, 'questions'>,
  body: SentBody,
  about: SentAbout,
): Map<string, SectionValues<SectionKind>> {
  const first = (kind: string) => questions.find((question) => question.kind === kind)?.key;
  const sections = new Map<string, SectionValues<SectionKind>>();
  for (const { key, kind } of questions) {
    const text = body.answers[key] ?? '';
    if (kind === 'signatory')
      sections.set(key, { text, ...(first(kind) === key ? signatoriesOf(body) : NO_SIGNATORIES) });
    else if (kind === 'projects')
      sections.set(key, { text, projects: first(kind) === key ? body.projects.map(projectOf) : [] });
    else sections.set(key, { text });
  }
  const step = first('proposals');
  if (step !== undefined)
    body.proposals.forEach((proposal, index) =>
      sections.set(sectionKey({ step, position: index + 1 }), proposalOf(proposal)),
    );
  sections.set(ABOUT_STEP, about);
  return sections;
}

const NO_SIGNATORIES = { agreements: [], notes: {}, others: [] };

function signatoriesOf({ signatories }: SentBody) {
  const listed = signatories.flatMap(({ agreement, note }) => (agreement === undefined ? [] : [{ agreement, note }]));
  return {
    agreements: listed.map(({ agreement }) => agreement),
    notes: Object.fromEntries(listed.flatMap(({ agreement, note }) => (note === undefined ? [] : [[agreement, note]]))),
    others: signatories.flatMap(({ name, note = '' }) => (name === undefined ? [] : [{ name, note }])),
  };
}

const projectOf = ({ link = '', ...project }: SentBody['projects'][number]) => ({ ...project, link });

function proposalOf({ kind, agreement, baseVersion, comment, changes }: SentBodyProposal): ProposalValues {
  const typed = changes.map((change) => ({ ...change, typed: typedFrom(change.cell, change.value) }));
  const cells = typed.map(
    ({ cell, typed: value, note = '', source = '' }) =>
      [cell, { value: typeof value === 'string' ? value : '', note, source }] as const,
  );
  const parties = typed.flatMap(({ cell, typed: value }) =>
    typeof value === 'string' ? [] : [[cell, value] as const],
  );
  return readValues('proposal', {
    kind,
    agreement,
    baseVersion,
    comment,
    cells: Object.fromEntries(cells),
    ...Object.fromEntries(parties),
  });
}
