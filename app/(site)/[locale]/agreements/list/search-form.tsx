import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/app/ui/button';
import { Select } from '@/app/ui/select';
import { TextInput } from '@/app/ui/text-input';
import { MAX_SOUGHT } from '@/lib/agreements/search/normalise';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { ORDERS } from '@/lib/publication/agreement-list/view';
import type { Listing } from './listing';
import { ViewFields } from './view-fields';

/** The search text and the order. */
export function SearchForm({ listing: { view, sought, order } }: { listing: Listing }) {
  const t = useTranslations('agreements.list');
  return (
    <search className="no-print">
      <form action={`${pathsIn(useLocale()).agreements}/find`} className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <ViewFields view={view} without={['q', 'sort']} />
        <div className="grow basis-64">
          <TextInput
            id="q"
            name="q"
            type="search"
            label={t('search')}
            hint={t('searchHint')}
            maxLength={MAX_SOUGHT}
            defaultValue={sought ?? undefined}
          />
        </div>
        <Select id="sort" name="sort" label={t('sort')} defaultValue={order ?? ''}>
          <option value="">{t(sought ? 'orders.relevance' : 'orders.default')}</option>
          {ORDERS.map((one) => (
            <option key={one} value={one}>
              {t(`orders.${one}`)}
            </option>
          ))}
        </Select>
        <Button type="submit">{t('show')}</Button>
      </form>
    </search>
  );
}
