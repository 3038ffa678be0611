import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { linkTo } from '@/app/(site)/dataset/view-address';
import { SearchForm } from '@/app/(site)/dataset/search-form';
import { RegisterChoices } from '@/app/(site)/participants/register-choices';
import { useRegisterWords } from '@/app/(site)/participants/words';
import { SearchEverywhere } from '@/app/(site)/selection/search-everywhere';
import { ChoicePageLinks } from '@/app/(site)/selection/page-links';
import { LinkButton } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { PageHeader } from '@/app/ui/page-header';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { participants } from '@/app/server/published';
import { apiPaths, downloadPath, pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { PublicParticipantLine } from '@/lib/publication/participants/schema';
import { participantDivisions, participantViewShape, soughtParticipants } from '@/lib/publication/participants/view';
import type { ParticipantView } from '@/lib/publication/participants/view';
import { choose, pageOf } from '@/lib/publication/selection';

const FILTERS = ['kind', 'group', 'country', 'action'] as const;

/** The participants of a view, below the search and the index of kinds, groups, countries and actions. */
export async function ParticipantList({ locale, view }: { locale: Locale; view: ParticipantView }) {
  const [t, list] = await Promise.all([getTranslations('participants'), participants()]);
  const paths = pathsIn(locale);
  const chosen = Object.fromEntries(['q', ...FILTERS].map((name) => [name, view[name as 'q']?.[0]])); // names of the shape
  const { rows, choices } = choose(soughtParticipants(list, chosen.q), participantDivisions, chosen);
  const { rows: shown, page, pages } = pageOf(rows, Number(view.page?.[0] ?? 1), 100);
  const csv = downloadPath('participants.csv');
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')}>
        <p className="max-w-measure text-sm text-muted">{t('limits')}</p>
      </PageHeader>
      {list.length === 0 ? (
        <EmptyState title={t('empty.title')} action={<LinkButton href={paths.calls}>{t('empty.action')}</LinkButton>}>
          {t('empty.body')}
        </EmptyState>
      ) : (
        <>
          <SearchForm
            action={`${paths.participants}/find`}
            chosen={chosen}
            label={t('search.label')}
            submit={t('search.submit')}
          />
          <RegisterChoices
            names={FILTERS}
            shape={participantViewShape}
            base={paths.participants}
            choices={choices}
            chosen={chosen}
          />
          <p className="mb-4 text-muted">
            {t('count', { count: rows.length })}
            {Object.values(chosen).some(Boolean) && (
              <a href={paths.participants} className="link ms-4">
                {t('filter.all')}
              </a>
            )}
          </p>
          {rows.length > 0 ? (
            <ParticipantTable rows={shown} pathOf={paths.participant} />
          ) : (
            <EmptyState title={t('nothing.title')} action={<SearchEverywhere words={chosen.q} />}>
              {t('nothing.body')}
            </EmptyState>
          )}
          <ChoicePageLinks
            page={page}
            pages={pages}
            base={paths.participants}
            shape={participantViewShape}
            view={view}
          />
          <p className="no-print mt-8">
            {t.rich('files', {
              csv: linkTo(csv),
              excel: linkTo(`${csv}?bom=1`),
              json: linkTo(apiPaths.participants),
            })}
          </p>
        </>
      )}
    </>
  );
}

function ParticipantTable({
  rows,
  pathOf,
}: {
  rows: readonly PublicParticipantLine[];
  pathOf: (slug: string) => string;
}) {
  const t = useTranslations('participants');
  const words = useRegisterWords();
  return (
    <Table id="participants" caption={t('table.list')} captionHidden stacked>
      <thead role="rowgroup">
        <Row>
          <ColumnHead>{t('table.participant')}</ColumnHead>
          <ColumnHead>{t('filter.kind')}</ColumnHead>
          <ColumnHead>{t('filter.country')}</ColumnHead>
          <ColumnHead>{t('filter.action')}</ColumnHead>
          <ColumnHead>{t('table.agreements')}</ColumnHead>
        </Row>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ slug, name, kind, country, group, actions, agreements }) => (
          <Row key={slug}>
            <RowHead>
              <a href={pathOf(slug)} className="link wrap-anywhere" dir="auto">
                {name}
              </a>
            </RowHead>
            <Cell label={t('filter.kind')}>
              {words('kind', kind)}
              {group !== null && <span className="block text-sm text-muted">{words('group', group)}</span>}
            </Cell>
            <Cell label={t('filter.country')}>{country === null ? '–' : words('country', country)}</Cell>
            <Cell label={t('filter.action')}>{actions.map((action) => words('action', action)).join(', ')}</Cell>
            <Cell label={t('table.agreements')}>{agreements.length}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
