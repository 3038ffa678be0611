'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { TextInput } from '@/app/ui/text-input';
import { useHydrated } from './use-hydrated';

/** The private link, to be stored or shared. */
export function ShareLink({
  link,
  id = 'private-link',
}: {
  link: string;
  /** Where a page shows more than one. */ id?: string;
}) {
  const t = useTranslations('contribute.form.share');
  const [copied, setCopied] = useState(false);
  // Without https a browser offers no clipboard: then the text can still be selected and copied.
  const canCopy = useHydrated() && typeof navigator.clipboard?.writeText === 'function';
  return (
    <div className="space-y-3">
      <TextInput
        id={id}
        label={t('label')}
        value={link}
        readOnly
        onFocus={(event) => event.target.select()}
        className="text-sm"
      />
      {canCopy && (
        <div className="no-print flex items-center gap-3">
          <Button
            variant="secondary"
            onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
          >
            {t('copy')}
          </Button>
          <span role="status" className="text-sm text-muted">
            {copied && t('copied')}
          </span>
        </div>
      )}
    </div>
  );
}
