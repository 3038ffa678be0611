import { recordAudit } from '@/lib/platform/audit/record';
import { db } from '@/lib/platform/db/client';
import { asResult } from '@/lib/platform/errors';
import type { Failure, Reason } from '@/lib/platform/errors';
import type { Editor } from '@/lib/accounts/policy';

/** Refused because of who asks, and not because of what stands. */
const OF_PERSON: readonly Reason[] = [
  'own_organisation',
  'other_editor',
  'recused',
  'likely_own_organisation',
  'own_proposal',
  'own_request',
  'forbidden',
];

type Command = {
  editor: Editor;
  /** What was to be done, as a key. */ command: string;
  /** The contribution it is about. */ reference?: string;
};

/**
 * Runs a transaction of the desk as `asResult`. One that is refused because of who asks stays in the log all the same, although the
 * transaction is gone: with the reason that was given, which names nothing where naming would tell who a contributor is.
 */
export async function asAuditedResult<T extends { ok: boolean }>(
  { editor, command, reference }: Command,
  run: () => Promise<T>,
): Promise<T | Failure> {
  const result = await asResult(run);
  if (isFailure(result) && OF_PERSON.includes(result.reason)) {
    const found =
      reference === undefined ? null : await db.contribution.findUnique({ where: { reference }, select: { id: true } });
    await recordAudit(db, {
      actor: { kind: 'editor', userId: editor.userId },
      action: 'decision.refused',
      subject: found ? { kind: 'contribution', id: found.id } : { kind: 'user', id: editor.userId },
      details: { command, reason: result.reason, ...(editor.token !== undefined && { token: editor.token }) },
    });
  }
  return result;
}

const isFailure = (result: { ok: boolean }): result is Failure => !result.ok;
