import { getTranslations } from 'next-intl/server';
import { failureOf } from '@/app/server/failure';
import { plainPage } from '@/app/(form)/server/plain-page';
import { localeOf } from '@/app/(site)/frame/locale';
import { confirmAddress } from '@/lib/contributions/links';
import { findByLink, hasConfirmed } from '@/lib/contributions/links';
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
    const what = result.ok
      ? said
      : result.reason !== 'link_expired'
        ? 'unknown'
        : (await hasConfirmed({ token }))
          ? 'already'
          : 'expired';
    const status = what === 'expired' ? 410 : what === 'unknown' ? 404 : 200;
    return await plainPage({
      locale,
      status,
      title: t(`confirm.${what}.title`),
      body: t(`confirm.${what}.body`),
      button: what === 'ask' ? t('confirm.ask.button') : undefined,
    });
  } catch (error) {
    failureOf(error);
    return plainPage({ locale, status: 503, title: t('link.unavailable.title'), body: t('link.unavailable.body') });
  }
}
