'use client';

import { useTranslations } from 'next-intl';

/** Above fields of which some are marked: what the mark means. Fields without it are optional. */
export function NeededNote() {
  return <p className="text-sm text-muted">{useTranslations('progress.fold')('needed')}</p>;
}
