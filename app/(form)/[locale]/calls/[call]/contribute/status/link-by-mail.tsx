import { getTranslations } from 'next-intl/server';
import { TextInput } from '@/app/ui/text-input';
import { ConfirmForm } from '@/app/(form)/sent/confirm-form';
import { changeAddress, sendLink } from '@/app/(form)/server/after-actions';
import type { CallTarget } from '@/app/(form)/server/after-actions';
import type { SentContribution } from '@/lib/contributions/sent';

/** Where the address is confirmed: sends the private link to it, or puts another address in its place. */
export async function LinkByMail({ id, sent, place }: { id: string; sent: SentContribution; place: CallTarget }) {
  if (sent.address !== 'confirmed' || sent.status === 'withdrawn') return null;
  const t = await getTranslations('returning.status');
  return (
    <div className="no-print mt-6 max-w-measure space-y-4">
      <ConfirmForm
        action={sendLink.bind(null, place)}
        contribution={id}
        button={t('send')}
        failed={t('failed')}
        variant="secondary"
      >
        <p>{t('sendBody')}</p>
      </ConfirmForm>
      <details>
        <summary className="link w-fit">{t('change')}</summary>
        <div className="mt-3">
          <ConfirmForm
            action={changeAddress.bind(null, place)}
            contribution={id}
            button={t('changeButton')}
            failed={t('failed')}
            variant="secondary"
          >
            <p>{t('changeBody')}</p>
            <TextInput id="other-address" name="email" type="email" autoComplete="email" label={t('label')} />
          </ConfirmForm>
        </div>
      </details>
    </div>
  );
}
