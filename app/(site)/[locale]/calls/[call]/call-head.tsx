import { useLocale, useTranslations } from 'next-intl';
import { CallStateLine } from '@/app/(site)/calls/call-state';
import { Deadline } from '@/app/(site)/calls/deadline';
import { StartButton } from '@/app/(site)/calls/start-button';
import { DefinitionList } from '@/app/ui/definition-list';
import { Day } from '@/app/ui/moment';
import { PageHeader } from '@/app/ui/page-header';
import { routing } from '@/lib/platform/i18n/routing';
import type { CallTexts } from '@/lib/calls/schema';
import type { PublicCallPage } from '@/lib/publication/calls';
import type { PublicCall } from '@/lib/publication/schema';
import { CallNotices } from './call-notices';

type CallHeadProps = {
  call: PublicCall &
    Pick<PublicCallPage, 'notices' | 'acceptsFiles' | 'publishesAtOnce' | 'offersEditorsOnly' | 'maxWords'>;
  texts: Pick<CallTexts, 'deadlineNote' | 'address'>;
};

/** The question, the deadline, and the link to the form. */
export function CallHead({ call, texts }: CallHeadProps) {
  const t = useTranslations('calls');
  const locale = useLocale();
  const { opensAt, timeZone, acceptsLate } = call;
  return (
    <PageHeader title={call.title} lead={call.summary}>
      <CallStateLine call={call} />
      <CallNotices notices={call.notices} timeZone={timeZone} />
      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2">
        <StartButton call={call} />
        {(call.state === 'open' || call.state === 'late') && (
          <p className="no-print max-w-sm text-sm text-muted">{t('startHint')}</p>
        )}
      </div>
      <div className="mt-8 max-w-[46rem]">
        <DefinitionList
          items={[
            ...(opensAt === null
              ? []
              : [
                  {
                    term: t(call.state === 'upcoming' ? 'page.opens' : 'page.opened'),
                    description: <Day value={opensAt} locale={locale} timeZone={timeZone} />,
                  },
                ]),
            {
              term: t('page.deadline'),
              description: (
                <>
                  <Deadline call={call} />
                  {texts.deadlineNote && <span className="block text-sm text-muted">{texts.deadlineNote}</span>}
                </>
              ),
            },
            ...(call.closesAt === null
              ? []
              : [{ term: t('page.afterDeadline'), description: t(acceptsLate ? 'page.acceptsLate' : 'page.strict') }]),
            ...(call.maxWords === null
              ? []
              : [{ term: t('page.length'), description: t('page.maxWords', { count: call.maxWords }) }]),
            ...(call.acceptsFiles ? [] : [{ term: t('page.files'), description: t('page.noFiles') }]),
            ...(call.publishesAtOnce ? [{ term: t('page.publication'), description: t('page.atOnce') }] : []),
            { term: t('page.languages'), description: t('page.languagesBody', { languages: formLanguages(locale) }) },
            ...(call.offersEditorsOnly
              ? [{ term: t('page.editorsOnly'), description: t('page.editorsOnlyOffered') }]
              : []),
            ...(texts.address
              ? [{ term: t('page.address'), description: <CallAddress address={texts.address} /> }]
              : []),
          ]}
        />
      </div>
    </PageHeader>
  );
}

/** The languages that the form can be read in, by their names in the reader's. */
function formLanguages(locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return new Intl.ListFormat(locale).format(routing.locales.map((one) => names.of(one) ?? one));
}

/** The call's mail address: an e-mail is as good as the form. */
function CallAddress({ address }: { address: string }) {
  const t = useTranslations('calls.page');
  return (
    <>
      <a href={`mailto:${address}`} className="link">
        {address}
      </a>
      <span className="block text-sm text-muted">{t('addressHint')}</span>
    </>
  );
}
