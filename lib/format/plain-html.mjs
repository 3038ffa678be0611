// A page of a few words for answers that Next's pages can't give: it loads nothing, so its address is told to nobody. The colours are
// those of app/tokens.css. Plain JavaScript, because the web server (bin/serve.mjs) runs outside the bundle.

/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * @param {{ locale: string, siteName: string, title: string, home: { href: string, label: string }, content: string }} page content: what
 *   stands below the title, as HTML
 * @returns {string}
 */
export const plainHtml = ({ locale, siteName, title, home, content }) => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escaped(title)} · ${escaped(siteName)}</title>
<style>${STYLE}</style>
</head>
<body><main><p class="site">${escaped(siteName)}</p><h1>${escaped(title)}</h1>${content}
<p><a href="${escaped(home.href)}">${escaped(home.label)}</a></p></main></body>
</html>`;

const STYLE = `
:root{color-scheme:light dark;--paper:#fbf9f4;--ink:#1d1c1a;--muted:#5b574f;--accent:#173f6b;--on-accent:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#ebe7de;--muted:#aca89e;--accent:#9dc3ef;--on-accent:#0e1a28}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 Georgia,serif}
main{max-width:40rem;margin:0 auto;padding:12vh 1.25rem 4rem}
h1{font-size:clamp(1.9rem,1.6rem + 1.2vw,2.4rem);font-weight:400;line-height:1.15;margin:0 0 1.25rem;text-wrap:balance}
h2{font-size:1.25rem;font-weight:400;margin:2.5rem 0 1rem}
p{margin:0 0 1.5rem;text-wrap:pretty}
.site{color:var(--muted);font:600 .8125rem/1.4 system-ui,sans-serif;letter-spacing:.07em;text-transform:uppercase}
a{color:var(--accent);text-underline-offset:.18em}
textarea{box-sizing:border-box;inline-size:100%;margin:0 0 1rem;padding:.5rem .75rem;border:1px solid var(--muted);border-radius:2px;background:transparent;color:inherit;font:1rem/1.5 system-ui,sans-serif}
button{min-height:2.75rem;padding:.5rem 1.25rem;margin:0 0 1.75rem;border:0;border-radius:2px;background:var(--accent);color:var(--on-accent);font:600 1.0625rem system-ui,sans-serif;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}`;
