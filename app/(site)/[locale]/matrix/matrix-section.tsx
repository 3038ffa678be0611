import { useTranslations } from 'next-intl';
import type { PublishedReferences } from '@/app/(site)/contributions/reference-link';
import type { MatrixTable as Table } from '@/lib/publication/matrix/layout';
import type { MatrixView } from '@/lib/publication/matrix/filter-schema';
import type { PublicAgreement } from '@/lib/publication/schema';
import { CriteriaList } from './criteria-list';
import type { MatrixLinks } from './links';
import { MatrixNotes } from './matrix-notes';
import { MatrixTable } from './matrix-table';
import { namesWithNotes, noteIds, notesOf, notesTogether } from './notes';
import { NotesTogetherSection } from './notes-together-section';

type MatrixSectionProps = {
  table: Table;
  at: number;
  view: MatrixView;
  links: MatrixLinks;
  published: PublishedReferences;
};

/**
 * One set of criteria: its table of assessed agreements, the notes on the values, the names of the other agreements,
 * and the meaning of each criterion.
 */
export function MatrixSection({ table, at, view, links, published }: MatrixSectionProps) {
  const t = useTranslations('matrix');
  const { set, assessed, others } = table;
  const notes = notesOf(table, `n${at}-`, view.transpose !== undefined);
  const [asked] = view.notes ?? [];
  const together = asked === undefined ? null : notesTogether(table, notes, asked);
  return (
    <section aria-labelledby={set.slug} className="border-t border-rule pt-4 pb-12 md:pb-16">
      <div className="mb-1 flex flex-wrap items-baseline gap-x-6">
        <h2 id={set.slug} className="text-xl leading-snug">
          {set.title}
        </h2>
        <p className="hidden max-w-[48rem] text-sm text-muted sm:block">{set.description}</p>
      </div>
      {together && <NotesTogetherSection id={`${set.slug}-notes`} {...{ together, links, published }} />}
      {assessed.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <MatrixTable
          table={table}
          view={view}
          links={links}
          withNotes={namesWithNotes(notes)}
          noteOf={noteIds(notes)}
        />
      )}
      <p className="mt-5 text-sm text-muted sm:hidden">{set.description}</p>
      {others.length > 0 && <Others agreements={others} links={links} />}
      <MatrixNotes notes={notes} links={links} published={published} />
      <CriteriaList set={set} />
    </section>
  );
}

/** A longer list of names is replaced by a count. */
const MAX_NAMED = 40;

function Others({ agreements, links }: { agreements: PublicAgreement[]; links: MatrixLinks }) {
  const t = useTranslations('matrix');
  const more = agreements.length - MAX_NAMED;
  const list = () =>
    agreements.slice(0, MAX_NAMED).map((agreement, at) => (
      <span key={agreement.slug}>
        {at > 0 && ', '}
        <a href={links.agreement(agreement.slug)} className="link">
          {agreement.shortName}
        </a>
      </span>
    ));
  return (
    <p className="mt-5 max-w-[60rem] text-sm text-muted">
      {more > 0 ? t.rich('unassessedMore', { list, more }) : t.rich('unassessed', { list })}
    </p>
  );
}
