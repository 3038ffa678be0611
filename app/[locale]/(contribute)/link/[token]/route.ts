import { getTranslations } from 'next-intl/server';
import { failureOf } from '@/app/_server/failure';
import { keepToken } from '@/app/[locale]/(contribute)/_server/own-links';
import { contributePaths } from '@/app/[locale]/(contribute)/_server/paths';
import { plainPage, UNSEEN } from '@/app/[locale]/(contribute)/_server/plain-page';
import { localeOf } from '@/app/[locale]/locale';
import { findByLink } from '@/lib/contributions/links/queries';

type Context = { params: Promise<{ locale: string; token: string }> };

/** Opens a private link: the token moves from the address bar into a cookie, and the browser on to the draft or its status. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const locale = await localeOf(params);
  const { token } = await params;
  const t = await getTranslations({ locale, namespace: 'contribute.link' });
  const said = (status: number, what: 'unknown' | 'expired' | 'unavailable') => plainPage({ locale, status, title: t(`${what}.title`), body: t(`${what}.body`) });
  try {
    const found = await findByLink({ token });
    if (!found.ok) return await (found.reason === 'link_expired' ? said(410, 'expired') : said(404, 'unknown'));
    const { callSlug, status } = found.contribution;
    await keepToken(callSlug, token);
    const paths = contributePaths(locale, callSlug);
    return new Response(null, { status: 303, headers: { Location: status === 'draft' ? paths.check : paths.status, ...UNSEEN } });
  } catch (error) {
    failureOf(error);
    return said(503, 'unavailable');
  }
}
