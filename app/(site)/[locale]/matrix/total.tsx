import { useTranslations } from 'next-intl';
import type { totalOn } from '@/lib/publication/matrix/layout';

/** How many say yes of those assessed; of too few a dash for the eye and, for the ear, that nothing is counted. */
export function Total({ total }: { total: ReturnType<typeof totalOn> }) {
  const t = useTranslations('matrix');
  return total ? t('total', total) : <i title={t('tooFew')}>{t('tooFew')}</i>;
}
