import { getTranslations } from 'next-intl/server';
import { plainPage, UNSEEN } from '@/app/(form)/server/plain-page';
import { failureOf } from '@/app/server/failure';
import { localeOf } from '@/app/(site)/frame/locale';
import { confirmedAddressOf, readHeldOn } from '@/lib/contributions/access-request/held-data';
import { findByLink } from '@/lib/contributions/links';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';

type Context = { params: Promise<{ locale: string; token: string }> };

/** Asks for a click: programs that scan mail follow links, but press no buttons. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return answer(await params, (locale) => asked(locale));
}

/** Everything that is held on the address to which the link was mailed, as a file. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  return answer(await params, async (_locale, address) => {
    const held = await readHeldOn(address);
    return new Response(JSON.stringify(held, null, 2), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="held-${held.at.slice(0, 10)}.json"`,
        ...UNSEEN,
        'Cache-Control': 'private, no-store',
      },
    });
  });
}

type Answer = (locale: Locale, address: string) => Promise<Response>;

async function answer({ locale: given, token }: { locale: string; token: string }, say: Answer): Promise<Response> {
  const locale = await localeOf(Promise.resolve({ locale: given }));
  const t = await getTranslations({ locale, namespace: 'returning.held' });
  try {
    const found = await findByLink({ token, purpose: 'read_held' });
    const address = found.ok ? await confirmedAddressOf(found.contribution.id) : null;
    if (address !== null) return await say(locale, address);
    const own = await getTranslations({ locale, namespace: 'returning.own' });
    const back = { href: pathsIn(locale).myLink, label: own('lost') };
    return await plainPage({ locale, status: 404, title: t('none.title'), body: t('none.body'), back });
  } catch (error) {
    failureOf(error);
    return plainPage({ locale, status: 503, title: t('unavailable.title'), body: t('unavailable.body') });
  }
}

async function asked(locale: Locale): Promise<Response> {
  const t = await getTranslations({ locale, namespace: 'returning.held' });
  return plainPage({ locale, status: 200, title: t('title'), body: t('body'), button: t('button') });
}
