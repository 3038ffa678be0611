import { MessagePlace } from '@/app/ui/message-place';
import { sayMoment, sayVersionDay } from '@/lib/platform/i18n/dates';
import type { DeskRevision, DeskRevisionCell } from '@/lib/review/desk-agreement';
import { CellContentView } from '@/app/desk/contributions/[reference]/cells/cell-content';
import { References } from './cell-group';
import { UndoForm } from './undo-form';
import { sayCount } from '@/lib/platform/text/say-count';

const KINDS: Record<DeskRevision['kind'], string> = {
  import: 'Taken over from the source',
  decision: 'Decision',
  revert: 'Taken back',
  retirement: 'Retired',
  reinstatement: 'Brought back',
};

type HistoryProps = {
  slug: string;
  revisions: readonly DeskRevision[];
  /** Older versions exist that are not shown. */ more: boolean;
  mayUndo: boolean;
};

/** Every version, newest first: its changes, reason, editor and contribution, and a way to undo it. */
export function History({ slug, revisions, more, mayUndo }: HistoryProps) {
  return (
    <section aria-labelledby="history" className="pt-4 pb-10">
      <h2 id="history" className="border-b border-ink pb-2 text-2xl">
        History
      </h2>
      <p className="mt-2 text-sm text-muted">Nothing is ever removed from it: to undo something makes a new version.</p>
      <ol>
        {revisions.map((revision) => (
          <RevisionEntry key={revision.version} slug={slug} revision={revision} mayUndo={mayUndo} />
        ))}
      </ol>
      {more && (
        <p className="mt-4">
          <a href={`/en/agreements/${slug}#history`} className="link">
            Older versions on its public page
          </a>
        </p>
      )}
    </section>
  );
}

function RevisionEntry({
  slug,
  revision,
  mayUndo,
}: Omit<HistoryProps, 'revisions' | 'more'> & { revision: DeskRevision }) {
  const { version, kind, reason, cells, revertedBy } = revision;
  const undoable = kind === 'decision' || kind === 'revert' ? cells.filter((cell) => cell.stands) : [];
  return (
    <li id={`version-${version}`} className="border-b border-rule py-5">
      <h3 className="font-sans text-base font-semibold">
        Version {version} <span className="ms-2 font-normal text-muted">{KINDS[kind]}</span>
      </h3>
      <Origin revision={revision} />
      {reason && (
        <p dir="auto" className="mt-2 max-w-measure whitespace-pre-line">
          Why: {reason}
        </p>
      )}
      {revertedBy.length > 0 && <p className="mt-2 text-sm">Taken back by version {revertedBy.join(', ')}.</p>}
      {kind === 'import' ? (
        <p className="mt-2 text-sm text-muted">{sayCount(cells.length, 'cell')}.</p>
      ) : (
        cells.length > 0 && (
          <ul className="mt-3 space-y-4">
            {cells.map((cell) => (
              <ChangedCell key={cell.key} cell={cell} />
            ))}
          </ul>
        )
      )}
      <MessagePlace>
        {mayUndo && undoable.length > 0 && (
          <UndoForm
            slug={slug}
            version={version}
            cells={undoable.map(({ key, title }) => ({ key, title }))}
            of={cells.length}
          />
        )}
      </MessagePlace>
    </li>
  );
}

function Origin({ revision: { kind, at, by, seconded, contribution, reverts, summary } }: { revision: DeskRevision }) {
  return (
    <p className="text-sm text-muted">
      <time dateTime={at.toISOString()}>
        {kind === 'import' ? sayVersionDay(at.toISOString(), 'en') : sayMoment(at.toISOString(), 'en')}
      </time>
      {by && `, ${by}`}
      {seconded && ` and ${seconded}`}
      {reverts !== null && (
        <>
          , takes back{' '}
          <a href={`#version-${reverts}`} className="link">
            version {reverts}
          </a>
        </>
      )}
      {contribution ? (
        <>
          , <References references={[contribution]} />
        </>
      ) : (
        reverts === null && `, ${summary}`
      )}
    </p>
  );
}

function ChangedCell({ cell: { key, title, before, after, stands } }: { cell: DeskRevisionCell }) {
  return (
    <li className="text-sm">
      <p className="font-semibold">
        {title}
        {!stands && <span className="ms-2 font-normal text-muted">(changed again since)</span>}
      </p>
      <dl className="mt-1 grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        <dt className="text-muted">was</dt>
        <dd>
          <CellContentView cell={key} content={before} />
        </dd>
        <dt className="text-muted">became</dt>
        <dd>
          <CellContentView cell={key} content={after} />
        </dd>
      </dl>
    </li>
  );
}
