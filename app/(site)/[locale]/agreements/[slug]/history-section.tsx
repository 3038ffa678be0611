import { useLocale, useTranslations } from 'next-intl';
import { type PublishedReferences, ReferenceLink } from '@/app/(site)/contributions/reference-link';
import { inCellOrder } from '@/app/(site)/dataset/cell-order';
import { Section } from '@/app/ui/section';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { pastContent } from '@/lib/agreements/schema';
import { sayVersionDay } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicCriterionSet, PublicRevision } from '@/lib/publication/schema';
import { CellChange } from './cell-change';

type HistorySectionProps = {
  /** Of which agreement. */
  slug: string;
  revisions: readonly PublicRevision[];
  sets: readonly PublicCriterionSet[];
  names: ReferenceNames;
  published: PublishedReferences;
};

/** The revisions, newest first, each cell with its value before and after. */
export function HistorySection({ revisions, ...context }: HistorySectionProps) {
  const t = useTranslations('agreements.history');
  return (
    <Section id="history" title={t('title')} aside={<HistoryAside />}>
      <ol className="ms-1 border-s border-rule">
        {revisions.map((revision) => (
          <RevisionEntry key={revision.version} revision={revision} {...context} />
        ))}
      </ol>
    </Section>
  );
}

function HistoryAside() {
  const t = useTranslations('agreements.history');
  return (
    <>
      <p>{t('aside')}</p>
      <p className="mt-2">({t('words.legend')})</p>
    </>
  );
}

type RevisionEntryProps = Omit<HistorySectionProps, 'revisions'> & { revision: PublicRevision };

function RevisionEntry({ slug, revision, sets, names, published }: RevisionEntryProps) {
  const t = useTranslations('agreements.history');
  const locale = useLocale();
  const stated = inCellOrder(revision.changes, sets).filter(
    (change) => !(change.before === null && isUnassessed(change.after)),
  );
  const changes = (
    <ul className="mt-2 space-y-3">
      {stated.map((change) => (
        <CellChange key={change.cell} change={change} names={names} />
      ))}
    </ul>
  );
  return (
    <li id={`version-${revision.version}`} className="relative ps-7 pb-8 last:pb-0">
      <span
        aria-hidden="true"
        className="absolute -inset-s-[0.32rem] top-2 size-2.5 rounded-full border-2 border-accent bg-paper"
      />
      <h3 className="font-sans text-base font-semibold">
        <a href={pathsIn(locale).agreementVersion(slug, revision.version)} className="link">
          {t('version', { version: revision.version })}
        </a>{' '}
        <span className="ms-3 font-normal text-muted">
          <time dateTime={revision.at}>{sayVersionDay(revision.at, locale)}</time>
        </span>
      </h3>
      <p className="text-sm text-muted">
        {t(`kinds.${revision.kind}`)}
        {' · '}
        <Origin revision={revision} published={published} />
      </p>
      {revision.reason && (
        <p dir="auto" className="mt-1 max-w-measure text-sm whitespace-pre-line">
          {t('reason', { reason: revision.reason })}
        </p>
      )}
      {revision.kind === 'import' ? (
        <details className="mt-1">
          <summary className="link w-fit text-sm">{t('values', { count: stated.length })}</summary>
          {changes}
        </details>
      ) : (
        changes
      )}
    </li>
  );
}

/** The contribution that the revision came from, the version it reverts, or its own comment. */
function Origin({
  revision: { contribution, reverts, summary },
  published,
}: Pick<RevisionEntryProps, 'revision' | 'published'>) {
  const t = useTranslations('agreements.history');
  if (reverts !== null) {
    return t.rich('reverts', {
      number: reverts,
      version: (words) => (
        <a href={`#version-${reverts}`} className="link">
          {words}
        </a>
      ),
    });
  }
  return contribution
    ? t.rich('from', { reference: () => <ReferenceLink reference={contribution} published={published} /> })
    : summary;
}

/** "Not assessed" at the import of an agreement is not a change. */
const isUnassessed = (content: unknown) => pastContent.safeParse(content).data?.value === 'not_assessed';
