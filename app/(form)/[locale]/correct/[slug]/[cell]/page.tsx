import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ChallengeFields } from '@/app/(form)/challenge/challenge-fields';
import { ChallengeForm } from '@/app/(form)/challenge/challenge-form';
import { challengeCell } from '@/app/(form)/challenge/actions';
import { CellWords } from '@/app/(form)/display/cell-words';
import { callOf } from '@/app/(form)/server/form';
import { namesOf } from '@/app/(form)/server/names';
import { titleWithError } from '@/app/(form)/server/titles';
import { localeOf } from '@/app/(site)/frame/locale';
import { referenceNames } from '@/app/server/reference-names';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { findAgreements, listAgreementNames, listCriteria, readAgreementCells } from '@/lib/agreements/cells';
import type { AgreementCells } from '@/lib/agreements/cells';
import { fieldOf } from '@/lib/agreements/facts/registry';
import { cellLabel } from '@/lib/agreements/facts/words';
import { STANDING_CALL } from '@/lib/calls/constants';
import { formKeyOf, isChallengeable, isClearable, valuesOf } from '@/lib/contributions/challenges/challenged-cell';
import { LANGUAGES } from '@/lib/platform/i18n/languages';
import { namesIn } from '@/lib/platform/i18n/names-in';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { noteShown } from '@/lib/platform/rate-limit/form-shown';

type Props = PageProps<'/[locale]/correct/[slug]/[cell]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { agreement, title } = await challengedCell(await params, locale);
  const t = await getTranslations('challenges.form');
  return { title: await titleWithError(t('title', { cell: title, agreement: agreement.shortName })) };
}

/** The short form for one cell of one agreement, which every public page links from its values. */
export default async function CorrectPage({ params }: Props) {
  const locale = await localeOf(params);
  const { agreement, cell, title, retired } = await challengedCell(await params, locale);
  const [t, proposal] = [await getTranslations('challenges.form'), await getTranslations('contribute.form.proposal')];
  const [call, names, paths] = [await callOf(STANDING_CALL, locale), await referenceNames(), pathsIn(locale)];
  const today = agreement.cells[cell];
  return (
    <PageHeader eyebrow={agreement.name} title={t('heading', { cell: title })}>
      {retired ? (
        <Notice kind="info" title={t('retired')} />
      ) : call ? (
        <>
          <section aria-labelledby="today" className="max-w-measure border-s-2 border-rule ps-4">
            <h2 id="today" className="eyebrow mb-1">
              {proposal('today')}
            </h2>
            {today ? (
              <CellWords cell={cell} content={today} names={names} />
            ) : (
              <p className="text-muted">{proposal('todayEmpty')}</p>
            )}
          </section>
          <Form locale={locale} agreement={agreement} cell={cell} title={title} />
        </>
      ) : (
        <Notice kind="info" title={t('hidden')} />
      )}
      <p className="mt-8 flex flex-wrap gap-x-6 gap-y-2">
        <a href={paths.agreement(agreement.slug)} className="link">
          {t('back')}
        </a>
        {call && !retired && (
          <a href={paths.agreementUpdate(agreement.slug)} rel="nofollow" className="link">
            {t('several')}
          </a>
        )}
      </p>
    </PageHeader>
  );
}

type Challenged = { agreement: AgreementCells; cell: string; title: string; retired: boolean };

/** The cell at an address. Finds a retired agreement as well: pages of its versions link here. */
async function challengedCell(
  { slug, cell: written }: { slug: string; cell: string },
  locale: Locale,
): Promise<Challenged> {
  const cell = decodedPart(written);
  const [agreement, sets] = [await readAgreementCells(slug), await listCriteria()];
  const criteria = sets.flatMap((set) => set.criteria.map(({ key }) => key));
  if (!agreement || agreement.version === 0 || !isChallengeable(cell, agreement, criteria)) return notFound();
  const title = cellLabel(cell, locale, await referenceNames());
  return { agreement, cell, title, retired: !(await findAgreements([slug])).has(slug) };
}

/** The key of a row has a colon, which arrives encoded. */
function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return notFound();
  }
}

async function Form({ locale, agreement, cell, title }: Omit<Challenged, 'retired'> & { locale: Locale }) {
  const [agreements, sets] = [await listAgreementNames(), await listCriteria()];
  const { slug, version, cells } = agreement;
  return (
    <ChallengeForm
      action={challengeCell.bind(null, { locale, agreement: slug, cell })}
      address={pathsIn(locale).correction(slug, cell)}
      shown={noteShown()}
      initial={valuesOf({ agreement: slug, baseVersion: version, cell }, cells[cell])}
      names={await namesOf({ agreements, sets })}
    >
      <ChallengeFields
        cell={formKeyOf(cell)}
        title={title}
        isNew={cells[cell] === undefined && fieldOf(cell) !== null}
        clearable={isClearable(cell)}
        options={{
          agreement: agreements.map((one): [string, string] => [one.slug, one.shortName]),
          criterion: sets.flatMap((set) => set.criteria.map((one): [string, string] => [one.key, one.title])),
          language: namesIn(locale, 'language', LANGUAGES).map(({ code, name }): [string, string] => [code, name]),
        }}
      />
    </ChallengeForm>
  );
}
