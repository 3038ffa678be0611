import { randomUUID } from 'node:crypto';
import type { Editor } from '@/lib/accounts/policy';
import { TAGS } from '@/lib/platform/cache/tags';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import type { NewCall } from './call-input-schema';
import { inLanguage } from './calls';
import { DESK_CALL, STANDING_CALL } from './constants';
import { draftTexts } from './schema';
import type { CallTexts } from './schema';

/**
 * Makes a call that is not public yet: an empty one, or a copy of the call `from` with its texts, annex, settings and
 * newest questionnaire. Contributions, notices and the preview link are not copied.
 * Reasons: `not_found` (no such call to copy), `invalid` (`name_taken`: there is a call of this name).
 */
export function createCall({ editor, call }: { editor: Editor; call: NewCall }): Promise<Result<{ slug: string }>> {
  return mutation({ actor: editor }, (context) => create(call, context));
}

async function create(
  { slug, title, from, timeZone, opensAt, closesAt }: NewCall,
  { tx, audit, invalidate }: MutationContext,
): Promise<Result<{ slug: string }>> {
  const former = from === undefined ? null : await readFormer(from, tx);
  if (from !== undefined && !former) throw new DomainError(failure('not_found'));
  const id = randomUUID();
  const { count } = await tx.call.createMany({
    data: [
      {
        ...former?.settings,
        id,
        slug,
        opensAt,
        closesAt,
        timeZone,
        acceptsLate: former?.settings.acceptsLate ?? false,
        texts: { en: { ...(former?.texts ?? NO_TEXTS), title } },
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0 || slug === DESK_CALL || slug === STANDING_CALL)
    throw new DomainError(failure('invalid', [{ path: 'slug', code: 'name_taken' }]));
  if (former) await copyParts({ from: former.id, to: id }, tx);
  await audit({
    action: former ? 'call.copied' : 'call.created',
    subject: { kind: 'call', id: slug },
    details: former ? { from: from ?? null } : {},
  });
  invalidate(TAGS.calls);
  return { ok: true, slug };
}

const NO_TEXTS: Omit<CallTexts, 'title'> = {
  summary: '',
  introduction: [],
  instructions: [],
  afterwards: [],
  reading: [],
};

const SETTINGS = {
  acceptsLate: true,
  acceptsFiles: true,
  publishesAtOnce: true,
  offersEditorsOnly: true,
  maxWords: true,
  prefix: true,
} as const;

async function readFormer(slug: string, tx: Tx) {
  const row = await tx.call.findFirst({
    where: { slug, NOT: { slug: DESK_CALL } },
    select: { ...SETTINGS, id: true, texts: true },
  });
  if (!row) return null;
  const { id, texts, ...settings } = row;
  return { id, settings, texts: draftTexts.parse(inLanguage(texts, 'en')) };
}

async function copyParts({ from, to }: { from: string; to: string }, tx: Tx): Promise<void> {
  const annex = await tx.callAgreement.findMany({
    where: { callId: from },
    select: { agreementId: true, position: true },
  });
  await tx.callAgreement.createMany({ data: annex.map((entry) => ({ ...entry, callId: to })) });
  // Byte for byte, so that a copy has every section, condition and wording of the version it comes from.
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO questionnaires (id, call_id, version, published_at, content, meanings)
    SELECT gen_random_uuid(), ${to}::uuid, 1, now(), content, meanings FROM questionnaires
    WHERE call_id = ${from}::uuid AND published_at IS NOT NULL ORDER BY version DESC LIMIT 1`);
}
