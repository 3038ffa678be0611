import { getTranslations } from 'next-intl/server';
import { Section } from '@/app/ui/section';
import { contributePaths } from '@/app/(form)/server/paths';
import type { SentContribution } from '@/lib/contributions/sent';
import { isWithdrawable } from '@/lib/contributions/state';
import type { Locale } from '@/lib/platform/i18n/routing';

/** Each action that can't be undone has its own page, which explains it and asks for confirmation. */
export async function MoreSection({ sent, locale, call }: { sent: SentContribution; locale: Locale; call: string }) {
  const t = await getTranslations('correspondence.more');
  const paths = contributePaths(locale, call);
  const shown = Object.values(sent.attribution).some((part) => part !== null);
  const links = [
    ...(isWithdrawable(sent.status) ? [{ href: paths.withdraw, title: t('withdraw'), body: t('withdrawBody') }] : []),
    ...(sent.address !== 'erased' || shown ? [{ href: paths.erase, title: t('erase'), body: t('eraseBody') }] : []),
  ];
  if (links.length === 0 && sent.address !== 'erased') return null;
  return (
    <Section id="more" title={t('title')}>
      {sent.address === 'erased' && <p className="mb-4 max-w-measure">{t('erased')}</p>}
      <ul className="max-w-measure space-y-4">
        {links.map(({ href, title, body }) => (
          <li key={href}>
            <a href={href} className="link font-semibold">
              {title}
            </a>
            <span className="block text-muted">{body}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
