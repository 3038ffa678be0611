'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect } from 'react';
import { Button } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { RadioGroup } from '@/app/ui/radio-group';
import { sentOnce } from '@/app/ui/sent-once';
import { TextInput } from '@/app/ui/text-input';
import { initialState } from '@/app/ui/action-state';
import type { ActionState, FormAction } from '@/app/ui/action-state';
import { sentenceOf } from '@/app/(form)/form/sentences';
import { ShareLink } from '@/app/(form)/form/share-link';
import { LINK_LIMITS, SHARED_PURPOSES } from '@/lib/contributions/link-schema';
import type { MadeLink } from './link-actions';

/** What a new link allows and for whom it is; after it is made, the link itself, shown only once. */
export function NewLinkForm({ make, address }: { make: FormAction<MadeLink>; address: string }) {
  const t = useTranslations('sharing.share.make');
  const purposes = useTranslations('sharing.purposes');
  const [{ result, typed }, action, pending] = useActionState<ActionState<MadeLink>, FormData>(
    make,
    initialState,
    address,
  );
  const once = sentOnce(pending);
  const errors = useTranslations('errors');
  const fault = result && !result.ok ? result.issues?.find(({ path }) => path === 'label') : undefined;
  useEffect(() => {
    if (fault) document.getElementById('label')?.focus();
  }, [fault]);
  return (
    <div className="space-y-8">
      <form action={action} {...once.form} className="space-y-6">
        <RadioGroup
          id="purpose"
          name="purpose"
          legend={t('purpose')}
          defaultValue={typed.purpose ?? 'comment'}
          options={SHARED_PURPOSES.toReversed().map((purpose) => ({
            value: purpose,
            label: purposes(`${purpose}.name`),
            hint: purposes(`${purpose}.may`),
          }))}
        />
        <TextInput
          id="label"
          name="label"
          label={t('label')}
          hint={t('labelHint')}
          error={fault && sentenceOf(errors, fault.code === 'too_long' ? `too_long:${LINK_LIMITS.label}` : fault.code)}
          defaultValue={typed.label}
          autoComplete="off"
          dir="auto"
          width="medium"
        />
        <Button type="submit" {...once.button}>
          {t('button')}
        </Button>
      </form>
      {result?.ok && <Made made={result} />}
      {result && !result.ok && result.reason !== 'invalid' && (
        <Notice kind="error" role="alert" title={t('failed')}>
          <p>{errors(`reasons.${result.reason}`)}</p>
        </Notice>
      )}
    </div>
  );
}

function Made({ made: { address, label } }: { made: MadeLink }) {
  const t = useTranslations('sharing.share.make');
  return (
    <Notice kind="success" role="status" title={label ? t('made', { label }) : t('replaced')}>
      <p className="mb-3">{t('madeBody')}</p>
      <ShareLink key={address} id="made-link" link={address} />
    </Notice>
  );
}
