import { Sign } from '@/app/ui/sign';
import type { SignKind } from '@/app/ui/sign';
import { mergedContent, sameContent } from '@/lib/review/merge';
import type { ReviewChange } from '@/lib/review/review-page/proposals';
import { MAX_COUNTED } from '@/lib/review/review-page/competing-changes';

export type CellMark = { kind: SignKind; words: string };

type Marked = Pick<ReviewChange, 'key' | 'base' | 'current' | 'proposed' | 'state' | 'rivals' | 'rivalsTotal'>;

/**
 * What keeps an undecided cell from being accepted as it is, in few words: a conflict, a change since, other proposals,
 * a value that would have no source but the contribution, a note or source that goes. Empty where it is ready.
 */
export function cellMarks({ base, current, proposed, state, rivals, rivalsTotal }: Marked): CellMark[] {
  if (state === null) return [];
  const moved = !sameContent(base, current);
  const same = rivals.filter(({ identical }) => identical).length;
  const different = rivalsTotal - same;
  const goes = (['note', 'source'] as const).filter((part) => current?.[part] && proposed[part] === '');
  const marks: (CellMark | false)[] = [
    state === 'conflict' && { kind: 'warning', words: 'Conflict' },
    state === 'unchanged' && { kind: 'info', words: 'The dataset says so already' },
    moved && { kind: 'info', words: 'changed since' },
    different > 0 && { kind: 'warning', words: rivalsInWords(different) },
    same > 0 && { kind: 'info', words: same === 1 ? 'one says the same' : `${same} say the same` },
    goes.length > 0 && { kind: 'warning', words: `removes ${goes.join(' and ')}` },
    state !== 'unchanged' && isWithoutSource(current, proposed) && { kind: 'info', words: 'no source' },
  ];
  return marks.filter((mark) => mark !== false);
}

const rivalsInWords = (count: number) =>
  count === 1 ? 'one rival' : `${count >= MAX_COUNTED ? `at least ${MAX_COUNTED}` : count} rivals`;

/** Neither the proposal names a source nor the dataset: then only the contribution would be named as one. */
function isWithoutSource(current: Marked['current'], proposed: Marked['proposed']): boolean {
  return (
    proposed.value !== null && proposed.value !== 'not_assessed' && mergedContent(current, proposed, '').source === ''
  );
}

const LOOKS: Partial<Record<SignKind, string>> = { warning: 'font-semibold text-warn', info: 'text-muted' };

/** The marks of a cell in one line. */
export function CellMarks({ change }: { change: Marked }) {
  const marks = cellMarks(change);
  if (marks.length === 0) return null;
  return (
    <p className="inline-flex flex-wrap gap-x-2 text-xs">
      {marks.map(({ kind, words }) => (
        <span key={words} className={`flex items-baseline gap-1 ${LOOKS[kind] ?? ''}`}>
          {kind === 'warning' && <Sign kind={kind} />}
          <span>{words}</span>
        </span>
      ))}
    </p>
  );
}
