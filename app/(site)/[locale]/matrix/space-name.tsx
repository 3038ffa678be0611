import { useTranslations } from 'next-intl';
import type { SpaceGroup } from '@/lib/publication/assessments';

/** The name of a space, also for "no space". */
export function SpaceName({ space }: { space: SpaceGroup['space'] }) {
  const t = useTranslations('agreements');
  const common = useTranslations('facts.space.choices');
  return space === 'unplaced' ? t('unplaced') : common(space);
}
