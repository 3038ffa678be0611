import { cellName } from '@/lib/agreements/facts/cell-name';
import { getTranslations } from 'next-intl/server';
import { referenceNames } from '@/app/server/reference-names';
import { Moment } from '@/app/ui/moment';
import { PlainText } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import type { Names } from '@/app/(form)/form/sentences';
import type { Question } from '@/lib/questions/registry';
import type { SentContribution } from '@/lib/contributions/sent';
import type { Message } from '@/lib/contributions/messages';
import type { MessageItem } from '@/lib/contributions/message-schema';
import type { Locale } from '@/lib/platform/i18n/routing';

type RequestedChangesProps = {
  requests: readonly Message[];
  sent: SentContribution;
  questions: readonly Question[];
  names: Names;
  /** The address of a step; none while no correction is open. */
  stepOf: ((step: string) => string) | null;
  locale: Locale;
};

/** The editors' requests: in general, then for each answer and value, with a link to the step. */
export async function RequestedChanges({ requests, sent, questions, names, stepOf, locale }: RequestedChangesProps) {
  const [t, references] = [await getTranslations('correspondence.requested'), await referenceNames()];
  const about = ({ kind, id }: MessageItem): { name: string; step?: string } => {
    if (kind === 'question') return { name: questions.find(({ key }) => key === id)?.shortTitle ?? id, step: id };
    const proposal = sent.proposals.find(({ changes }) => changes.some((change) => change.id === id));
    const change = proposal?.changes.find((one) => one.id === id);
    const cell = cellName(names, change?.key ?? '', references);
    return {
      name: proposal?.agreement ? t('cell', { agreement: proposal.agreement.name, cell }) : cell,
      step: proposal?.question,
    };
  };
  return (
    <Section id="requested" title={t('title')}>
      <div className="space-y-8">
        {requests.map((request) => (
          <div key={request.id}>
            <p className="mb-2 text-sm text-muted">
              {t.rich('asked', {
                moment: () => <Moment key="moment" value={request.at.toISOString()} locale={locale} />,
              })}
            </p>
            <PlainText text={request.text} />
            <ul className="mt-4 space-y-4">
              {request.items.map((item) => (
                <Requested key={`${item.kind} ${item.id}`} text={item.text} {...about(item)} stepOf={stepOf} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}

type RequestedProps = { name: string; text: string; step?: string; stepOf: RequestedChangesProps['stepOf'] };

async function Requested({ name, text, step, stepOf }: RequestedProps) {
  const t = await getTranslations('correspondence.requested');
  return (
    <li className="border-s-2 border-warn ps-4">
      <p className="font-semibold">{name}</p>
      <PlainText text={text} />
      {stepOf && step && (
        <p className="no-print mt-1 text-sm">
          <a href={`${stepOf(step)}?from=check`} className="link" aria-label={t('goToAbout', { about: name })}>
            {t('goTo')}
          </a>
        </p>
      )}
    </li>
  );
}
