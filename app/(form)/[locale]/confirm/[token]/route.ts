import { getTranslations } from 'next-intl/server';
import { failureOf } from '@/app/server/failure';
import { ownTokens } from '@/app/(form)/server/own-links';
import { contributePaths } from '@/app/(form)/server/paths';
import { plainPage } from '@/app/(form)/server/plain-page';
import { localeOf } from '@/app/(site)/frame/locale';
import { confirmAddress } from '@/lib/contributions/links';
import { callConfirmedBy, findByLink } from '@/lib/contributions/links';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { Result } from '@/lib/platform/errors';

type Context = { params: Promise<{ locale: string; token: string }> };

/** Asks for a click and confirms nothing by itself: programs that scan mail follow links, but press no buttons. */
export async function GET(_request: Request, context: Context): Promise<Response> {
  return answer(context, (token) => findByLink({ token, purpose: 'confirm_email' }), 'ask');
}

export async function POST(_request: Request, context: Context): Promise<Response> {
  return answer(context, (token) => confirmAddress({ token }), 'done');
}

async function answer(
  { params }: Context,
  run: (token: string) => Promise<Result>,
  said: 'ask' | 'done',
): Promise<Response> {
  const locale = await localeOf(params);
  const { token } = await params;
  const t = await getTranslations({ locale, namespace: 'contribute' });
  try {
    const result = await run(token);
    const call = await callConfirmedBy({ token });
    const what = result.ok
      ? said
      : result.reason !== 'link_expired'
        ? 'unknown'
        : call !== null
          ? 'already'
          : 'expired';
    const status = what === 'expired' ? 410 : what === 'unknown' ? 404 : 200;
    return await plainPage({
      locale,
      status,
      title: t(`confirm.${what}.title`),
      body: t(`confirm.${what}.body`),
      button: what === 'ask' ? t('confirm.ask.button') : undefined,
      back: call === null ? undefined : await onward(locale, call),
    });
  } catch (error) {
    failureOf(error);
    return plainPage({ locale, status: 503, title: t('link.unavailable.title'), body: t('link.unavailable.body') });
  }
}

/** To the status page, if this browser holds a private link of the call; otherwise to where one is asked for. */
async function onward(locale: Locale, call: string): Promise<{ href: string; label: string }> {
  const t = await getTranslations({ locale, namespace: 'returning' });
  return (await ownTokens(call)).length > 0
    ? { href: contributePaths(locale, call).status, label: t('confirmed.toStatus') }
    : { href: pathsIn(locale).myLink, label: t('own.lost') };
}
