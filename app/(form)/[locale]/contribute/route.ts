import { localeOf } from '@/app/(site)/frame/locale';
import { findAgreements, listCriterionKeys } from '@/lib/agreements/cells';
import { ASKED_FIELDS } from '@/lib/agreements/facts/registry';
import { listCalls } from '@/lib/calls/calls';
import { acceptsContributions } from '@/lib/calls/state';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';

type Context = { params: Promise<{ locale: string }> };

/**
 * Where a mailed link and the forms of the call pages lead: `?agreement=manrs` to the update of that agreement, with
 * `&criterion=` or `&cell=` (a criterion or a fact) to the short form of that cell, `?criterion=` alone to the criterion, whose page links the cell of every agreement; without them to the call
 * that takes contributions now.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const locale = await localeOf(params);
  const asked = new URL(request.url).searchParams;
  const Location = await addressFor(locale, {
    agreement: asked.get('agreement') ?? '',
    criterion: asked.get('criterion') ?? '',
    cell: asked.get('cell') ?? '',
  });
  return new Response(null, { status: 303, headers: { Location, 'Cache-Control': 'private, no-store' } });
}

type Asked = { agreement: string; criterion: string; cell: string };

/** What the dataset does not have is left out of the address. */
async function addressFor(locale: Locale, { agreement, criterion, cell }: Asked): Promise<string> {
  const [paths, criteria] = [pathsIn(locale), await listCriterionKeys()];
  const key = [cell, criterion].find((one) => criteria.includes(one) || ASKED_FIELDS.some((field) => field === one));
  // PostgreSQL refuses to compare some characters, and no agreement has them in its name.
  const isAgreement = /^[\w.-]{1,120}$/.test(agreement) && (await findAgreements([agreement])).has(agreement);
  if (isAgreement) return key === undefined ? paths.agreementUpdate(agreement) : paths.correction(agreement, key);
  if (criteria.includes(criterion)) return paths.criterion(criterion);
  const call = (await listCalls(locale)).find(({ state }) => acceptsContributions(state));
  return call ? paths.contribute(call.slug) : paths.calls;
}
