import { getTranslations } from 'next-intl/server';
import { pathsIn } from '@/lib/i18n/paths';
import type { Locale } from '@/lib/i18n/routing';

type PlainPage = { locale: Locale; status: number; title: string; body: string; button?: string; /** Where to go from here, besides the start. */ back?: { href: string; label: string } };

/**
 * A page of a few words with a status that Next's pages can't have (410, 503), and for addresses that hold a secret: it loads
 * nothing, so that the address is told to nobody. The colours are those of app/tokens.css.
 */
export async function plainPage({ locale, status, title, body, button, back }: PlainPage): Promise<Response> {
  const [t, common] = [await getTranslations({ locale, namespace: 'contribute.link' }), await getTranslations({ locale, namespace: 'common' })];
  const form = button ? `<form method="post"><button>${escaped(button)}</button></form>` : '';
  const way = back ? `<p><a href="${escaped(back.href)}">${escaped(back.label)}</a></p>` : '';
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escaped(title)} · ${escaped(common('siteName'))}</title>
<style>${STYLE}</style>
</head>
<body><main><p class="site">${escaped(common('siteName'))}</p><h1>${escaped(title)}</h1><p>${escaped(body)}</p>${form}${way}
<p><a href="${pathsIn(locale).home}">${escaped(t('home'))}</a></p></main></body>
</html>`;
  return new Response(html, { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...UNSEEN } });
}

/** For every answer at an address that holds a secret. */
export const UNSEEN = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex, nofollow' };

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `
:root{color-scheme:light dark;--paper:#fbf9f4;--ink:#1d1c1a;--muted:#5b574f;--accent:#173f6b;--on-accent:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#ebe7de;--muted:#aca89e;--accent:#9dc3ef;--on-accent:#0e1a28}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 Georgia,serif}
main{max-width:40rem;margin:0 auto;padding:12vh 1.25rem 4rem}
h1{font-size:clamp(1.9rem,1.6rem + 1.2vw,2.4rem);font-weight:400;line-height:1.15;margin:0 0 1.25rem;text-wrap:balance}
p{margin:0 0 1.5rem;text-wrap:pretty}
.site{color:var(--muted);font:600 .8125rem/1.4 system-ui,sans-serif;letter-spacing:.07em;text-transform:uppercase}
a{color:var(--accent);text-underline-offset:.18em}
button{min-height:2.75rem;padding:.5rem 1.25rem;margin:0 0 1.75rem;border:0;border-radius:2px;background:var(--accent);color:var(--on-accent);font:600 1.0625rem system-ui,sans-serif;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}`;
