'use client';

import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/app/ui/action-form';
import { MessagePlace } from '@/app/ui/message-place';
import { Notice } from '@/app/ui/notice';
import { RadioGroup } from '@/app/ui/radio-group';
import { TextInput } from '@/app/ui/text-input';
import type { FormAction } from '@/app/ui/action-state';
import { ContributorForm } from '@/app/(form)/form/contributor-form';
import { ShareLink } from '@/app/(form)/form/share-link';
import { LINK_LIMITS, SHARED_PURPOSES } from '@/lib/contributions/link-schema';
import type { SharedPurpose } from '@/lib/contributions/link-schema';
import type { MadeLink } from './link-actions';

/** What a new link allows and for whom it is; after it is made, the link itself, shown only once. */
export function NewLinkForm({
  make,
  address,
  purpose: chosen = 'comment',
}: {
  make: FormAction<MadeLink>;
  address: string;
  /** Ticked at first. */ purpose?: SharedPurpose;
}) {
  const t = useTranslations('sharing.share.make');
  const purposes = useTranslations('sharing.purposes');
  return (
    <MessagePlace className="mt-8">
      <ContributorForm
        action={make}
        address={address}
        done={(made) => <Made made={made} />}
        failed={t('failed')}
        limits={{ label: LINK_LIMITS.label }}
        className="space-y-6"
        buttons={<SubmitButton>{t('button')}</SubmitButton>}
      >
        {({ typed, field }) => (
          <>
            <RadioGroup
              id="purpose"
              name="purpose"
              legend={t('purpose')}
              defaultValue={typed.purpose ?? chosen}
              options={SHARED_PURPOSES.toReversed().map((purpose) => ({
                value: purpose,
                label: purposes(`${purpose}.name`),
                hint: purposes(`${purpose}.may`),
              }))}
            />
            <TextInput
              {...field('label')}
              label={t('label')}
              hint={t('labelHint')}
              autoComplete="off"
              dir="auto"
              width="medium"
            />
          </>
        )}
      </ContributorForm>
    </MessagePlace>
  );
}

/** A new link, shown only this once. */
export function Made({ made: { address, label, purpose } }: { made: MadeLink }) {
  const [t, mails] = [useTranslations('sharing.share.make'), useTranslations('signoff.mails')];
  const message =
    purpose === null ? undefined : { subject: mails(`${purpose}.subject`), text: mails(`${purpose}.text`) };
  return (
    <Notice kind="success" title={label ? t('made', { label }) : t('replaced')}>
      <p className="mb-3">{t('madeBody')}</p>
      <ShareLink key={address} id="made-link" link={address} message={message} />
    </Notice>
  );
}
