// A small page for answers that Next's pages can't give. It loads nothing, so that its address does not reach another
// server. The colours are those of app/tokens.css. Plain JavaScript, because the web server (bin/serve.mjs) runs
// outside the bundle.

/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * @param {{ locale: string, siteName: string, title: string, home: { href: string, label: string }, content: string }} page content: what
 *   is placed below the title, as HTML
 * @returns {string}
 */
export const plainHtml = ({ locale, siteName, title, home, content }) => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escaped(title)} · ${escaped(siteName)}</title>
<style>${STYLE}</style>
</head>
<body><header><a href="${escaped(home.href)}">${MARK}<span>${escaped(siteName)}</span></a></header>
<main><h1>${escaped(title)}</h1>${content}
<p><a href="${escaped(home.href)}">${escaped(home.label)}</a></p></main></body>
</html>`;

/** The sign of app/ui/wordmark.tsx. */
const MARK =
  '<svg aria-hidden="true" viewBox="4 4 24 24" fill="none" stroke="currentColor" stroke-width="1.5"><circle cx="10" cy="10" r="5.4" fill="currentColor" stroke="none"/><circle cx="22" cy="10" r="4.6"/><circle cx="10" cy="22" r="4.6"/><path d="M10 17.4a4.6 4.6 0 0 0 0 9.2z" fill="currentColor" stroke="none"/><circle cx="22" cy="22" r="5.4" fill="currentColor" stroke="none"/></svg>';

const STYLE = `
:root{color-scheme:light dark;--paper:#fbf9f4;--ink:#1d1c1a;--muted:#5b574f;--rule:#dcd6c9;--accent:#173f6b;--on-accent:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#ebe7de;--muted:#aca89e;--rule:#33383f;--accent:#9dc3ef;--on-accent:#0e1a28}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.55 system-ui,sans-serif}
header{border-block-end:1px solid var(--rule)}
header,main{padding:1.25rem max(1.25rem,calc((100% - 72rem)/2))}
header a{display:inline-flex;align-items:center;gap:.75rem;min-height:2.75rem;color:var(--ink);font-weight:700;letter-spacing:.04em;text-decoration:none}
header svg{width:2rem;height:2rem;color:var(--accent)}
main{padding-block:3rem 4rem}
h1{max-width:19em;font:400 clamp(2rem,1.6rem + 2vw,2.9rem)/1.12 Georgia,serif;letter-spacing:-.018em;margin:0 0 1.5rem;text-wrap:balance}
h2{font-size:1.25rem;font-weight:400;margin:2.5rem 0 1rem}
p{max-width:40rem;margin:0 0 1.5rem;text-wrap:pretty}
main a{color:var(--accent);text-underline-offset:.18em}
textarea{box-sizing:border-box;inline-size:100%;max-width:46rem;margin:0 0 1rem;padding:.5rem .75rem;border:1px solid var(--muted);border-radius:2px;background:transparent;color:inherit;font:1rem/1.5 system-ui,sans-serif}
button{min-height:2.75rem;padding:.5rem 1.25rem;margin:0 0 1.75rem;border:0;border-radius:2px;background:var(--accent);color:var(--on-accent);font:600 1.0625rem system-ui,sans-serif;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}`;
