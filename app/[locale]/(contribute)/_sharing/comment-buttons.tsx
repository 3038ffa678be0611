'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { UNSENT } from '@/app/_server/action-state';
import type { FormAction } from '@/app/_server/action-state';

type CommentButtonsProps = { change: FormAction; who: string; resolved: boolean; may: { resolve: boolean; delete: boolean }; address: string };

/** What may be done with a comment by whoever reads it. */
export function CommentButtons({ change, who, resolved, may, address }: CommentButtonsProps) {
  const t = useTranslations('sharing.comments');
  const reasons = useTranslations('errors.reasons');
  const [{ result }, action, pending] = useActionState(change, UNSENT, address);
  const toggle = resolved ? 'reopen' : 'resolve';
  return (
    <form action={action} className="no-print flex flex-wrap gap-x-2">
      {may.resolve && (
        <Button type="submit" name="change" value={toggle} variant="quiet" className="text-sm" disabled={pending} aria-label={t(`${toggle}Of`, { who })}>
          {t(toggle)}
        </Button>
      )}
      {may.delete && (
        <Button type="submit" name="change" value="delete" variant="quiet" className="text-sm" disabled={pending} aria-label={t('deleteOf', { who })}>
          {t('delete')}
        </Button>
      )}
      {result && !result.ok && (
        <p role="alert" className="w-full text-danger">
          {reasons(result.reason)}
        </p>
      )}
    </form>
  );
}
