import { useLocale } from 'next-intl';
import { AsOfFields } from '@/app/(site)/dataset/as-of-fields';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Listing } from './listing';
import { ViewFields } from './view-fields';

/** Two forms that lead to the list's state on a day or in a release. */
export function AsOfForms({ listing: { view, at, releases } }: { listing: Pick<Listing, 'view' | 'at' | 'releases'> }) {
  const action = `${pathsIn(useLocale()).agreements}/find`;
  return <AsOfFields action={action} at={at} releases={releases} kept={<ViewFields view={view} without={['at']} />} />;
}
