import { sayMoment } from '@/lib/platform/i18n/dates';
import { sayCount } from '@/lib/platform/text/say-count';
import type { DeskRow } from '@/lib/review/queue/queue';

/** So many agreements are named in a row. */
const NAMED = 3;

/** What a contribution is about, how far it has been decided, and what there is to know before it is opened. */
export function RowFacts({ row, late }: { row: DeskRow; late: boolean }) {
  const about = subjectsOf(row);
  const marks = marksOf(row, late);
  return (
    <>
      {about.length > 0 && (
        <span className="me-3 font-semibold" dir="auto">
          {about.slice(0, NAMED).join(', ')}
          {about.length > NAMED && ` and ${about.length - NAMED} more`}
        </span>
      )}
      <span>{decisionsInWords(row)}</span>
      {marks.length > 0 && (
        <ul className="mt-0.5 flex flex-wrap gap-x-3 text-xs">
          {marks.map(({ words, urgent }) => (
            <li key={words} className={urgent ? 'font-semibold text-warn' : 'text-muted'} dir="auto">
              {words}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const subjectsOf = ({ facts: { agreements, newAgreements } }: DeskRow): string[] => [
  ...newAgreements.map((name) => (name === null ? 'New agreement' : `New: ${name}`)),
  ...agreements,
];

function decisionsInWords({ pending, total }: DeskRow): string {
  if (total === 0) return 'None';
  if (pending === 0) return `All ${total} decided`;
  return pending === total ? `${total} to decide` : `${pending} of ${total} to decide`;
}

type RowMark = { words: string; /** Something to act on, not only to know. */ urgent?: boolean };

function marksOf({ facts, replied, revision, onBehalf }: DeskRow, late: boolean): RowMark[] {
  const { conflicts, rivals, files, unconfirmed, publishAt, publicationRefused, tags } = facts;
  const marks: (RowMark | false)[] = [
    late && { words: 'Late', urgent: true },
    replied && { words: 'New message', urgent: true },
    conflicts > 0 && { words: `${conflicts} in conflict`, urgent: true },
    rivals > 0 && { words: `${rivals} with rivals` },
    files > 0 && { words: sayCount(files, 'file') },
    revision > 1 && { words: `Version ${revision}` },
    onBehalf !== null && { words: `Entered on behalf${onBehalf === 'waiting' ? ', waits for confirmation' : ''}` },
    publicationRefused && { words: 'Not published as scheduled', urgent: true },
    publishAt !== null && { words: `To be published on ${sayMoment(new Date(publishAt).toISOString(), 'en')}` },
    unconfirmed && { words: 'Address not confirmed' },
    ...tags.map((tag) => ({ words: `#${tag}` })),
  ];
  return marks.filter((one) => one !== false);
}
