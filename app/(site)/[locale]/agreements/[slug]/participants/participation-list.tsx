import { useLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { publishedReferences } from '@/app/(site)/contributions/reference-link';
import { linkTo } from '@/app/(site)/dataset/view-address';
import { CountsBeside } from '@/app/(site)/participants/counts-beside';
import { ParticipationTable } from '@/app/(site)/participants/participation-table';
import { RegisterChoices } from '@/app/(site)/participants/register-choices';
import { SearchForm } from '@/app/(site)/dataset/search-form';
import { useRegisterWords } from '@/app/(site)/participants/words';
import { ChoicePageLinks } from '@/app/(site)/selection/page-links';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { EmptyState } from '@/app/ui/empty-state';
import { PageHeader } from '@/app/ui/page-header';
import { Section } from '@/app/ui/section';
import { contributions, participationsOf, signatoriesOf } from '@/app/server/published';
import { apiPaths, pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { countsBeside } from '@/lib/publication/participants/counts';
import type { PublicParticipation } from '@/lib/publication/participants/schema';
import {
  participationDivisions,
  participationViewShape,
  soughtParticipations,
} from '@/lib/publication/participants/view';
import type { ParticipationView } from '@/lib/publication/participants/view';
import type { PublicAgreement } from '@/lib/publication/schema';
import { choose, pageOf } from '@/lib/publication/selection';

type Props = { locale: Locale; agreement: PublicAgreement; view: ParticipationView };

/** Who takes part in one agreement, below the counts that are claimed and computed. */
export async function ParticipationList({ locale, agreement, view }: Props) {
  const { slug, shortName } = agreement;
  const [t, navigation, register, signatories, references] = await Promise.all([
    getTranslations('participants'),
    getTranslations('common.navigation'),
    participationsOf(slug),
    signatoriesOf(slug),
    contributions(),
  ]);
  const paths = pathsIn(locale);
  const base = paths.agreementParticipants(slug);
  const { participations: list, withdrawn } = register;
  const unnamed = register.unnamed + (signatories?.unnamed ?? 0);
  const counts = countsBeside({ agreement, rows: list, unnamed, withdrawn });
  const chosen = { q: view.q?.[0], kind: view.kind?.[0], action: view.action?.[0] };
  const { rows, choices } = choose(soughtParticipations(list, chosen.q), participationDivisions, chosen);
  const { rows: shown, page, pages } = pageOf(rows, Number(view.page?.[0] ?? 1), 100);
  return (
    <article>
      <Breadcrumbs
        label={t('page.breadcrumbs')}
        items={[
          { label: navigation('agreements'), href: paths.agreements },
          { label: shortName, href: paths.agreement(slug) },
        ]}
      />
      <PageHeader title={t('agreement.title', { name: shortName })} lead={t('agreement.aside')} />
      <Section id="counts" title={t('counts.title')} aside={t('counts.aside')}>
        <CountsBeside counts={counts} />
      </Section>
      <Section id="rows" title={t('title')} layout="above">
        {list.length === 0 ? (
          <EmptyState title={t('agreement.none')}>
            {t.rich('agreement.say', { link: linkTo(paths.agreementUpdate(slug)) })}
          </EmptyState>
        ) : (
          <>
            <SearchForm action={`${base}/find`} chosen={chosen} label={t('search.label')} submit={t('search.submit')} />
            <RegisterChoices
              names={['kind', 'action']}
              shape={participationViewShape}
              base={base}
              choices={choices}
              chosen={chosen}
            />
            <p className="mb-4 text-muted">
              {t('rows', { count: rows.length })}
              {Object.values(chosen).some(Boolean) && (
                <a href={base} className="link ms-4">
                  {t('filter.all')}
                </a>
              )}
            </p>
            {rows.length > 0 ? (
              <ParticipationTable
                id="participations"
                caption={t('table.list')}
                head={t('table.participant')}
                rows={shown.map(({ participant, ...row }) => ({ row, head: <ParticipantHead {...participant} /> }))}
                published={publishedReferences(references)}
              />
            ) : (
              <EmptyState title={t('nothing.title')}>{t('nothing.body')}</EmptyState>
            )}
            <ChoicePageLinks page={page} pages={pages} base={base} shape={participationViewShape} view={view} />
          </>
        )}
        <p className="no-print mt-8">
          {t.rich('files', {
            csv: linkTo(`${base}/participants.csv`),
            excel: linkTo(`${base}/participants.csv?bom=1`),
            json: linkTo(apiPaths.agreementParticipants(slug)),
          })}
        </p>
      </Section>
    </article>
  );
}

function ParticipantHead({ slug, name, kind, country }: PublicParticipation['participant']) {
  const words = useRegisterWords();
  return (
    <>
      <a href={pathsIn(useLocale()).participant(slug)} className="link wrap-anywhere" dir="auto">
        {name}
      </a>
      <span className="block text-sm font-normal text-muted">
        {[words('kind', kind), ...(country === null ? [] : [words('country', country)])].join(', ')}
      </span>
    </>
  );
}
