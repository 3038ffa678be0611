import { listCriteria } from '@/lib/agreements/queries';
import { readQuestionnaire } from '@/lib/calls/queries';
import { diffBodies } from '@/lib/contributions/corrections/diff';
import type { Difference } from '@/lib/contributions/corrections/diff';
import { readSentBody } from '@/lib/contributions/corrections/queries';
import { readNewestMessage } from '@/lib/contributions/messages/queries';
import { db } from '@/lib/db/client';
import { cellTitles } from '@/lib/review/page/titles';

export type AnsweredItem = {
  kind: 'question' | 'cell';
  id: string;
  /** Of a cell: what its agreement is called. */
  agreement: string | null;
  /** What the question or the cell is called. */
  about: string;
  text: string;
  changed: boolean;
};
export type AnsweredRequest = {
  askedAt: Date;
  /** The version the request was about, and the one that has come since. */
  from: number;
  to: number;
  text: string;
  items: AnsweredItem[];
  /** Whether anything at all says something else. */
  changed: boolean;
};

/**
 * What became of the editors' last request for changes in the versions sent since: for each answer and each cell they asked about,
 * whether it says something else now. Null where nothing was asked for, or nothing has been sent since, or it is settled.
 */
export async function readAnsweredRequest(reference: string): Promise<AnsweredRequest | null> {
  const row = await db.contribution.findFirst({
    where: { reference, status: 'submitted' },
    select: { id: true, currentRevision: true, questionnaireId: true },
  });
  const request = row && (await readNewestMessage(row.id, 'changes_requested'));
  if (!row || !request || request.revision >= row.currentRevision) return null;
  const [before, after] = [
    await readSentBody(row.id, request.revision),
    await readSentBody(row.id, row.currentRevision),
  ];
  if (!before || !after) return null;
  const differences = diffBodies(before, after, {
    agreement: (slug) => slug,
    criterion: (key) => key,
    value: (_, value) => JSON.stringify(value),
  });
  const [questions, cells] = [
    (await readQuestionnaire(row.questionnaireId, 'en'))?.questions ?? [],
    await readAskedCells(request.items.flatMap(({ kind, id }) => (kind === 'cell' ? [id] : []))),
  ];
  const items = request.items.map(({ kind, id, text }): AnsweredItem => {
    const question = kind === 'question' ? questions.find(({ key }) => key === id) : undefined;
    const cell = kind === 'cell' ? cells.get(id) : undefined;
    const changed = differences.some(({ place }) =>
      question ? isOfQuestion(place, question) : cell !== undefined && isOfCell(place, cell),
    );
    return { kind, id, text, agreement: cell?.name ?? null, about: question?.shortTitle ?? cell?.title ?? id, changed };
  });
  return {
    askedAt: request.at,
    from: request.revision,
    to: row.currentRevision,
    text: request.text,
    items,
    changed: differences.length > 0,
  };
}

type Place = Difference['place'];
const PARTS = { signatory: 'signatory', projects: 'project', proposals: 'proposal', text: null } as const;

/** A question holds its answer, and what its kind asks for besides. */
function isOfQuestion(place: Place, { key, kind }: { key: string; kind: keyof typeof PARTS }): boolean {
  return place.kind === 'answer' ? place.question === key : place.kind === PARTS[kind];
}

type AskedCell = {
  key: string;
  title: string;
  /** The agreement's slug, or the name proposed for a new one. */ target: string;
  name: string;
};

const isOfCell = (place: Place, { key, target }: AskedCell) =>
  place.kind === 'proposal' && place.cell === key && place.about === target;

/** The cells a request named, by the proposed change it named them by. */
async function readAskedCells(ids: string[]): Promise<Map<string, AskedCell>> {
  if (ids.length === 0) return new Map();
  const titles = cellTitles(await listCriteria());
  const rows = await db.proposedChange.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      key: true,
      proposal: {
        select: {
          kind: true,
          agreement: { select: { slug: true, shortName: true } },
          changes: { where: { key: 'name' }, select: { value: true } },
        },
      },
    },
  });
  return new Map(
    rows.map(({ id, key, proposal: { kind, agreement, changes } }) => {
      const proposed = String(changes[0]?.value ?? '');
      const target = kind === 'update' ? (agreement?.slug ?? '') : proposed;
      return [id, { key, title: titles.get(key) ?? key, target, name: agreement?.shortName ?? proposed }];
    }),
  );
}
