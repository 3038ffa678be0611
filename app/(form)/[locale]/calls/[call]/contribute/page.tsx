import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { LinkButton } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { startContribution } from '@/app/(form)/server/actions';
import { earlierContributions } from '@/app/(form)/server/earlier-links';
import { callOf, mayBeWrittenIn, openForm } from '@/app/(form)/server/form';
import type { OpenForm } from '@/app/(form)/server/form';
import { contributionsHere } from '@/app/(form)/server/current-contribution';
import { contributePaths } from '@/app/(form)/server/paths';
import { titleWithError } from '@/app/(form)/server/titles';
import { ShortestPath } from '@/app/(site)/calls/shortest-path';
import { localeOf } from '@/app/(site)/frame/locale';
import { listAgreementNames, listCriteria } from '@/lib/agreements/cells';
import { audienceOf } from '@/lib/calls/audiences';
import { listCalls } from '@/lib/calls/calls';
import { STANDING_CALL } from '@/lib/calls/constants';
import { acceptsContributions } from '@/lib/calls/state';
import { sayDeadline, sayMoment } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { HeldList } from './held-list';
import { UploadSection } from '@/app/(form)/received/upload-section';
import { StartForm } from './start-form';
import { CallOverview } from './call-overview';

type Props = PageProps<'/[locale]/calls/[call]/contribute'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const call = await callOf((await params).call, locale);
  if (!call) return {};
  const t = await getTranslations('contribute');
  return {
    title: await titleWithError(t('startTitle', { call: call.texts.title })),
    description: t('start.description', { call: call.texts.title }),
  };
}

/** The first form that begins a draft. */
const START = 'begin';

export default async function StartPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { call: slug } = await params;
  const [call, held, t] = [
    await callOf(slug, locale),
    await contributionsHere(slug),
    await getTranslations('contribute'),
  ];
  // The call's own page answers 404 for an unknown call, also without JavaScript.
  if (!call) redirect(pathsIn(locale).call(slug));
  const { no, audience: named, file: problem } = await searchParams;
  const audience = typeof named === 'string' ? audienceOf(call.questionnaire.content, named)?.key : undefined;
  const open = acceptsContributions(call.state);
  const inUse = open ? await openForm(locale, slug) : null;
  const draft = inUse && mayBeWrittenIn(inUse) ? inUse : null;
  const { questions, audiences } = call.questionnaire.content;
  const offers = { audiences, audience, earlier: await earlierOffer(slug, locale) };
  const [start, address] = [startContribution.bind(null, { locale, call: slug }), contributePaths(locale, slug).start];
  return (
    <>
      <PageHeader
        eyebrow={call.texts.title}
        title={t('title')}
        lead={
          open &&
          t('start.lead', { count: questions.length, required: questions.filter(({ required }) => required).length })
        }
      >
        {no === 'draft' && <NoDraft locale={locale} />}
        <Deadline call={call} locale={locale} />
        {open && held.length === 0 && (
          <StartForm id={START} start={start} address={address} label={t('start.start')} offers={offers} />
        )}
        {!open && (
          <LinkButton href={pathsIn(locale).call(slug)} variant="secondary" className="mt-6">
            {t('start.readCall')}
          </LinkButton>
        )}
      </PageHeader>
      {held.length > 0 ? (
        <HeldList locale={locale} call={slug} held={held} />
      ) : (
        no !== 'draft' && <LostLink locale={locale} />
      )}
      {open && draft === null && <OneThing locale={locale} />}
      {open && (
        <CallOverview call={call} draft={draft} form={held.length === 0 ? START : undefined}>
          <UploadSection address={contributePaths(locale, slug).fromFile} problem={problem} />
        </CallOverview>
      )}
      {open && (
        <StartForm
          start={start}
          address={address}
          label={held.length > 0 ? t('start.startAnother') : t('start.start')}
          secondary={held.length > 0}
          below
          offers={offers}
        />
      )}
    </>
  );
}

/** Until when contributions are welcome, or why they are not. */
async function Deadline({ call, locale }: { call: OpenForm['call']; locale: Locale }) {
  const [t, common] = [await getTranslations('contribute.start'), await getTranslations('common')];
  const moments = {
    // Needed only before the call opens, to say when it will.
    opens: call.opensAt ? sayMoment(call.opensAt.toISOString(), locale, call.timeZone) : '',
    deadline: call.closesAt
      ? sayDeadline(call.closesAt.toISOString(), locale, call.timeZone, (parts) => common('endOfDay', parts))
      : common('allYear'),
  };
  if (call.state === 'open') return <p>{call.closesAt ? t('deadline', moments) : common('allYear')}</p>;
  return (
    <Notice kind={call.state === 'late' ? 'info' : 'warning'} title={t(`${call.state}.title`)}>
      <p>{t(`${call.state}.body`, moments)}</p>
    </Notice>
  );
}

/** The short forms, while corrections are taken. */
async function OneThing({ locale }: { locale: Locale }) {
  if (!(await callOf(STANDING_CALL, locale))) return null;
  const t = await getTranslations('progress.shortest');
  return <ShortestPath agreements={await listAgreementNames()} sets={await listCriteria()} more={t('comment')} />;
}

/** An earlier call may hold a contribution to begin with, whether or not this browser knows its link. */
async function earlierOffer(call: string, locale: Locale): Promise<'offered' | 'held' | undefined> {
  if (call === STANDING_CALL) return undefined;
  if ((await earlierContributions(call)).length > 0) return 'held';
  const former = (await listCalls(locale)).filter(
    ({ slug, state, closesAt }) => slug !== call && state !== 'upcoming' && closesAt !== null,
  );
  return former.length > 0 ? 'offered' : undefined;
}

/** Why a page of the form led here. */
async function NoDraft({ locale }: { locale: Locale }) {
  const t = await getTranslations('sharing.noDraft');
  return (
    <div className="mb-8">
      <Notice kind="warning" title={t('title')}>
        <p>{t('body')}</p>
        <LostLink locale={locale} />
      </Notice>
    </div>
  );
}

async function LostLink({ locale }: { locale: Locale }) {
  return (
    <p className="mt-2">
      <a href={pathsIn(locale).myLink} className="link">
        {(await getTranslations('returning.own'))('lost')}
      </a>
    </p>
  );
}
