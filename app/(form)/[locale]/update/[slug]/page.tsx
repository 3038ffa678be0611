import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { LinkButton } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { DeadlineWords } from '@/app/(form)/display/deadline-words';
import { startUpdate } from '@/app/(form)/server/actions';
import { mayBeWrittenIn, openForm } from '@/app/(form)/server/form';
import { titleWithError } from '@/app/(form)/server/titles';
import { StartForm } from '@/app/(form)/[locale]/calls/[call]/contribute/start-form';
import { localeOf } from '@/app/(site)/frame/locale';
import { findAgreements, readAgreementCells } from '@/lib/agreements/cells';
import { findCallThatAsks } from '@/lib/calls/calls';
import type { CallPage } from '@/lib/calls/calls';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';

type Props = PageProps<'/[locale]/update/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const agreement = await agreementOf((await params).slug);
  return {
    title: await titleWithError((await getTranslations('contribute.update'))('title', { agreement: agreement.name })),
  };
}

/** From an agreement's page to its update in the open call, with one button; or says that no call is open. */
export default async function UpdatePage({ params }: Props) {
  const locale = await localeOf(params);
  const agreement = await agreementOf((await params).slug);
  const [t, call] = [await getTranslations('contribute.update'), await findCallThatAsks('proposals', locale)];
  const [paths, back] = [pathsIn(locale), await getTranslations('contribute.update')];
  return (
    <PageHeader
      eyebrow={call?.texts.title}
      title={t('title', { agreement: agreement.name })}
      lead={call && !agreement.retired ? t('lead') : undefined}
    >
      {agreement.retired ? (
        <Notice kind="info" title={t('retired')} />
      ) : call ? (
        <Begin locale={locale} call={call} agreement={agreement.slug} />
      ) : (
        <NoCall locale={locale} />
      )}
      <p className="mt-6">
        <a href={paths.agreement(agreement.slug)} className="link">
          {back('back')}
        </a>
      </p>
    </PageHeader>
  );
}

/** Finds a retired agreement as well: its page and those of its versions link here. */
async function agreementOf(slug: string): Promise<{ slug: string; name: string; retired: boolean }> {
  const listed = (await findAgreements([slug])).get(slug);
  const agreement = listed ?? (await readAgreementCells(slug));
  return agreement ? { slug: agreement.slug, name: agreement.name, retired: !listed } : notFound();
}

async function Begin({ locale, call, agreement }: { locale: Locale; call: CallPage; agreement: string }) {
  const [t, open] = [await getTranslations('contribute.update'), await openForm(locale, call.slug)];
  const here = open !== null && mayBeWrittenIn(open);
  return (
    <>
      <DeadlineWords call={call} locale={locale} />
      {here && <p className="mt-4 max-w-measure">{t('inDraft')}</p>}
      <StartForm
        start={startUpdate.bind(null, { locale, call: call.slug, agreement })}
        address={pathsIn(locale).agreementUpdate(agreement)}
        label={t('begin')}
      />
    </>
  );
}

async function NoCall({ locale }: { locale: Locale }) {
  const t = await getTranslations('contribute.update.none');
  return (
    <>
      <Notice kind="info" title={t('title')}>
        <p>{t('body')}</p>
      </Notice>
      <LinkButton href={pathsIn(locale).calls} variant="secondary" className="mt-6">
        {t('calls')}
      </LinkButton>
    </>
  );
}
