import type { WholeSite } from '@/prisma/factories/whole-site';
import { COMPOUND } from '@/prisma/factories/whole-site';
import type { Visitor } from './visitors';

const FORM = '/en/calls/2020/contribute';
const formOf = ({ slug }: { slug: string }) => `/en/calls/${slug}/contribute`;

type Address = string | ((site: WholeSite) => string);
export type Entry = {
  visitor: Visitor;
  /** One address for each state in which the page looks different. */
  addresses: Address[];
  /** Whether the page looks different on a phone: another layout, not only a narrower one. */
  phone?: true;
  /** The status of its answer, if it is not 200 by design. */
  status?: 404;
  /** Further addresses with words that could be wider than a screen. */
  wide?: Address[];
};

const entry =
  (visitor: Visitor) =>
  (...addresses: Address[]): Entry => ({ visitor, addresses });
const reader = entry('reader');
const drafting = entry('drafting');
const sent = entry('sent');
const admin = entry('admin');

/**
 * Every page of the app by its route, each with at least one address. A test compares the routes with the folders of
 * the app, so that no new page is forgotten here.
 */
export const PAGES: Record<string, Entry> = {
  '/[locale]': reader('/en'),
  '/[locale]/about': reader('/en/about'),
  '/[locale]/agreements': { ...reader('/en/agreements'), phone: true },
  '/[locale]/agreements/view/[...view]': {
    ...reader('/en/agreements/view/q/zzzqqqxx'),
    wide: [`/en/agreements/view/q/${COMPOUND.toLowerCase()}`, '/en/agreements/view/q/ecowas'],
  },
  '/[locale]/agreements/[slug]': reader('/en/agreements/ecowas-directive'),
  '/[locale]/agreements/[slug]/versions/[version]': {
    ...reader(({ shown }) => `/en/agreements/ecowas-directive/versions/${shown.version - 1}`),
    wide: [({ shown }) => `/en/agreements/ecowas-directive/versions/${shown.version}`],
  },
  '/[locale]/agreements/[slug]/participants': {
    ...reader('/en/agreements/paris-call/participants'),
    phone: true,
    wide: ['/en/agreements/ecowas-directive/participants'],
  },
  '/[locale]/agreements/[slug]/participants/view/[...view]': reader(
    '/en/agreements/oas-strategy/participants/view/q/saint/kind/state',
  ),
  '/[locale]/agreements/[slug]/at/[point]': {
    ...reader('/en/agreements/ecowas-directive/at/2001-02-03'),
    wide: [() => `/en/agreements/ecowas-directive/at/${new Date().toISOString().slice(0, 10)}`],
  },
  '/[locale]/analysis': { ...reader('/en/analysis'), phone: true },
  '/[locale]/analysis/limits': { ...reader('/en/analysis/limits'), phone: true },
  '/[locale]/analysis/[set]': { ...reader('/en/analysis/elements-2019'), wide: ['/en/analysis/norms-2015'] },
  '/[locale]/analysis/[set]/view/[...view]': reader('/en/analysis/elements-2019/view/space/between-stakeholder-groups'),
  '/[locale]/api': reader('/en/api'),
  '/[locale]/background': reader('/en/background'),
  '/[locale]/calls': reader('/en/calls'),
  '/[locale]/calls/[call]': reader('/en/calls/2020', ({ newer }) => `/en/calls/${newer.slug}`),
  '/[locale]/calls/[call]/report': reader('/en/calls/2020/report'),
  '/[locale]/calls/[call]/report/[edition]': {
    ...reader(({ report }) => `/en/calls/2020/report/${report.number}`),
    phone: true,
  },
  '/[locale]/calls/[call]/records/[question]': {
    ...reader(({ kinds }) => `/en/calls/${kinds.call}/records/records2`),
    phone: true,
  },
  '/[locale]/questions/[key]': reader('/en/questions/gaps'),
  '/[locale]/challenges': { ...reader('/en/challenges'), phone: true },
  '/[locale]/statistics': { ...reader('/en/statistics'), phone: true },
  '/[locale]/compare': reader('/en/compare'),
  '/[locale]/compare/view/[...view]': {
    ...reader('/en/compare/view/agreements/paris-call,tech-accord,manrs', '/en/compare/view/agreements/paris-call'),
    phone: true,
    wide: ['/en/compare/view/agreements/ecowas-directive,paris-call'],
  },
  '/[locale]/contributions': reader('/en/contributions'),
  '/[locale]/contributions/view/[...view]': reader('/en/contributions/view/country/FI'),
  '/[locale]/contributions/[reference]': reader(
    ({ shown }) => `/en/contributions/${shown.reference}`,
    ({ gone }) => `/en/contributions/${gone}`,
    ({ down }) => `/en/contributions/${down}`,
    ({ kinds }) => `/en/contributions/${kinds.reference}`,
  ),
  '/[locale]/contributions/[reference]/preview': admin(({ sent }) => `/en/contributions/${sent.reference}/preview`),
  '/[locale]/criteria': { ...reader('/en/criteria'), phone: true },
  '/[locale]/criteria/[key]': {
    ...reader('/en/criteria/report-vulnerabilities', '/en/criteria/reporting-of-incidents'),
    phone: true,
    wide: ['/en/criteria/reference-to-human-rights'],
  },
  '/[locale]/data': reader('/en/data'),
  '/[locale]/glossary': reader('/en/glossary'),
  '/[locale]/matrix': reader('/en/matrix'),
  '/[locale]/matrix/view/[...view]': {
    ...reader(
      '/en/matrix/view/set/elements-2019',
      '/en/matrix/view/set/elements-2019/along/paris-call/transpose/yes',
      '/en/matrix/view/at/2001-01-01',
      '/en/matrix/view/notes/paris-call',
    ),
    phone: true,
    wide: ['/en/matrix/view/transpose/yes', '/en/matrix/view/agreements/ecowas-directive,paris-call'],
  },
  '/[locale]/method': reader('/en/method'),
  '/[locale]/privacy': { ...reader('/en/privacy'), phone: true },
  '/[locale]/participants': { ...reader('/en/participants'), phone: true },
  '/[locale]/participants/view/[...view]': reader(
    '/en/participants/view/kind/state/action/member',
    '/en/participants/view/q/zzzqqqxx',
  ),
  '/[locale]/participants/[slug]': {
    ...reader('/en/participants/canada'),
    wide: [({ participant }) => `/en/participants/${participant}`],
  },
  '/[locale]/projects': { ...reader('/en/projects'), phone: true },
  '/[locale]/projects/view/[...view]': reader(`/en/projects/view/q/${COMPOUND.toLowerCase()}`),
  '/[locale]/search': { ...reader('/en/search'), phone: true },
  '/[locale]/search/view/[...view]': {
    ...reader(
      '/en/search/view/q/elections',
      '/en/search/view/q/security/in/values',
      '/en/search/view/q/budapst convntion',
      '/en/search/view/q/xyzzy/in/projects',
    ),
    phone: true,
  },
  '/[locale]/releases': reader('/en/releases'),
  '/[locale]/releases/[release]': reader(({ release }) => `/en/releases/${release}`),
  '/[locale]/sources': { ...reader('/en/sources'), phone: true },
  '/[locale]/sources/[key]': { ...reader('/en/sources/cybersecurity-agreements-2019'), phone: true },
  '/[locale]/sources/[key]/view/[...view]': reader('/en/sources/cybersecurity-agreements-2019/view/page/1'),
  '/[locale]/correct/[slug]/[cell]': {
    ...reader('/en/correct/manrs/responsible-disclosure', '/en/correct/manrs/maintainer'),
    phone: true,
    wide: [
      '/en/correct/paris-call/dates',
      '/en/correct/ecowas-directive/signatories',
      '/en/correct/paris-call/summary',
    ],
  },
  '/[locale]/my-link': { ...reader('/en/my-link'), phone: true },
  '/[locale]/update/[slug]': reader('/en/update/paris-call'),
  '/[locale]/preview/[token]': reader(({ preview }) => `/en/preview/${preview.token}`),
  '/[locale]/preview/[token]/form': reader(({ preview }) => `/en/preview/${preview.token}/form`),

  '/[locale]/calls/[call]/contribute': drafting(FORM, ({ newer }) => formOf(newer)),
  '/[locale]/calls/[call]/contribute/[step]': drafting(
    ...['signatory', 'projects', 'agreements', 'gaps', 'comments', 'about'].map((step) => `${FORM}/${step}`),
    `${FORM}/gaps?files=1`,
    ({ newer }) => `${formOf(newer)}/policy`,
    ({ newer }) => `${formOf(newer)}/age`,
    ...['choice2', 'choices1', 'yesno1', 'rating2', 'number2', 'date1', 'link2', 'file1', 'records2'].map(
      (step) =>
        ({ kinds }: WholeSite) =>
          `/en/calls/${kinds.call}/contribute/${step}`,
    ),
  ),
  '/[locale]/calls/[call]/contribute/[step]/[position]': drafting(`${FORM}/agreements/1`),
  '/[locale]/calls/[call]/contribute/check': drafting(
    `${FORM}/check`,
    ({ newer }) => `${formOf(newer)}/check`,
    ({ kinds }) => `/en/calls/${kinds.call}/contribute/check`,
  ),
  '/[locale]/calls/[call]/contribute/new-version': drafting(({ newer }) => `${formOf(newer)}/new-version`),
  '/[locale]/calls/[call]/contribute/from-file': drafting(`${FORM}/from-file`),
  '/[locale]/calls/[call]/contribute/last-year': drafting(({ newer }) => `${formOf(newer)}/last-year`),
  '/[locale]/calls/[call]/contribute/print': drafting(`${FORM}/print`, ({ newer }) => `${formOf(newer)}/print`),
  '/[locale]/calls/[call]/contribute/share': drafting(`${FORM}/share`),
  '/[locale]/calls/[call]/contribute/share/[link]': sent(({ link }) => `${FORM}/share/${link}`),
  '/[locale]/calls/[call]/contribute/sent/[version]': sent(`${FORM}/sent/1`),
  '/[locale]/calls/[call]/contribute/read': sent(`${FORM}/read`),
  '/[locale]/calls/[call]/contribute/discarded': reader(`${FORM}/discarded`),
  '/[locale]/calls/[call]/contribute/done': sent(`${FORM}/done`),
  '/[locale]/calls/[call]/contribute/status': sent(`${FORM}/status`),
  '/[locale]/calls/[call]/contribute/erase': sent(`${FORM}/erase`),
  '/[locale]/calls/[call]/contribute/withdraw': sent(`${FORM}/withdraw`),

  '/sign-in': reader('/sign-in'),
  // Without a link it redirects to the next page; the flow of signing in opens it with a link.
  '/sign-in/confirm': { ...reader('/sign-in/confirm'), status: 404 },
  '/sign-in/expired': { ...reader('/sign-in/expired'), status: 404 },
  // Not there without a provider; e2e/flows/oidc.spec.ts opens it with one.
  '/sign-in/link': { ...reader('/sign-in/link'), status: 404 },
  '/sign-in/linked': reader('/sign-in/linked'),
  '/sign-in/link-sent': reader('/sign-in/link-sent'),
  '/sign-in/problem': reader('/sign-in/problem?error=TooManyRequests'),
  '/sign-in/sent': reader('/sign-in/sent'),

  '/desk': {
    ...admin('/desk?assignee=none&olderThan=soon&sort=sideways&q=nothing-holds-it', '/desk'),
    phone: true,
    wide: ['/desk?status=published'],
  },
  '/desk/contributions/[reference]': admin(
    ({ sent }) => `/desk/contributions/${sent.reference}`,
    ({ shown }) => `/desk/contributions/${shown.reference}`,
    ({ kinds }) => `/desk/contributions/${kinds.reference}`,
  ),
  '/desk/contributions/[reference]/document': {
    ...admin(
      ({ sent }) => `/desk/contributions/${sent.reference}/document`,
      ({ kinds }) => `/desk/contributions/${kinds.reference}/document`,
    ),
    phone: true,
  },
  '/desk/contributions/new': { ...admin('/desk/contributions/new'), phone: true },
  '/desk/contributions/new/[contribution]': {
    ...admin(({ enteredFile }) => `/desk/contributions/new/${enteredFile}`),
    phone: true,
  },
  '/desk/agreements': admin('/desk/agreements?q=shangai'),
  '/desk/agreements/new': admin('/desk/agreements/new'),
  '/desk/agreements/[slug]': admin('/desk/agreements/ecowas-directive'),
  '/desk/agreements/[slug]/pending': { ...admin('/desk/agreements/gcsc/pending'), phone: true },
  '/desk/agreements/[slug]/propose': admin('/desk/agreements/ecowas-directive/propose'),
  '/desk/approvals': admin('/desk/approvals'),
  '/desk/audit': { ...admin('/desk/audit'), phone: true },
  '/desk/bulk': admin('/desk/bulk'),
  '/desk/bulk/[id]': admin(({ bulk }) => `/desk/bulk/${bulk}`),
  '/desk/calls': { ...admin('/desk/calls'), phone: true },
  '/desk/calls/new': admin('/desk/calls/new', '/desk/calls/new?from=2020'),
  '/desk/calls/[call]': admin('/desk/calls/2020', ({ preview }) => `/desk/calls/${preview.slug}`),
  '/desk/calls/[call]/answers': {
    ...admin(({ kinds }) => `/desk/calls/${kinds.call}/answers`),
    phone: true,
    wide: ['/desk/calls/2020/answers'],
  },
  '/desk/calls/[call]/edit': {
    ...admin(({ preview }) => `/desk/calls/${preview.slug}/edit`),
    wide: ['/desk/calls/2020/edit'],
  },
  '/desk/calls/[call]/report/versions/[version]': admin(
    ({ report }) => `/desk/calls/2020/report/versions/${report.version}`,
  ),
  '/desk/calls/[call]/report': { ...admin('/desk/calls/2020/report'), phone: true },
  '/desk/calls/[call]/questionnaire': {
    ...admin(...['projects', 'gaps', 'groups', 'about'].map((part) => `/desk/calls/2020/questionnaire?open=${part}`)),
    phone: true,
  },
  '/desk/calls/[call]/questionnaire/files': admin('/desk/calls/2020/questionnaire/files'),
  '/desk/calls/[call]/questionnaire/preview': admin('/desk/calls/2020/questionnaire/preview?open=signatory'),
  '/desk/calls/[call]/questionnaire/publish': admin('/desk/calls/2020/questionnaire/publish'),
  '/desk/calls/[call]/questionnaire/versions': admin('/desk/calls/2020/questionnaire/versions'),
  '/desk/calls/[call]/questionnaire/versions/[version]': admin('/desk/calls/2020/questionnaire/versions/1'),
  '/desk/criteria': admin('/desk/criteria'),
  '/desk/criteria/[set]/[criterion]/pending': admin('/desk/criteria/norms-2015/respond-to-requests-for-help/pending'),
  '/desk/criteria/[set]': admin(({ set }) => `/desk/criteria/${set}`),
  '/desk/criteria/new': admin('/desk/criteria/new'),
  '/desk/mail': { ...admin('/desk/mail'), phone: true },
  '/desk/mail/[id]': admin(({ mail }) => `/desk/mail/${mail}`),
  '/desk/overview': admin('/desk/overview'),
  '/desk/overview/refused': admin('/desk/overview/refused'),
  '/desk/statistics': { ...admin('/desk/statistics'), phone: true },
  '/desk/participants': { ...admin('/desk/participants?q=saint'), phone: true, wide: ['/desk/participants?q=donau'] },
  '/desk/participants/[slug]': {
    ...admin(({ participant }) => `/desk/participants/${participant}`),
    wide: ['/desk/participants/canada'],
  },
  '/desk/participants/tables': { ...admin('/desk/participants/tables'), phone: true },
  '/desk/participants/tables/[id]': admin(({ participantTable }) => `/desk/participants/tables/${participantTable}`),
  '/desk/participants/claims': { ...admin('/desk/participants/claims'), phone: true },
  '/desk/participants/new': { ...admin('/desk/participants/new?agreement=paris-call'), phone: true },
  '/desk/people': admin('/desk/people'),
  '/desk/people/[id]': admin(({ person }) => `/desk/people/${person}`),
  '/desk/questions/[key]': admin('/desk/questions/gaps'),
  '/desk/releases': admin('/desk/releases'),
  '/desk/settings': { ...admin('/desk/settings'), phone: true },
  '/desk/settings/backups': admin('/desk/settings/backups'),
  '/desk/settings/history': admin('/desk/settings/history'),
  '/desk/settings/retention': admin('/desk/settings/retention'),
  '/desk/settings/mails/[mail]': admin('/desk/settings/mails/contributionReceived'),
  '/desk/snippets': { ...admin('/desk/snippets'), phone: true },
  '/desk/sources': { ...admin('/desk/sources'), phone: true },
  '/desk/sources/new': admin('/desk/sources/new'),
  '/desk/sources/[key]': admin('/desk/sources/cybersecurity-agreements-2019'),
  '/desk/tokens': admin('/desk/tokens'),
  '/desk/views': admin('/desk/views'),
  '/desk/you': admin('/desk/you'),
};

/** The route of a page's file: its folder, without those that only group. */
export const routeOf = (file: string): string =>
  `/${file
    .split('/')
    .slice(1, -1)
    .filter((part) => !part.startsWith('('))
    .join('/')}`;
