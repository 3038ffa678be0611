import { diffWordsWithSpace } from 'diff';
import type { SentBody, SentBodyProposal } from './prefill';

/** Where a text of a contribution stands. Names are those of slugs, keys and titles: a page says them in its own words. */
export type Place =
  | { kind: 'answer'; question: string }
  | { kind: 'signatory'; name: string; part: 'entry' | 'note' }
  | { kind: 'project'; title: string; part: 'title' | 'description' | 'link' | 'agreements' | 'criteria' }
  | {
      kind: 'proposal';
      about: string;
      isNew: boolean;
      cell: string | null;
      part: 'value' | 'note' | 'source' | 'comment';
    };

export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string };
export type Difference = { place: Place; kind: 'added' | 'removed' | 'changed'; parts: DiffPart[] };

/** How a list of names and a cell's value read; what they are called is for the page to know. */
export type Wording = {
  agreement: (slug: string) => string;
  criterion: (key: string) => string;
  value: (cell: string, value: unknown) => string;
};

type Statement = { id: string; place: Place; text: string };

/**
 * What a revision says otherwise than the one before it, word by word, in the order of the form: answers, signatories,
 * projects, proposals. A project that kept its title, or its place, is the same project.
 */
export function diffBodies(before: SentBody, after: SentBody, wording: Wording): Difference[] {
  const [was, is] = [
    statementsOf(before, wording, titlesIn(before, after)),
    statementsOf(after, wording, (title) => title),
  ];
  const [wasById, isById] = [new Map(was.map((one) => [one.id, one])), new Map(is.map((one) => [one.id, one]))];
  const inOrder = [...is.map(({ id }) => id), ...was.flatMap(({ id }) => (isById.has(id) ? [] : [id]))];
  return inOrder
    .flatMap((id) => difference(wasById.get(id), isById.get(id)) ?? [])
    .toSorted((one, other) => ORDER.indexOf(one.place.kind) - ORDER.indexOf(other.place.kind));
}

const ORDER: Place['kind'][] = ['answer', 'signatory', 'project', 'proposal'];

function difference(was: Statement | undefined, is: Statement | undefined): Difference | undefined {
  const place = (is ?? was)?.place;
  if (!place || was?.text === is?.text) return undefined;
  const parts = diffWords(was?.text ?? '', is?.text ?? '');
  return { place, kind: !was ? 'added' : !is ? 'removed' : 'changed', parts };
}

/** Two texts as one: what stayed, what was added, what was removed. */
export function diffWords(before: string, after: string): DiffPart[] {
  // Two texts of thousands of words with nothing in common would be compared for seconds; then the whole is shown as replaced.
  const parts = diffWordsWithSpace(before, after, { timeout: 300 });
  if (!parts)
    return [
      { kind: 'removed' as const, text: before },
      { kind: 'added' as const, text: after },
    ].filter(({ text }) => text !== '');
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** The share of the shorter text that has to stay for a comparison word by word to be read at all. */
const LEAST_KEPT = 0.3;
/** Shorter runs are an “and” or a “the” that two texts share by chance. */
const A_FEW_WORDS = 9;

/** Two texts as one; null where they are equal, where one is missing, or where so little stays that side by side they read better. */
export function diffWhereAlike(before: string | null, after: string | null): DiffPart[] | null {
  if (before === null || after === null || before === after) return null;
  const parts = diffWords(before, after);
  const kept = parts.reduce(
    (sum, { kind, text }) => (kind === 'same' && text.trim().length >= A_FEW_WORDS ? sum + text.trim().length : sum),
    0,
  );
  return kept >= LEAST_KEPT * Math.min(before.length, after.length) ? parts : null;
}

/** For each project of the former revision, the title it has now: its own, or that of the new one in its place. */
function titlesIn({ projects: was }: SentBody, { projects: is }: SentBody): (title: string, at: number) => string {
  const kept = new Set(was.map(({ title }) => title));
  return (title, at) => {
    if (is.some((project) => project.title === title)) return title;
    const inItsPlace = is[at]?.title;
    return inItsPlace !== undefined && !kept.has(inItsPlace) ? inItsPlace : title;
  };
}

function statementsOf(body: SentBody, wording: Wording, titleNow: (title: string, at: number) => string): Statement[] {
  const stated = (place: Place, text: string | undefined, id = JSON.stringify(place)): Statement[] =>
    text ? [{ id, place, text }] : [];
  return numbered([
    ...Object.entries(body.answers).flatMap(([question, text]) => stated({ kind: 'answer', question }, text)),
    ...body.signatories.flatMap(({ agreement, name, note }) => {
      const entry = agreement ?? name ?? '';
      const shown = agreement === undefined ? entry : wording.agreement(agreement);
      return [
        ...stated({ kind: 'signatory', name: shown, part: 'entry' }, shown, `signatory ${entry}`),
        ...stated({ kind: 'signatory', name: shown, part: 'note' }, note, `note ${entry}`),
      ];
    }),
    ...body.projects.flatMap(({ title, description, link, agreements, criteria }, at) => {
      const texts = {
        title,
        description,
        link,
        agreements: listed(agreements, wording.agreement),
        criteria: listed(criteria, wording.criterion),
      };
      return Object.entries(texts).flatMap(
        ([part, text]) =>
          stated(
            { kind: 'project', title, part: part as keyof typeof texts },
            text,
            `project ${titleNow(title, at)} ${part}`,
          ), // a key of it
      );
    }),
    ...body.proposals.flatMap((proposal) => proposalStatements(proposal, wording)),
  ]);
}

/** Two projects of one title are still two. */
function numbered(statements: Statement[]): Statement[] {
  const seen = new Map<string, number>();
  return statements.map((statement) => {
    const times = (seen.get(statement.id) ?? 0) + 1;
    seen.set(statement.id, times);
    return times === 1 ? statement : { ...statement, id: `${statement.id} #${times}` };
  });
}

const listed = (slugs: string[], say: (slug: string) => string) => slugs.map(say).toSorted().join(', ');

function proposalStatements({ kind, agreement, comment, changes }: SentBodyProposal, wording: Wording): Statement[] {
  const name = changes.find(({ cell }) => cell === 'name')?.value;
  const about = kind === 'update' ? wording.agreement(agreement ?? '') : typeof name === 'string' ? name : '';
  const target = `${kind} ${agreement ?? about.toLowerCase()}`;
  const at = (
    cell: string | null,
    part: 'value' | 'note' | 'source' | 'comment',
    text: string | undefined,
  ): Statement[] =>
    text
      ? [
          {
            id: `proposal ${target} ${cell} ${part}`,
            place: { kind: 'proposal', about, isNew: kind === 'new', cell, part },
            text,
          },
        ]
      : [];
  return [
    ...changes.flatMap(({ cell, value, note, source }) => [
      ...at(cell, 'value', wording.value(cell, value)),
      ...at(cell, 'note', note),
      ...at(cell, 'source', source),
    ]),
    ...at(null, 'comment', comment),
  ];
}
