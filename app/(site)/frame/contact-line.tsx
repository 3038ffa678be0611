import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/platform/i18n/routing';
import { cachedSettings } from '@/lib/platform/settings/cached-settings';
import { contactAddress } from '@/lib/platform/settings/current-settings';

/** Where readers may write. */
export async function ContactLine({ locale }: { locale: Locale }) {
  const contact = contactAddress(await cachedSettings());
  const t = await getTranslations({ locale, namespace: 'common.footer' });
  return (
    <p>
      {t.rich('contact', {
        address: () => (
          <a href={`mailto:${contact}`} className="link wrap-anywhere">
            {contact}
          </a>
        ),
      })}
    </p>
  );
}
