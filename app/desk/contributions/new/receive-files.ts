import { z } from 'zod';
import { failureOf } from '@/app/server/failure';
import { isSameOrigin } from '@/app/server/same-origin';
import { currentActor } from '@/app/server/session';
import { readUploads } from '@/app/server/upload';
import { can } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/policy';
import { wholePastDay } from '@/lib/contributions/on-behalf/schema';
import { MAX_FILE_BYTES } from '@/lib/intake/limits';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { enterFile } from '@/lib/received/entered-files';
import { keepOutcomes } from './outcomes';
import type { FileOutcome } from './outcomes';

/** So many files at once, and so many bytes of them: they are in memory while they are read. */
const MAX_FILES_AT_ONCE = 20;
const MAX_BYTES_AT_ONCE = MAX_FILE_BYTES + 8 * 1024 * 1024;

const PAGE = '/desk/contributions/new';
const fields = z.object({ call: z.string().max(40), receivedOn: wholePastDay });

/**
 * Takes files that reached the editors, makes drafts on behalf of them, and leads back to the page that says what became
 * of each. It is a route because Next reads the whole body of a server action before our code checks the sender.
 */
export async function receiveFiles(request: Request): Promise<Response> {
  const taken = await take(request).catch(failureOf);
  if (!taken.ok && taken.reason === 'not_signed_in') return seeOther(`/sign-in?next=${encodeURIComponent(PAGE)}`);
  if (!taken.ok) return seeOther(`${PAGE}?problem=${taken.reason}#files`);
  await keepOutcomes(taken.outcomes);
  return seeOther(`${PAGE}?files=read#unsent`);
}

async function take(request: Request): Promise<Result<{ outcomes: FileOutcome[] }>> {
  if (!isSameOrigin(request)) return failure('foreign_origin');
  const editor = await currentActor();
  if (!editor) return failure('not_signed_in');
  if (!can(editor, 'contribution.enter')) return failure('forbidden');
  const upload = await readUploads(request, { bytes: MAX_BYTES_AT_ONCE, files: MAX_FILES_AT_ONCE });
  if (!upload.ok) return upload;
  const given = fields.safeParse({ call: upload.form.get('call'), receivedOn: upload.form.get('receivedOn') });
  if (!given.success) return failure('invalid');
  const outcomes: FileOutcome[] = [];
  // One after the other: each takes as much memory as the limits allow.
  for (const file of upload.files) outcomes.push(await outcomeOf(file, given.data, editor));
  return { ok: true, outcomes };
}

async function outcomeOf(
  file: { name: string; bytes: Buffer },
  { call, receivedOn }: z.infer<typeof fields>,
  editor: Actor,
): Promise<FileOutcome> {
  const entered = await enterFile({ editor, callSlug: call, receivedOn, file }).catch(failureOf);
  return { name: file.name, ...(entered.ok ? { drafts: entered.count } : { reason: entered.reason }) };
}

const seeOther = (address: string) =>
  new Response(null, { status: 303, headers: { Location: address, 'Cache-Control': 'no-store' } });
