import { getTranslations } from 'next-intl/server';
import { failureOf } from '@/app/server/failure';
import { callOf } from '@/app/(form)/server/form';
import { keepToken, MAX_LINKS, ownTokens } from '@/app/(form)/server/own-links';
import { contributePaths } from '@/app/(form)/server/paths';
import { plainPage, UNSEEN } from '@/app/(form)/server/plain-page';
import { localeOf } from '@/app/(site)/frame/locale';
import { findHeldLink } from '@/lib/contributions/links';
import { BEGIN } from '@/lib/notifications/constants';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';

type Context = { params: Promise<{ locale: string; token: string }> };

/**
 * Opens a private link: moves the token from the address into a cookie, and redirects to the draft, its status or the
 * reading page. A wrong link and a revoked one get the same answer, so that guessing reveals nothing.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const locale = await localeOf(params);
  const { token } = await params;
  const t = await getTranslations({ locale, namespace: 'sharing.link' });
  const own = await getTranslations({ locale, namespace: 'returning.own' });
  const said = (status: number, what: 'none' | 'unavailable') =>
    plainPage({
      ...{ locale, status, title: t(`${what}.title`), body: t(`${what}.body`) },
      back: what === 'none' ? { href: pathsIn(locale).myLink, label: own('lost') } : undefined,
    });
  const full = (call: string) =>
    plainPage({
      locale,
      status: 409,
      title: t('full.title'),
      body: t('full.body', { count: MAX_LINKS }),
      back: { href: contributePaths(locale, call).start, label: t('full.start') },
    });
  try {
    const found = await findHeldLink({ token });
    if (!found.ok) return await said(404, 'none');
    const { callSlug, status } = found.contribution;
    if (!(await keepToken(callSlug, token))) return await full(callSlug);
    const paths = contributePaths(locale, callSlug);
    const usual = found.link.purpose !== 'manage' ? paths.read : status === 'draft' ? paths.check : paths.status;
    const onward = (await begunContribution(request, { locale, callSlug })) ?? usual;
    return new Response(null, { status: 303, headers: { Location: onward, ...UNSEEN } });
  } catch (error) {
    failureOf(error);
    return said(503, 'unavailable');
  }
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
