import { getTranslations } from 'next-intl/server';
import { Moment } from '@/app/_components/moment';
import { PlainText } from '@/app/_components/prose';
import { Section } from '@/app/_components/section';
import { ReplyForm } from '@/app/[locale]/(contribute)/_after/reply-form';
import { reply } from '@/app/[locale]/(contribute)/_server/after-actions';
import type { CallTarget } from '@/app/[locale]/(contribute)/_server/after-actions';
import type { Message } from '@/lib/contributions/messages/queries';

type MessagesSectionProps = { id: string; messages: readonly Message[]; place: CallTarget; closed: boolean };

/** What the editors and the contributor wrote to each other, and the field to write more. */
export async function MessagesSection({ id, messages, place, closed }: MessagesSectionProps) {
  const t = await getTranslations('correspondence.messages');
  const words = {
    label: t('label'),
    hint: t('hint'),
    button: t('button'),
    failed: t('failed'),
    kept: t('kept'),
    sent: t('sent'),
  };
  return (
    <Section id="messages" title={t('title')} aside={t('aside')}>
      {messages.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ol className="space-y-6 empty:hidden">
        {messages.map(({ id: key, kind, text, at }) => (
          <li key={key} className={`border-s-2 ps-4 ${kind === 'reply' ? 'border-rule' : 'border-accent'}`}>
            <p className="text-sm text-muted">
              <span className="font-semibold text-ink">{kind === 'reply' ? t('you') : t('editors')}</span> ·{' '}
              <Moment value={at.toISOString()} locale={place.locale} />
            </p>
            <PlainText text={text} />
          </li>
        ))}
      </ol>
      <div className="no-print mt-8">
        <ReplyForm action={reply.bind(null, place)} contribution={id} words={words} closed={closed} />
      </div>
    </Section>
  );
}
