import { getTranslations } from 'next-intl/server';
import { Notice } from '@/app/ui/notice';
import { TextInput } from '@/app/ui/text-input';
import { ConfirmForm } from '@/app/(form)/sent/confirm-form';
import { askAgain, changeAddress } from '@/app/(form)/server/after-actions';
import type { CallTarget } from '@/app/(form)/server/after-actions';
import { readUnconfirmedAddress } from '@/lib/contributions/address';

/** Says that the address is not confirmed yet, and offers to send the question again or to another address. */
export async function AddressSection({ id, place }: { id: string; place: CallTarget }) {
  const t = await getTranslations('status.confirmation');
  const unconfirmed = await readUnconfirmedAddress(id);
  if (!unconfirmed) return null;
  const { address, refused } = unconfirmed;
  return (
    <div className="mb-10 max-w-measure space-y-4">
      <Notice kind={refused ? 'warning' : 'info'} title={t(refused ? 'refused.title' : 'waiting.title')}>
        <p className="wrap-anywhere">
          {t.rich(refused ? 'refused.body' : 'waiting.body', {
            address: () => <strong key="address">{address}</strong>,
          })}
        </p>
      </Notice>
      {!refused && (
        <ConfirmForm
          action={askAgain.bind(null, place)}
          contribution={id}
          button={t('again')}
          failed={t('failed')}
          variant="secondary"
        />
      )}
      <details open={refused}>
        <summary className="link w-fit">{t('change')}</summary>
        <div className="mt-3">
          <ConfirmForm
            action={changeAddress.bind(null, place)}
            contribution={id}
            button={t('changeButton')}
            failed={t('failed')}
            variant="secondary"
          >
            <TextInput
              id="new-address"
              name="email"
              type="email"
              autoComplete="email"
              label={t('label')}
              defaultValue={address}
            />
          </ConfirmForm>
        </div>
      </details>
    </div>
  );
}
