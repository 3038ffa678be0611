import { readReferenceNames } from '@/lib/agreements/cells';
import { cellLabel } from '@/lib/agreements/facts/words';
import { wordedFor } from '@/lib/calls/audiences';
import { readQuestionnaire } from '@/lib/calls/calls';
import type { StoredTextRow } from '@/lib/contributions/redaction/overlay';
import { listTexts } from '@/lib/platform/redaction/texts';
import type { Tx } from '@/lib/platform/db/client';

const COLUMNS: Record<string, string> = {
  text: 'text',
  value: 'value',
  name: 'name',
  note: 'note',
  source: 'source',
  title: 'title',
  description: 'description',
  link: 'link',
};

/** What each text of a contribution is called at the desk and in messages, by its place. */
export async function readPlaceLabels(
  contributionId: string,
  rows: readonly StoredTextRow[],
  tx: Tx,
): Promise<Map<string, string>> {
  const { questionnaireId, audience } = await tx.contribution.findUniqueOrThrow({
    where: { id: contributionId },
    select: { questionnaireId: true, audience: true },
  });
  const asked = await readQuestionnaire(questionnaireId, 'en', tx);
  const questions = asked ? wordedFor(asked, audience).questions : [];
  const titles = new Map<string, string>(questions.map(({ key, shortTitle }) => [key, shortTitle]));
  const cells = await readCellTitles(rows, tx);
  return new Map(
    rows.flatMap((row) =>
      listTexts([row]).map(({ place }) => [place, labelOf(place, row, { titles, cells })] as const),
    ),
  );
}

type Titles = { titles: ReadonlyMap<string, string>; cells: ReadonlyMap<string, string> };

function labelOf(place: string, row: StoredTextRow, { titles, cells }: Titles): string {
  const [kind = '', key = ''] = row.place.split('/');
  const [column = '', ...path] = place.slice(row.place.length + 1).split('/');
  const part = [COLUMNS[column] ?? column, ...path.map(sayStep)].join(' ');
  switch (kind) {
    case 'answer':
      return column === 'text' ? (titles.get(key) ?? key) : `${titles.get(key) ?? key}: ${part}`;
    case 'signatory':
      return `Agreement signed ${Number(key) + 1}: ${part}`;
    case 'project':
      return `Project ${Number(key) + 1}: ${part}`;
    default:
      return `Proposed value, ${cells.get(key) ?? ''}: ${part}`;
  }
}

/** Entries of a list are counted from one. */
const sayStep = (step: string) => (/^\d+$/.test(step) ? String(Number(step) + 1) : step);

/** By proposed change: the agreement and the cell. */
async function readCellTitles(rows: readonly StoredTextRow[], tx: Tx): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ place }) => (place.startsWith('cell/') ? [place.slice('cell/'.length)] : []));
  if (ids.length === 0) return new Map();
  const names = await readReferenceNames(tx);
  const changes = await tx.proposedChange.findMany({
    where: { id: { in: ids } },
    select: { id: true, key: true, agreement: { select: { shortName: true } } },
  });
  return new Map(
    changes.map(({ id, key, agreement }) => [
      id,
      `${agreement?.shortName ?? 'new agreement'}, ${cellLabel(key, 'en', names)}`,
    ]),
  );
}
