'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/app/ui/button';
import type { SummarisedError } from '@/app/ui/error-summary';
import { sayTimeHere } from '@/lib/platform/i18n/dates';
import { INTENTS } from './names';
import './save-bar.css';

type SaveButtonsProps = {
  busy: boolean;
  savedAt: Date | null;
  /** Not to be announced. */
  quiet: boolean;
  /** The result of a manual save, shown here too, where the contributor looks. */
  found: SummarisedError[];
  fromCheck: boolean;
  inList: boolean;
};

/** For those who use a keyboard: from the beginning of a step past its fields. */
export function SkipToSave() {
  const t = useTranslations('contribute.form');
  return (
    <div className="relative mb-0!">
      <a href="#save" className="skip-link">
        {t('skipToSave')}
      </a>
    </div>
  );
}

/**
 * The buttons of every step, and beside them one message about the result. In an entry of a list, whose page can be
 * long, they stay at the lower edge of the window.
 */
export function SaveButtons({ busy, savedAt, quiet, found, fromCheck, inList }: SaveButtonsProps) {
  const t = useTranslations('contribute.form');
  const locale = useLocale();
  const onward = fromCheck ? t('saveAndCheck') : inList ? t('saveAndList') : t('saveAndContinue');
  const saved = savedAt && t('savedAt', { time: sayTimeHere(savedAt, locale) });
  const faults = found.length > 0 && `. ${t('needsLook', { count: found.length })}: ${found[0]?.message}`;
  return (
    <>
      <noscript>
        <p className="no-print text-sm text-muted">{t('noScript')}</p>
      </noscript>
      <div id="save" tabIndex={-1} className={`no-print border-t border-rule ${inList ? 'save-bar' : 'pt-4 sm:pt-6'}`}>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <Button type="submit" name="intent" value={INTENTS.continue}>
            {onward}
          </Button>
          <Button type="submit" name="intent" value={INTENTS.save} variant="secondary">
            {t('save')}
          </Button>
          <p
            role="status"
            aria-live={quiet ? 'off' : 'polite'}
            id="save-status"
            tabIndex={-1}
            className="text-sm text-muted"
          >
            {busy ? t('saving') : saved}
            {!busy && saved && faults}
          </p>
        </div>
      </div>
    </>
  );
}
