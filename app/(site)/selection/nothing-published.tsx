import { useLocale, useTranslations } from 'next-intl';
import { LinkButton } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { pathsIn } from '@/lib/platform/i18n/paths';

/** Instead of a list without any entry: what will be in it, and the way to the calls. */
export function NothingPublished({ list }: { list: 'contributions' | 'projects' }) {
  const t = useTranslations(list);
  const { calls } = pathsIn(useLocale());
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <LinkButton href={calls} variant="secondary">
          {t('empty.action')}
        </LinkButton>
      }
    >
      {t('empty.body')}
    </EmptyState>
  );
}
