'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { TextInput } from '@/app/ui/text-input';
import { useHydrated } from './use-hydrated';

type ShareLinkProps = {
  link: string;
  /** Where a page shows more than one. */ id?: string;
  /** The subject and text with which it is passed on by mail or by the device's own way to share. */
  message?: { subject: string; text: string };
};

/** The private link, to be copied, mailed from the reader's own mailbox, or shared as the device does it. */
export function ShareLink({ link, id = 'private-link', message }: ShareLinkProps) {
  const t = useTranslations('contribute.form.share');
  const [copied, setCopied] = useState(false);
  // Without https a browser offers no clipboard: then the text can still be selected and copied.
  const hydrated = useHydrated();
  const canCopy = hydrated && typeof navigator.clipboard?.writeText === 'function';
  const canShare = hydrated && typeof navigator.share === 'function';
  const { subject, text } = message ?? { subject: t('mailSubject'), text: t('mailText') };
  const mail = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`${text}\n\n${link}\n`)}`;
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
      <div className="no-print flex flex-wrap items-center gap-3">
        {canCopy && (
          <Button
            variant="secondary"
            onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
          >
            {t('copy')}
          </Button>
        )}
        {canShare && (
          <Button
            variant="secondary"
            // Closing the sheet again is no fault.
            onClick={() => void navigator.share({ title: subject, text, url: link }).catch(() => {})}
          >
            {t('share')}
          </Button>
        )}
        <a href={mail} className="link">
          {t('mail')}
        </a>
        {canCopy && (
          <span role="status" className="text-sm text-muted">
            {copied && t('copied')}
          </span>
        )}
      </div>
    </div>
  );
}
