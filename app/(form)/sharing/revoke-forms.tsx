'use client';

import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/app/ui/action-form';
import type { FormAction } from '@/app/ui/action-state';
import { ContributorForm } from '@/app/(form)/form/contributor-form';
import type { MadeLink } from './link-actions';
import { Made } from './new-link-form';

type RevokeFormsProps = {
  replace: FormAction<MadeLink>;
  /** Absent for the last link of its kind. */ revoke?: FormAction;
  address: string;
  /** The link no longer works. */ gone: boolean;
};

/** The two ways to revoke a link. A new link is shown here, only this once. */
export function RevokeForms({ replace, revoke, address, gone }: RevokeFormsProps) {
  const t = useTranslations('sharing.share.revoke');
  return (
    <div className="space-y-8">
      <ContributorForm
        action={replace}
        address={address}
        done={(made) => <Made made={made} />}
        failed={t('gone')}
        once
        closed={gone}
        buttons={<SubmitButton variant={revoke ? 'secondary' : 'primary'}>{t('replace')}</SubmitButton>}
      >
        <p className="mb-3 max-w-measure">{t('replaceBody')}</p>
      </ContributorForm>
      {revoke && !gone && (
        <ContributorForm
          action={revoke}
          address={address}
          done={null}
          buttons={<SubmitButton variant="danger">{t('button')}</SubmitButton>}
        />
      )}
    </div>
  );
}
