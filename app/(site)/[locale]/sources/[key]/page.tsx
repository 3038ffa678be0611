import type { Metadata } from 'next';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { sourceRecord } from '@/app/server/published';
import { SourcePageBody, wordsOfSource } from './source-page-body';

type Props = PageProps<'/[locale]/sources/[key]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { key }] = [await localeOf(params), await params];
  const record = await sourceRecord(key);
  return record ? pageMetadata(await wordsOfSource(record, locale)) : missingMetadata(locale);
}

/** One document, and everything that rests on it. */
export default async function SourcePage({ params }: Props) {
  const [locale, { key }] = [await localeOf(params), await params];
  const record = await sourceRecord(key);
  return record ? <SourcePageBody locale={locale} record={record} view={{}} /> : <Missing locale={locale} />;
}
