'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/app/ui/button';
import { HandsFocusOn } from '@/app/(form)/form/focus';
import { sentOnce } from '@/app/ui/sent-once';
import { initialState } from '@/app/ui/action-state';
import type { FormAction } from '@/app/ui/action-state';

type CommentButtonsProps = {
  change: FormAction;
  who: string;
  resolved: boolean;
  may: { resolve: boolean; delete: boolean };
  address: string;
  /** The element that gets the focus when the comment disappears. */ section: string;
};

/** The reader's possible actions on a comment. */
export function CommentButtons({ change, who, resolved, may, address, section }: CommentButtonsProps) {
  const t = useTranslations('sharing.comments');
  const reasons = useTranslations('errors.reasons');
  const [{ result }, action, pending] = useActionState(change, initialState, address);
  const once = sentOnce(pending);
  const toggle = resolved ? 'reopen' : 'resolve';
  return (
    <HandsFocusOn to={section}>
      <form action={action} {...once.form} className="no-print flex flex-wrap gap-x-2">
        {may.resolve && (
          <Button
            type="submit"
            name="change"
            value={toggle}
            variant="quiet"
            className="text-sm"
            {...once.button}
            aria-label={t(`${toggle}Of`, { who })}
          >
            {t(toggle)}
          </Button>
        )}
        {may.delete && (
          <Button
            type="submit"
            name="change"
            value="delete"
            variant="quiet"
            className="text-sm"
            {...once.button}
            aria-label={t('deleteOf', { who })}
          >
            {t('delete')}
          </Button>
        )}
        {result && !result.ok && (
          <p role="alert" className="w-full text-danger">
            {reasons(result.reason)}
          </p>
        )}
      </form>
    </HandsFocusOn>
  );
}
