import { getTranslations } from 'next-intl/server';
import { failureOf } from '@/app/server/failure';
import { isSameOrigin } from '@/app/server/same-origin';
import { readUpload } from '@/app/server/upload';
import { addressIn } from '@/app/server/visitor';
import { callOf } from '@/app/(form)/server/form';
import { contributePaths } from '@/app/(form)/server/paths';
import { plainPage, UNSEEN } from '@/app/(form)/server/plain-page';
import { localeOf } from '@/app/(site)/frame/locale';
import { acceptsContributions } from '@/lib/calls/state';
import { examineOriginal } from '@/lib/contributions/originals';
import { MAX_BYTES_PER_FILE } from '@/lib/contributions/files/constants';
import type { Result } from '@/lib/platform/errors';
import { failure, REASONS } from '@/lib/platform/errors';
import type { Locale } from '@/lib/platform/i18n/routing';
import { countPass } from '@/lib/platform/rate-limit/counters';
import { holdFile } from '@/lib/received/held-files';
import { heldHandle, keepHandle } from './held-handle';
import { readAgainst } from './received';

type Context = { params: Promise<{ locale: string; call: string }> };

/**
 * Takes a filled file, holds it and leads to the page where its answers are confirmed; or back to the start page with the
 * reason why not. It is a route because Next reads the whole body of a server action before our code runs.
 */
export async function receiveFile(request: Request, { params }: Context): Promise<Response> {
  const locale = await localeOf(params);
  const { call } = await params;
  const paths = contributePaths(locale, call);
  const result = await take(request, locale, call).catch(failureOf);
  if (result.ok) return seeOther(paths.fromFile);
  // A body that was not read to its end, or came from another site, has a page of its own.
  if (!['file_too_large', 'foreign_origin'].includes(result.reason))
    return seeOther(`${paths.start}?file=${result.reason}#from-file`);
  const [t, reasons] = [
    await getTranslations({ locale, namespace: 'intake.upload' }),
    await getTranslations({ locale, namespace: 'errors.reasons' }),
  ];
  return plainPage({
    locale,
    status: REASONS[result.reason],
    title: t('failed'),
    body: reasons(result.reason),
    back: { href: `${paths.start}#from-file`, label: t('title') },
  });
}

/** Leads a browser that opens the upload's own address to the form that belongs to it. */
export async function leadToUpload(_request: Request, { params }: Context): Promise<Response> {
  const locale = await localeOf(params);
  return seeOther(`${contributePaths(locale, (await params).call).start}#from-file`);
}

async function take(request: Request, locale: Locale, slug: string): Promise<Result> {
  if (!isSameOrigin(request)) return failure('foreign_origin');
  const call = await callOf(slug, locale);
  if (!call) return failure('unknown_call');
  if (!acceptsContributions(call.state)) return failure(call.state === 'upcoming' ? 'call_not_open' : 'call_closed');
  const counted = await countPass({ endpoint: 'upload', address: addressIn(request.headers) });
  if (!counted.ok) return counted;
  const upload = await readUpload(request, MAX_BYTES_PER_FILE);
  if (!upload.ok) return upload;
  const read = await readAgainst({ file: upload, locale, slug });
  if (!read.ok) return read;
  if (read.reading.warnings.some(({ kind }) => kind === 'nothing_written')) return failure('nothing_written');
  const examined = await examineOriginal(upload);
  if (!examined.ok) return examined;
  const { name, bytes } = examined.original;
  await keepHandle(slug, await holdFile({ name, bytes, instead: await heldHandle(slug) }));
  return { ok: true };
}

const seeOther = (address: string) => new Response(null, { status: 303, headers: { Location: address, ...UNSEEN } });
