import { useTranslations } from 'next-intl';
import type { totalOn } from '@/lib/publication/matrix/layout';

/** The number of "yes" among those assessed; if too few, a dash, and for screen readers that nothing is counted. */
export function Total({ total }: { total: ReturnType<typeof totalOn> }) {
  const t = useTranslations('matrix');
  return total ? t('total', total) : <i title={t('tooFew')}>{t('tooFew')}</i>;
}
