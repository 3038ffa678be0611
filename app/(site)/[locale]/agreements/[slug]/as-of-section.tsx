import { useLocale, useTranslations } from 'next-intl';
import { AsOfFields } from '@/app/(site)/dataset/as-of-fields';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicRelease } from '@/lib/publication/schema';

type AsOfSectionProps = { slug: string; at?: string; releases: readonly Pick<PublicRelease, 'slug' | 'title'>[] };

/** Two forms that lead to the agreement's state on a day or in a release. */
export function AsOfSection({ slug, at, releases }: AsOfSectionProps) {
  const t = useTranslations('agreements.asOf');
  const action = `${pathsIn(useLocale()).agreement(slug)}/find`;
  return (
    <div className="no-print">
      <Section id="as-of" title={t('title')}>
        <AsOfFields action={action} at={at ?? null} releases={releases} />
      </Section>
    </div>
  );
}
