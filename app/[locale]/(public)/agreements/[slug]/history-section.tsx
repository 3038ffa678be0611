import { useLocale, useTranslations } from 'next-intl';
import { Day } from '@/app/_components/moment';
import { Section } from '@/app/_components/section';
import { pathsIn } from '@/lib/i18n/paths';
import type { PublicCriterionSet, PublicRevision } from '@/lib/publishing/schema';
import { CellChange } from './cell-change';

type HistorySectionProps = { revisions: readonly PublicRevision[]; sets: readonly PublicCriterionSet[] };

/** The revisions as a line through time, the newest on top, each cell with what it was and what it became. */
export function HistorySection({ revisions, sets }: HistorySectionProps) {
  const t = useTranslations('agreements.history');
  return (
    <Section id="history" title={t('title')} aside={t('aside')}>
      <ol className="ms-1 border-s border-rule">
        {revisions.map((revision) => (
          <RevisionEntry key={revision.version} revision={revision} sets={sets} />
        ))}
      </ol>
    </Section>
  );
}

function RevisionEntry({ revision, sets }: { revision: PublicRevision; sets: readonly PublicCriterionSet[] }) {
  const t = useTranslations('agreements.history');
  const locale = useLocale();
  const { contribution } = revision;
  const changes = (
    <ul className="mt-2 space-y-3">
      {revision.changes.map((change) => (
        <CellChange key={change.cell} change={change} sets={sets} />
      ))}
    </ul>
  );
  return (
    <li id={`version-${revision.version}`} className="relative ps-7 pb-8 last:pb-0">
      <span aria-hidden="true" className="absolute -inset-s-[0.32rem] top-2 size-2.5 rounded-full border-2 border-accent bg-paper" />
      <h3 className="font-sans text-base font-semibold">
        {t('version', { version: revision.version })}
        <span className="ms-3 font-normal text-muted">
          <Day value={revision.at} locale={locale} />
        </span>
      </h3>
      <p className="text-sm text-muted">
        {t(`kinds.${revision.kind}`)}
        {' · '}
        {contribution
          ? t.rich('from', {
              reference: () => (
                <a href={pathsIn(locale).contribution(contribution)} className="link whitespace-nowrap">
                  {contribution}
                </a>
              ),
            })
          : revision.summary}
      </p>
      {revision.kind === 'import' ? (
        <details className="mt-1">
          <summary className="link w-fit text-sm">{t('values', { count: revision.changes.length })}</summary>
          {changes}
        </details>
      ) : (
        changes
      )}
    </li>
  );
}
