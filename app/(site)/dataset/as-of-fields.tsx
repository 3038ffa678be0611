import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/app/ui/button';
import { Select } from '@/app/ui/select';
import { TextInput } from '@/app/ui/text-input';
import { isDay } from '@/lib/publication/past/snapshot';
import type { PublicRelease } from '@/lib/publication/schema';

type AsOfFieldsProps = {
  /** A find route that accepts `at`: a day or a release. */
  action: string;
  at: string | null;
  releases: readonly Pick<PublicRelease, 'slug' | 'title'>[];
  /** Hidden fields with the rest of the view. */
  kept?: ReactNode;
};

/** Two small forms that lead to an earlier state: as of a day, or as of a release if one exists. */
export function AsOfFields({ action, at, releases, kept }: AsOfFieldsProps) {
  const t = useTranslations('agreements.asOf');
  const row = 'flex flex-wrap items-end gap-x-3 gap-y-2';
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-4 text-sm">
      <form action={action} className={row}>
        {kept}
        <TextInput
          id="as-of-day"
          name="at"
          type="date"
          width="short"
          label={t('day')}
          hint={t('dayHint')}
          defaultValue={at && isDay(at) ? at : undefined}
          required
        />
        <Button type="submit" variant="secondary">
          {t('show')}
        </Button>
      </form>
      {releases.length > 0 && (
        <form action={action} className={row}>
          {kept}
          <Select id="as-of-release" name="at" label={t('release')} defaultValue={at && !isDay(at) ? at : ''} required>
            <option value="">{t('choose')}</option>
            {releases.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {t('releaseNamed', { slug, title })}
              </option>
            ))}
          </Select>
          <Button type="submit" variant="secondary">
            {t('show')}
          </Button>
        </form>
      )}
    </div>
  );
}
