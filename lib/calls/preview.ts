import type { Editor } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { hashSecret, newSecret } from '@/lib/platform/secret';
import { readPreview } from './calls';
import type { PreviewPage } from './calls';
import { lockCall } from './locked-call';

type LinkInput = { editor: Editor; slug: string };

/**
 * Makes the private preview link of a call and returns its token, this once; the link before it stops working. Only its
 * hash is stored. Reasons: `not_found`.
 */
export function makePreviewLink({ editor, slug }: LinkInput): Promise<Result<{ token: string }>> {
  return mutation({ actor: editor }, async ({ tx, audit }) => {
    const { id } = await lockCall(slug, tx);
    const token = newSecret();
    await tx.call.update({ where: { id }, data: { previewHash: hashSecret(token) }, select: { id: true } });
    await audit({ action: 'call.preview_made', subject: { kind: 'call', id: slug } });
    return { ok: true, token };
  });
}

/** Ends the preview link from the next request on. Doing so again changes nothing. Reasons: `not_found`. */
export function revokePreviewLink({ editor, slug }: LinkInput): Promise<Result> {
  return mutation({ actor: editor }, async ({ tx, audit }) => {
    const { id } = await lockCall(slug, tx);
    const { count } = await tx.call.updateMany({
      where: { id, previewHash: { not: null } },
      data: { previewHash: null },
    });
    if (count > 0) await audit({ action: 'call.preview_revoked', subject: { kind: 'call', id: slug } });
    return { ok: true };
  });
}

/** The call behind a preview link, as its page will be; null for a link that leads nowhere. */
export async function readPreviewed(token: string, locale: string): Promise<PreviewPage | null> {
  return readPreview({ previewHash: hashSecret(token) }, locale);
}

/**
 * Notes for the check list of the call that a test contribution was walked through with this version of its
 * questionnaire. Nothing of the contribution is stored. Reasons: `unknown_link`.
 */
export function recordWalk({ token, version }: { token: string; version: number }): Promise<Result> {
  return mutation({ actor: 'system' }, async ({ tx, audit }) => {
    const call = await tx.call.findUnique({
      where: { previewHash: hashSecret(token) },
      select: { id: true, slug: true },
    });
    if (!call) return failure('unknown_link');
    const { count } = await tx.call.updateMany({
      where: { id: call.id, questionnaires: { some: { version, publishedAt: { not: null } } } },
      data: { walkedVersion: version },
    });
    if (count > 0)
      await audit({ action: 'call.walked', subject: { kind: 'call', id: call.slug }, details: { version } });
    return { ok: true };
  });
}

/** Whether a text can be the token of a preview link: no other is looked for. */
export const isPreviewToken = (text: string) => /^[\w-]{43}$/.test(text);
