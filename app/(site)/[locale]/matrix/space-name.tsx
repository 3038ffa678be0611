import { useTranslations } from 'next-intl';
import type { SpaceGroup } from '@/lib/publication/assessments';

/** What a space is called, the absence of one included. */
export function SpaceName({ space }: { space: SpaceGroup['space'] }) {
  const t = useTranslations('agreements');
  const common = useTranslations('facts.space.choices');
  return space === 'unplaced' ? t('unplaced') : common(space);
}
