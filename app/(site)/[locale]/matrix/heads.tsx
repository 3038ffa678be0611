import { useLocale, useTranslations } from 'next-intl';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Criterion } from '@/lib/publication/matrix/ordering';
import type { MatrixView } from '@/lib/publication/matrix/filter-schema';
import type { PublicAgreement } from '@/lib/publication/schema';
import type { MatrixLinks } from './links';
import { sortOf } from './links';

type HeadProps = {
  view: MatrixView;
  links: MatrixLinks;
  withNotes: ReadonlySet<string>;
  set: string;
  of: 'row' | 'col';
};

const roleOf = (of: 'row' | 'col') => (of === 'row' ? 'rowheader' : 'columnheader');

/** The head of a criterion: a link that orders the agreements by their values on it, and one to its page. */
export function CriterionHead({ criterion, view, links, withNotes, set, of }: HeadProps & { criterion: Criterion }) {
  const t = useTranslations('matrix');
  const locale = useLocale();
  return (
    <th scope={of} role={roleOf(of)} aria-sort={sortOf(view, criterion.key)}>
      <a href={`${links.orderBy(criterion.key)}#${set}`} title={t('orderByCriterion', { criterion: criterion.title })}>
        {criterion.shortTitle}
      </a>
      <a
        href={pathsIn(locale).criterion(criterion.key)}
        className="about"
        aria-label={t('aboutCriterion', { criterion: criterion.title })}
        title={t('aboutCriterion', { criterion: criterion.title })}
      />
      {withNotes.has(criterion.key) && <NotesLink name={criterion.key} of={criterion.title} links={links} set={set} />}
    </th>
  );
}

/** The head of an agreement: a link to its page, and one that orders the criteria by its values. */
export function AgreementHead({
  agreement,
  view,
  links,
  withNotes,
  set,
  of,
}: HeadProps & { agreement: PublicAgreement }) {
  const t = useTranslations('matrix');
  const isOrder = view.along?.[0] === agreement.slug;
  return (
    <th scope={of} role={roleOf(of)} aria-sort={isOrder ? 'descending' : undefined}>
      <a href={links.agreement(agreement.slug)}>{agreement.shortName}</a>
      <a
        href={`${links.orderAlong(agreement.slug)}#${set}`}
        className="turn"
        aria-label={t('orderAlong', { agreement: agreement.shortName })}
        title={t('orderAlong', { agreement: agreement.shortName })}
      />
      {withNotes.has(agreement.slug) && (
        <NotesLink name={agreement.slug} of={agreement.shortName} links={links} set={set} />
      )}
    </th>
  );
}

/** The link to all notes of a row or column, which are then above the table. */
function NotesLink({ name, of, links, set }: { name: string; of: string; links: MatrixLinks; set: string }) {
  const t = useTranslations('matrix');
  const label = t('readNotes', { of });
  return <a href={`${links.notes(name)}#${set}-notes`} className="all-notes" aria-label={label} title={label} />;
}

/** Any other head: the corner, the number of "yes", the sums. */
export function OrderHead({
  href,
  label,
  hint,
  sort,
  of,
}: {
  href: string;
  label: string;
  hint: string;
  sort?: 'ascending' | 'descending';
  of: 'row' | 'col';
}) {
  return (
    <th scope={of} role={roleOf(of)} aria-sort={sort}>
      <a href={href} title={hint}>
        {label}
      </a>
    </th>
  );
}
