import { localeOf } from '@/app/(site)/frame/locale';
import { findAgreements, listCriterionKeys } from '@/lib/agreements/cells';
import { listCalls } from '@/lib/calls/calls';
import { acceptsContributions } from '@/lib/calls/state';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';

type Context = { params: Promise<{ locale: string }> };

/**
 * Where a mailed link leads: `?agreement=manrs` to the update of that agreement, with `&criterion=` to the short form of
 * that cell, `?criterion=` alone to the criterion, whose page links the cell of every agreement; without them to the call
 * that takes contributions now.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const locale = await localeOf(params);
  const asked = new URL(request.url).searchParams;
  const Location = await addressFor(locale, asked.get('agreement') ?? '', asked.get('criterion') ?? '');
  return new Response(null, { status: 303, headers: { Location, 'Cache-Control': 'private, no-store' } });
}

/** What the dataset does not have is left out of the address. */
async function addressFor(locale: Locale, agreement: string, criterion: string): Promise<string> {
  const paths = pathsIn(locale);
  const isCriterion = (await listCriterionKeys()).includes(criterion);
  // PostgreSQL refuses to compare some characters, and no agreement has them in its name.
  const isAgreement = /^[\w.-]{1,120}$/.test(agreement) && (await findAgreements([agreement])).has(agreement);
  if (isAgreement) return isCriterion ? paths.correction(agreement, criterion) : paths.agreementUpdate(agreement);
  if (isCriterion) return paths.criterion(criterion);
  const call = (await listCalls(locale)).find(({ state }) => acceptsContributions(state));
  return call ? paths.contribute(call.slug) : paths.calls;
}
