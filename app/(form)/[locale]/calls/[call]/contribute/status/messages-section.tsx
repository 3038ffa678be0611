import { getTranslations } from 'next-intl/server';
import { Moment } from '@/app/ui/moment';
import { PlainText } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { ReplyForm } from '@/app/(form)/sent/reply-form';
import { reply } from '@/app/(form)/server/after-actions';
import type { CallTarget } from '@/app/(form)/server/after-actions';
import type { Message } from '@/lib/contributions/messages';

type MessagesSectionProps = { id: string; messages: readonly Message[]; place: CallTarget; closed: boolean };

/** The messages between editors and contributor, and a field for a new one. */
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
