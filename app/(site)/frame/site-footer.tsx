import { useLocale, useTranslations } from 'next-intl';
import { Markdown } from '@/app/ui/markdown';
import { deskPath, pathsIn } from '@/lib/platform/i18n/paths';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import { ContactLine } from './contact-line';

export function SiteFooter({ compact = false }: { compact?: boolean }) {
  const t = useTranslations('common.footer');
  const locale = useLocale();
  const paths = pathsIn(locale);
  const { footer, licenceLink } = siteSettings();
  if (compact)
    return (
      <footer className="mt-auto border-t border-rule bg-wash text-sm print:bg-transparent">
        <div className="page space-y-1 py-3 sm:space-y-2 sm:py-5 text-muted">
          <ContactLine locale={locale} />
          <FooterLinks compact />
        </div>
      </footer>
    );
  return (
    <footer className="mt-auto border-t border-rule bg-wash text-sm print:bg-transparent">
      <div className="page grid gap-x-12 gap-y-6 py-10 md:grid-cols-[minmax(0,3fr)_minmax(0,3fr)_minmax(0,1fr)]">
        <Markdown text={footer} language={locale} className="max-w-prose !text-base text-pretty" />
        <div className="space-y-2 text-muted">
          <p>
            {t.rich('licence', {
              link: (words) => (
                <a href={licenceLink} rel="license" className="link">
                  {words}
                </a>
              ),
            })}
          </p>
          <p>
            {t.rich('api', {
              link: (words) => (
                <a href={paths.data} className="link">
                  {words}
                </a>
              ),
            })}
          </p>
          <p>{t('privacy')}</p>
          <ContactLine locale={locale} />
        </div>
        <FooterLinks />
      </div>
    </footer>
  );
}

function FooterLinks({ compact = false }: { compact?: boolean }) {
  const t = useTranslations('common.footer');
  const navigation = useTranslations('common.navigation');
  const paths = pathsIn(useLocale());
  return (
    <ul className={`no-print ${compact ? 'flex flex-wrap gap-x-5 gap-y-1' : 'space-y-1'}`}>
      {(['about', 'method', 'background', 'glossary', 'data', 'privacy'] as const).map((page) => (
        <li key={page}>
          <a href={paths[page]} className="link">
            {navigation(page)}
          </a>
        </li>
      ))}
      <li>
        <a href={deskPath} className="link">
          {t('editors')}
        </a>
      </li>
    </ul>
  );
}
