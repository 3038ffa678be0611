import { getTranslations } from 'next-intl/server';
import { escaped, plainHtml } from '@/lib/platform/text/plain-html.mjs';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';

type PlainPage = {
  locale: Locale;
  status: number;
  title: string;
  body: string;
  button?: string;
  /** A link to continue, besides the start page. */ back?: { href: string; label: string };
};

/**
 * A page of a few words with a status that Next's pages can't have (410, 503), also for addresses that contain a
 * secret: it loads nothing, so that no other server sees the address.
 */
export async function plainPage({ locale, status, title, body, button, back }: PlainPage): Promise<Response> {
  const [t, common] = [
    await getTranslations({ locale, namespace: 'contribute.link' }),
    await getTranslations({ locale, namespace: 'common' }),
  ];
  const form = button ? `<form method="post"><button>${escaped(button)}</button></form>` : '';
  const way = back ? `<p><a href="${escaped(back.href)}">${escaped(back.label)}</a></p>` : '';
  const content = `<p>${escaped(body)}</p>${form}${way}`;
  const html = plainHtml({
    locale,
    siteName: common('siteName'),
    title,
    home: { href: pathsIn(locale).home, label: t('home') },
    content,
  });
  return new Response(html, { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...UNSEEN } });
}

/** For every answer at an address that contains a secret. */
export const UNSEEN = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
};
