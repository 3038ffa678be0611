import type { Editor } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { isSameJson } from '@/lib/platform/json';
import { mutation } from '@/lib/platform/mutation';
import { foldText } from '@/lib/platform/text/fold-text';
import type { ParticipantInput } from './input-schema';
import { demandOther, lockRegister, storeParticipantVersion, tellReaders } from './writing';

/**
 * Changes a participant's name, kind, country or group; its address stays, and so does its former name.
 * Reasons: `not_found`, `stale`, `own_participant`, `invalid` (`name_taken`: another participant of
 * this country has the name).
 */
export const editParticipant = (edit: {
  editor: Editor;
  slug: string;
  seen: number;
  input: ParticipantInput;
}): Promise<Result> =>
  mutation({ actor: edit.editor, command: 'participant' }, async (context) => {
    const { editor, slug, seen, input } = edit;
    const { tx, audit } = context;
    await lockRegister(tx);
    const found = await tx.participant.findUnique({
      where: { slug },
      select: { id: true, version: true, kind: true, name: true, country: true, stakeholderGroup: true },
    });
    if (!found) return failure('not_found');
    demandOther(editor, found.name);
    if (found.version !== seen) return failure('stale');
    const { id, version: _, ...present } = found;
    const next = {
      kind: input.kind,
      name: input.name,
      country: input.country ?? null,
      stakeholderGroup: input.group ?? null,
    };
    if (isSameJson(present, next)) return { ok: true };
    const taken = await tx.participant.count({
      where: { foldedName: foldText(input.name), country: next.country, id: { not: id } },
    });
    if (taken > 0) return failure('invalid', [{ path: 'name', code: 'name_taken' }]);
    if (!(await storeParticipantVersion({ id, seen, userId: editor.userId, input }, tx))) return failure('stale');
    await audit({
      action: 'participant.changed',
      subject: { kind: 'participant', id: slug },
      details: { version: seen + 1 },
    });
    tellReaders(context);
    return { ok: true };
  });
