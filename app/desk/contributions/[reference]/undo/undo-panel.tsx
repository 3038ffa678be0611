import { referenceNames } from '@/app/server/reference-names';
import { MessagePlace } from '@/app/ui/message-place';
import { Tag } from '@/app/ui/tag';
import { CHANGE_STATUS_WORDS } from '@/app/desk/words/decisions';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { cellLabel } from '@/lib/agreements/facts/words';
import { sayMoment } from '@/lib/platform/i18n/dates';
import type { Actor } from '@/lib/accounts/policy';
import { readableFor } from '@/lib/review/readable';
import { listCommands } from '@/lib/review/undo/commands';
import type { DecidedCell, DecidedCommand } from '@/lib/review/undo/commands';
import { UndoCommand } from './undo-command';

type UndoPanelProps = {
  reference: string;
  reader: Pick<Actor, 'role'>;
  /** False where the editor could not have made the decision: then they can't undo it. */
  mayUndo: boolean;
};

/**
 * Decisions grouped as they were recorded, newest first, each with a way to undo it as a new revision with a reason.
 */
export async function UndoPanel({ reference, reader, mayUndo }: UndoPanelProps) {
  const commands = readableFor(reader)(await listCommands(reference));
  if (commands.length === 0) return null;
  return (
    <section aria-labelledby="decided" className="border-t border-ink pt-6 pb-10">
      <h2 id="decided" className="text-2xl">
        What has been decided
      </h2>
      <p className="mt-1 max-w-measure text-muted">
        A mistake can be undone. History keeps both: the dataset gets a new version with your reason, and the proposals
        wait for a decision again.
      </p>
      <ol className="mt-5 space-y-6">
        {commands.map((command) => (
          <Command key={command.id} command={command} reference={reference} mayUndo={mayUndo} />
        ))}
      </ol>
    </section>
  );
}

async function Command({
  command: { id, at, by, secondedBy, cells },
  reference,
  mayUndo,
}: Omit<UndoPanelProps, 'reader'> & { command: DecidedCommand }) {
  const names = await referenceNames();
  const left = cells.filter(({ undone, outcome }) => !undone && outcome !== 'superseded');
  return (
    <li className="border-s-2 border-rule ps-4">
      <p className="text-sm">
        <strong>{by}</strong>
        {secondedBy && <> and {secondedBy}</>},{' '}
        <time dateTime={at.toISOString()}>{sayMoment(at.toISOString(), 'en')}</time>
      </p>
      <ul className="mt-2 space-y-1">
        {cells.map((cell) => (
          <Cell
            key={cell.change}
            cell={cell}
            reference={reference}
            title={titleOf(cell, names)}
            mayUndo={mayUndo && cells.length > 1}
          />
        ))}
      </ul>
      <MessagePlace>
        {mayUndo && left.length > 0 && (
          <div className="mt-2">
            <UndoCommand
              all={{ reference, command: id }}
              summary={cells.length === 1 ? 'Undo this decision' : 'Undo all of this'}
              about={`of ${sayMoment(at.toISOString(), 'en')}`}
            />
          </div>
        )}
      </MessagePlace>
    </li>
  );
}

function Cell({
  cell: { change, outcome, undone },
  reference,
  title,
  mayUndo,
}: {
  cell: DecidedCell;
  reference: string;
  title: string;
  mayUndo: boolean;
}) {
  const { word, tone } = CHANGE_STATUS_WORDS[outcome];
  return (
    <li>
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span>{title}</span>
        <Tag tone={undone ? 'neutral' : tone}>{undone ? `${word}, undone since` : word}</Tag>
      </span>
      <MessagePlace>
        {mayUndo && !undone && outcome !== 'superseded' && (
          <UndoCommand one={{ reference, change }} summary="Undo this one" about={title} />
        )}
      </MessagePlace>
    </li>
  );
}

const titleOf = ({ agreement, key }: DecidedCell, names: ReferenceNames) =>
  [agreement, cellLabel(key, 'en', names)].filter(Boolean).join(': ');
