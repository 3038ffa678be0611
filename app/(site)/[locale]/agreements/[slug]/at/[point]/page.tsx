import type { Metadata } from 'next';
import { NotYetPage } from '@/app/(site)/[locale]/agreements/[slug]/past/not-yet-page';
import { pastMetadata } from '@/app/(site)/[locale]/agreements/[slug]/past/past-metadata';
import { PastPage } from '@/app/(site)/[locale]/agreements/[slug]/past/past-page';
import { pastViewOf } from '@/app/(site)/[locale]/agreements/[slug]/past/past-view';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { agreement as readAgreement, agreementAt, agreementsAt } from '@/app/server/published';
import { isDay } from '@/lib/publication/past/snapshot';

type Props = PageProps<'/[locale]/agreements/[slug]/at/[point]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** The agreement's state at that point and its present state; both null for an unknown release or agreement. */
async function read(params: Props['params']) {
  const { slug, point } = await params;
  const [then, now] = await Promise.all([agreementAt(slug, point), readAgreement(slug)]);
  const known = then !== null || isDay(point) || (await agreementsAt(point)) !== null;
  return { point, then, now: known ? now : null };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { then, now } = await read(params);
  const agreement = then ?? now;
  return agreement ? pastMetadata(locale, agreement) : missingMetadata(locale);
}

export default async function AgreementAtPage({ params }: Props) {
  const locale = await localeOf(params);
  const { point, then, now } = await read(params);
  if (then) return <PastPage past={await pastViewOf(then, point)} />;
  return now ? <NotYetPage past={await pastViewOf(now, point)} /> : <Missing locale={locale} />;
}
