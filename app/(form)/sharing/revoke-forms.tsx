'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect } from 'react';
import { Button } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { sentOnce } from '@/app/ui/sent-once';
import { initialState } from '@/app/ui/action-state';
import type { ActionState, FormAction } from '@/app/ui/action-state';
import { useFocus } from '@/app/(form)/form/focus';
import { ShareLink } from '@/app/(form)/form/share-link';
import type { MadeLink } from './link-actions';

type RevokeFormsProps = {
  replace: FormAction<MadeLink>;
  /** Absent for the last link of its kind. */ revoke?: FormAction;
  address: string;
  /** The link no longer works. */ gone: boolean;
};

/** The two ways to revoke a link. A new link is shown here, only this once. */
export function RevokeForms({ replace, revoke, address, gone }: RevokeFormsProps) {
  const t = useTranslations('sharing.share.revoke');
  const [{ result }, action, pending] = useActionState<ActionState<MadeLink>, FormData>(replace, initialState, address);
  const once = sentOnce(pending);
  const reasons = useTranslations('errors.reasons');
  if (result?.ok) return <Replaced link={result.address} />;
  if (gone) return null;
  return (
    <div className="space-y-8">
      <form action={action} {...once.form}>
        <p className="mb-3 max-w-measure">{t('replaceBody')}</p>
        <Button type="submit" variant={revoke ? 'secondary' : 'primary'} {...once.button}>
          {t('replace')}
        </Button>
        {result && (
          <Notice kind="error" role="alert" title={t('gone')}>
            <p>{reasons(result.reason)}</p>
          </Notice>
        )}
      </form>
      {revoke && <Revoke revoke={revoke} address={address} />}
    </div>
  );
}

function Revoke({ revoke, address }: { revoke: FormAction; address: string }) {
  const t = useTranslations('sharing.share.revoke');
  const reasons = useTranslations('errors.reasons');
  const [{ result }, action, pending] = useActionState(revoke, initialState, address);
  const once = sentOnce(pending);
  return (
    <form action={action} {...once.form} className="space-y-4">
      {result && !result.ok && <Notice kind="error" role="alert" title={reasons(result.reason)} />}
      <Button type="submit" variant="danger" {...once.button}>
        {t('button')}
      </Button>
    </form>
  );
}

function Replaced({ link }: { link: string }) {
  const t = useTranslations('sharing.share.make');
  const focus = useFocus();
  // The pressed button disappears together with its form.
  useEffect(() => focus('replaced'), [focus]);
  return (
    <div id="replaced" tabIndex={-1}>
      <Notice kind="success" role="status" title={t('replaced')}>
        <p className="mb-3">{t('madeBody')}</p>
        <ShareLink id="made-link" link={link} />
      </Notice>
    </div>
  );
}
