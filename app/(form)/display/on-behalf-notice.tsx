import { getTranslations } from 'next-intl/server';
import { Notice } from '@/app/ui/notice';
import { ENTRIES_AT_DESK } from '@/app/(form)/server/desk-paths';
import type { OpenForm } from '@/app/(form)/server/form';
import { readEntrySource } from '@/lib/contributions/on-behalf/entries';
import { sayDay } from '@/lib/platform/i18n/dates';

/** Tells an editor, on every page of the form, that they write in the name of a contributor. */
export async function OnBehalfNotice({ open }: { open: OpenForm }) {
  const entry = open.held.link.editorId === null ? null : await readEntrySource(open.held.id);
  if (!entry) return null;
  const t = await getTranslations('entered.form');
  return (
    <Notice kind="warning" title={t('title')}>
      <p>
        {t(entry.source, { day: sayDay(entry.receivedOn.toISOString(), open.locale) })} {t('body')}
      </p>
      <p className="no-print mt-2">
        {/* A full page load: the desk has its own root layout. */}
        <a href={ENTRIES_AT_DESK} className="link">
          {t('desk')}
        </a>
      </p>
    </Notice>
  );
}
