import { getTranslations } from 'next-intl/server';
import { failureOf } from '@/app/server/failure';
import { callOf } from '@/app/(form)/server/form';
import { keepToken, MAX_LINKS, ownTokens } from '@/app/(form)/server/own-links';
import { contributePaths } from '@/app/(form)/server/paths';
import { plainPage, UNSEEN } from '@/app/(form)/server/plain-page';
import { localeOf } from '@/app/(site)/frame/locale';
import { stopReminders } from '@/lib/contributions/closing-reminders';
import { findByLink, findHeldLink } from '@/lib/contributions/links';
import { BEGIN, STOP } from '@/lib/notifications/constants';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { Result } from '@/lib/platform/errors';

type Context = { params: Promise<{ locale: string; token: string }> };

/**
 * Opens a private link: moves the token from the address into a cookie, and redirects to the draft, its status or the
 * reading page. A wrong link and a revoked one get the same answer, so that guessing reveals nothing. The link of a
 * reminder that ends the reminders only asks: programs that scan mail follow links, but press no buttons.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const locale = await localeOf(params);
  const { token } = await params;
  if (isStop(request)) return answerStop(locale, () => findByLink({ token }), 'ask');
  try {
    const found = await findHeldLink({ token });
    if (!found.ok) return await refusal(locale, 404, 'none');
    const { callSlug, status } = found.contribution;
    if (!(await keepToken(callSlug, token))) return await full(locale, callSlug);
    const paths = contributePaths(locale, callSlug);
    const usual = found.link.purpose !== 'manage' ? paths.read : status === 'draft' ? paths.check : paths.status;
    const onward = (await begunContribution(request, { locale, callSlug })) ?? usual;
    return new Response(null, { status: 303, headers: { Location: onward, ...UNSEEN } });
  } catch (error) {
    failureOf(error);
    return refusal(locale, 503, 'unavailable');
  }
}

/** Ends the reminders of a draft. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const locale = await localeOf(params);
  const { token } = await params;
  if (!isStop(request)) return new Response(null, { status: 405, headers: { Allow: 'GET', ...UNSEEN } });
  return answerStop(locale, () => stopReminders({ token }), 'done');
}

const isStop = (request: Request) => new URL(request.url).searchParams.get(STOP.name) === STOP.reminder;

async function answerStop(locale: Locale, run: () => Promise<Result>, said: 'ask' | 'done'): Promise<Response> {
  const t = await getTranslations({ locale, namespace: `returning.remind.${said}` });
  try {
    const result = await run();
    if (!result.ok) return await refusal(locale, 404, 'none');
    const button = said === 'ask' ? t('button') : undefined;
    return await plainPage({ locale, status: 200, title: t('title'), body: t('body'), button });
  } catch (error) {
    failureOf(error);
    return refusal(locale, 503, 'unavailable');
  }
}

async function refusal(locale: Locale, status: number, what: 'none' | 'unavailable'): Promise<Response> {
  const t = await getTranslations({ locale, namespace: `sharing.link.${what}` });
  const own = await getTranslations({ locale, namespace: 'returning.own' });
  return plainPage({
    ...{ locale, status, title: t('title'), body: t('body') },
    back: what === 'none' ? { href: pathsIn(locale).myLink, label: own('lost') } : undefined,
  });
}

async function full(locale: Locale, call: string): Promise<Response> {
  const t = await getTranslations({ locale, namespace: 'sharing.link.full' });
  return plainPage({
    locale,
    status: 409,
    title: t('title'),
    body: t('body', { count: MAX_LINKS }),
    back: { href: contributePaths(locale, call).start, label: t('start') },
  });
}

/**
 * Where a link leads that was mailed for a new contribution to another call: to the page that takes over from the
 * earlier one, or, in a browser without the new one, to where it begins.
 */
async function begunContribution(
  request: Request,
  { locale, callSlug }: { locale: Locale; callSlug: string },
): Promise<string | null> {
  const call = new URL(request.url).searchParams.get(BEGIN);
  if (call === null || call === callSlug || !(await callOf(call, locale))) return null;
  const paths = contributePaths(locale, call);
  return (await ownTokens(call)).length > 0 ? paths.lastYear : paths.start;
}
