'use client';

import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/app/ui/action-form';
import type { FormAction } from '@/app/ui/action-state';
import { ContributorForm } from '@/app/(form)/form/contributor-form';
import { HandsFocusOn } from '@/app/(form)/form/focus';
import { useBesideStep } from '@/app/(form)/form/step-posting';

type CommentButtonsProps = {
  change: FormAction;
  who: string;
  resolved: boolean;
  may: { resolve: boolean; delete: boolean };
  address: string;
  /** What they are called beside the form of a step. */ beside: string;
  /** The element that gets the focus when the comment disappears. */ section: string;
};

/** The reader's possible actions on a comment. */
export function CommentButtons({ change, who, resolved, may, address, beside, section }: CommentButtonsProps) {
  const t = useTranslations('sharing.comments');
  const toggle = resolved ? 'reopen' : 'resolve';
  const button = (what: typeof toggle | 'delete') => (
    <SubmitButton name="change" value={what} variant="quiet" className="text-sm" aria-label={t(`${what}Of`, { who })}>
      {t(what)}
    </SubmitButton>
  );
  return (
    <HandsFocusOn to={section}>
      <ContributorForm
        {...useBesideStep(beside)}
        action={change}
        address={address}
        done={null}
        className="no-print"
        buttons={
          <>
            {may.resolve && button(toggle)}
            {may.delete && button('delete')}
          </>
        }
      />
    </HandsFocusOn>
  );
}
