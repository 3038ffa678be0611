import { useTranslations } from 'next-intl';
import type { totalOn } from '@/lib/publishing/matrix/layout';

/** How many say yes of those assessed; of too few, that nothing is counted. */
export function Total({ total }: { total: ReturnType<typeof totalOn> }) {
  const t = useTranslations('matrix');
  if (total) return t('total', total);
  return (
    <span title={t('tooFew')}>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t('tooFew')}</span>
    </span>
  );
}
