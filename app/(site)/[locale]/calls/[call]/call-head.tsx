import { useLocale, useTranslations } from 'next-intl';
import { CallStateLine } from '@/app/(site)/calls/call-state';
import { Deadline } from '@/app/(site)/calls/deadline';
import { StartButton } from '@/app/(site)/calls/start-button';
import { DefinitionList } from '@/app/ui/definition-list';
import { Day } from '@/app/ui/moment';
import { PageHeader } from '@/app/ui/page-header';
import type { CallTexts } from '@/lib/calls/schema';
import type { PublicCall } from '@/lib/publication/schema';

/** The question, the deadline, and the link to the form. */
export function CallHead({ call, texts }: { call: PublicCall; texts: Pick<CallTexts, 'deadlineNote' | 'address'> }) {
  const t = useTranslations('calls');
  const locale = useLocale();
  const { opensAt, timeZone, acceptsLate } = call;
  return (
    <PageHeader title={call.title} lead={call.summary}>
      <CallStateLine call={call} />
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
            { term: t('page.afterDeadline'), description: t(acceptsLate ? 'page.acceptsLate' : 'page.strict') },
            ...(texts.address
              ? [{ term: t('page.address'), description: <CallAddress address={texts.address} /> }]
              : []),
          ]}
        />
      </div>
    </PageHeader>
  );
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
