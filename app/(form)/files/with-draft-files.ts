import { getTranslations } from 'next-intl/server';
import { failureOf } from '@/app/server/failure';
import { problem } from '@/app/server/problem';
import { isSameOrigin } from '@/app/server/same-origin';
import { localeOf } from '@/app/(site)/frame/locale';
import { openForm, questionOf } from '@/app/(form)/server/form';
import { contributePaths } from '@/app/(form)/server/paths';
import { plainPage, UNSEEN } from '@/app/(form)/server/plain-page';
import { FILE_PROBLEMS } from '@/lib/contributions/files/constants';
import { listDraftFiles } from '@/lib/contributions/files/files';
import { mayStillSend } from '@/lib/contributions/state';
import type { Failure, Result } from '@/lib/platform/errors';
import { failure, REASONS } from '@/lib/platform/errors';
import type { Locale } from '@/lib/platform/i18n/routing';
import { filePaths } from './paths';

type Target = { contributionId: string; questionKey: string };
type Place = { locale: Locale; call: string; step: string };

/**
 * What every endpoint for the files of a draft does: checks the form's origin and the draft's owner, then runs. It
 * answers a script with the present list, and a form without a script with the page or with a page of words.
 */
export async function withDraftFiles<Params extends { call: string; step: string }>(
  request: Request,
  params: Promise<Params & { locale: string }>,
  run: (target: Target, params: Params) => Promise<Result>,
): Promise<Response> {
  const locale = await localeOf(params);
  const { call, step, ...rest } = await params;
  const place = { locale, call, step };
  try {
    const target = isSameOrigin(request) ? await targetAt(place) : failure('foreign_origin');
    // the same pairs, put together again
    const result = target.ok ? await run(target, { ...rest, call, step } as unknown as Params) : target;
    return target.ok && result.ok
      ? await done(request, place, target)
      : await refused(request, place, result.ok ? failure('unexpected') : result);
  } catch (error) {
    return refused(request, place, failureOf(error));
  }
}

async function targetAt({ locale, call, step }: Place): Promise<Result<Target>> {
  const open = await openForm(locale, call);
  if (!open) return failure('unknown_link');
  if (!questionOf(open, step)) return failure('not_found');
  if (!mayStillSend(open.draft.status, open.call.state)) return failure('call_closed');
  return { ok: true, contributionId: open.held.id, questionKey: step };
}

const byScript = (request: Request) => request.headers.get('accept')?.includes('application/json') ?? false;

async function done(
  request: Request,
  { locale, call, step }: Place,
  { contributionId, questionKey }: Target,
): Promise<Response> {
  if (!byScript(request)) return seeOther(filePaths(locale, call, step).alone);
  const files = (await listDraftFiles(contributionId)).filter((file) => file.questionKey === questionKey);
  return Response.json({ files }, { headers: UNSEEN });
}

/** A fault of the file is shown beside its field; any other fault, or a body that was cut off, has its own place. */
async function refused(request: Request, { locale, call, step }: Place, failed: Failure): Promise<Response> {
  if (byScript(request)) return problem(failed);
  const [t, reasons] = [
    await getTranslations({ locale, namespace: 'attachments' }),
    await getTranslations({ locale, namespace: 'errors.reasons' }),
  ];
  const { reason } = failed;
  const page = filePaths(locale, call, step).alone;
  if (reason !== 'file_too_large' && FILE_PROBLEMS.some((one) => one === reason))
    return seeOther(`${page}&file=${reason}#files`);
  const lost = reason === 'unknown_link';
  return plainPage({
    locale,
    status: REASONS[reason],
    title: t('refused.title'),
    body: reasons(reason),
    back: lost
      ? { href: contributePaths(locale, call).start, label: t('refused.start') }
      : { href: page, label: t('refused.back') },
  });
}

const seeOther = (address: string) => new Response(null, { status: 303, headers: { Location: address, ...UNSEEN } });
