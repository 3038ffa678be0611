import { getTranslations } from 'next-intl/server';
import { Notice } from '@/app/ui/notice';
import type { OpenForm } from '@/app/(form)/server/form';
import { newerVersionFor } from '@/app/(form)/server/newer-version';
import { contributePaths } from '@/app/(form)/server/paths';

/** The forum has published a newer version of the questions since this draft was begun. */
export async function NewerVersionNotice({ open }: { open: OpenForm }) {
  if (!newerVersionFor(open)) return null;
  const t = await getTranslations('contribute.newVersion.notice');
  return (
    <Notice kind="info" title={t('title')}>
      <p>
        {t('body')}{' '}
        <a href={contributePaths(open.locale, open.call.slug).newVersion} className="link">
          {t('link')}
        </a>
      </p>
    </Notice>
  );
}
