'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { ownZone, sayMoment, sayTimeHere } from '@/lib/platform/i18n/dates';
import { HandsFocusOn } from './focus';
import type { Waiting } from './use-autosave';

/** Says that nothing is lost and nothing has to be done: the page tries again until the save works. */
export function WaitingNotice({ waiting: { reason, since } }: { waiting: Waiting }) {
  const t = useTranslations('contribute.form.waiting');
  const time = sayTimeHere(since, useLocale());
  return (
    <Notice
      kind="warning"
      role="status"
      title={reason === 'offline' ? t('offline', { time }) : t('unavailable', { time })}
    >
      <p>{t('kept')}</p>
    </Notice>
  );
}

/** The fields contain unsaved text of an earlier visit; the step has not been saved since. */
export function RestoredNotice({ at, discard }: { at: string; discard: () => void }) {
  const t = useTranslations('contribute.form.restored');
  const moment = sayMoment(at, useLocale(), ownZone());
  return (
    <HandsFocusOn to="save-status">
      <Notice kind="info" role="status" title={t('title')}>
        <p>{t('body', { moment })}</p>
        <Button variant="quiet" className="mt-1 px-0!" onClick={discard}>
          {t('discard')}
        </Button>
      </Notice>
    </HandsFocusOn>
  );
}
