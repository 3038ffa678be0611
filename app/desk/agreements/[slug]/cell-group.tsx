import { Link } from '@/app/ui/link';
import { CellContentView } from '@/app/desk/contributions/[reference]/cells/cell-content';
import { sayDay } from '@/lib/platform/i18n/dates';
import type { DeskCell, DeskCellGroup } from '@/lib/review/desk-agreement';

/** A group of cells: the value of each, its origin, and the pending proposals for it. */
export function CellGroup({ group, slug, proposable }: { group: DeskCellGroup; slug: string; proposable: boolean }) {
  return (
    <section aria-labelledby={group.key} className="pb-10">
      <h2 id={group.key} className="border-b border-ink pb-2 text-2xl">
        {group.title}
      </h2>
      {group.cells.map((cell) => (
        <CurrentCell key={cell.key} cell={cell} slug={slug} proposable={proposable} />
      ))}
    </section>
  );
}

function CurrentCell({
  cell: { key, title, content, contributions, pending },
  slug,
  proposable,
}: {
  cell: DeskCell;
  slug: string;
  proposable: boolean;
}) {
  return (
    <div
      id={`cell-${key}`}
      className="grid gap-x-10 gap-y-2 border-b border-rule py-4 md:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <div>
        <h3 className="font-sans text-base font-semibold">{title}</h3>
        {proposable && (
          <Link
            href={`/desk/agreements/${slug}/propose?cell=${key}#cell-${key}`}
            className="link text-sm"
            aria-label={`Propose a change of: ${title}`}
          >
            Propose a change
          </Link>
        )}
      </div>
      <div className="min-w-0">
        <CellContentView cell={key} content={content} />
        {content && (
          <p className="mt-1 text-sm text-muted">
            Since version {content.version}
            {content.decidedAt && (
              <>
                ,{' '}
                <time dateTime={content.decidedAt.toISOString()}>{sayDay(content.decidedAt.toISOString(), 'en')}</time>
              </>
            )}
            {contributions.length > 0 && (
              <>
                , from <References references={contributions} />
              </>
            )}
            .
          </p>
        )}
        {pending.length > 0 && (
          <ul className="mt-3 space-y-2 border-s-2 border-accent ps-4">
            {pending.map((proposal, at) => (
              <li key={at} className="text-sm">
                <p className="font-semibold">
                  Proposed by <References references={[proposal.reference]} />:
                </p>
                <CellContentView cell={key} content={proposal} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

export function References({ references }: { references: readonly string[] }) {
  return references.map((reference, at) => (
    <span key={reference}>
      {at > 0 && ', '}
      <Link href={`/desk/contributions/${reference}`} className="link whitespace-nowrap">
        {reference}
      </Link>
    </span>
  ));
}
