import { getTranslations } from 'next-intl/server';
import { Notice } from '@/app/ui/notice';
import { confirmEntered } from '@/app/(form)/server/after-actions';
import type { CallTarget } from '@/app/(form)/server/after-actions';
import { sayDay } from '@/lib/platform/i18n/dates';
import type { SentContribution } from '@/lib/contributions/sent';
import { EntryForm } from './entry-form';

type EntrySectionProps = { id: string; sent: SentContribution; place: CallTarget };

/** Says that editors entered the contribution, and asks its contributor to confirm that. */
export async function EntrySection({ id, sent: { entry, status, editorsOnly }, place }: EntrySectionProps) {
  if (!entry) return null;
  const t = await getTranslations('entered.check');
  const said = t(`from.${entry.source}`, { day: sayDay(entry.receivedOn.toISOString(), place.locale) });
  const asks = entry.consent !== 'confirmed' && status !== 'withdrawn' && status !== 'declined';
  if (!asks) return <p className="mb-10 max-w-measure text-muted">{said}</p>;
  return (
    <section aria-labelledby="entry" className="mb-10 space-y-5">
      <Notice kind="warning" title={<span id="entry">{t('title')}</span>}>
        <p>{said}</p>
        <p className="mt-2">{t(entry.consent === 'noted' ? 'noted' : editorsOnly ? 'bodyEditorsOnly' : 'body')}</p>
        <p className="mt-2">{t('how')}</p>
      </Notice>
      <EntryForm
        action={confirmEntered.bind(null, place)}
        contribution={id}
        words={{
          consent: t(editorsOnly ? 'consentEditorsOnly' : 'consent'),
          hint: t(editorsOnly ? 'consentHintEditorsOnly' : 'consentHint'),
          button: t('button'),
          failed: t('failed'),
        }}
      />
    </section>
  );
}
