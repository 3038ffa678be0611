import type { AuditActor } from '@/lib/platform/audit/record';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { readVersionedSettings, saveSettings } from '@/lib/platform/settings/edit-settings';
import { readSettingChange } from '@/lib/platform/settings/settings-history';
import { isMailName, saveMailWordings } from './mail-wordings';

/**
 * Uses the text again that a change of the settings replaced; `id` and `name` are the change's. It is a change itself.
 * Reasons: `not_found` (no such change, or of a mail that no longer exists), `settings_changed` (another admin stored
 * something at the same moment), `invalid` (a mail's text that lacks one of its placeholders of today).
 */
export async function bringBackSetting({
  actor,
  id,
  name,
}: {
  actor: AuditActor;
  id: number;
  name: string;
}): Promise<Result<{ version: number }>> {
  const change = await readSettingChange(id, name);
  if (!change) return failure('not_found');
  const key = name.startsWith('mails.') ? name.slice('mails.'.length) : null;
  if (key !== null) {
    const mail = key.split('.')[0] ?? '';
    return isMailName(mail)
      ? saveMailWordings({ actor, name: mail, typed: { [key]: change.before } })
      : failure('not_found');
  }
  const { settings, version } = await readVersionedSettings();
  const { mails: _, ...input } = settings;
  return saveSettings({ actor, version, input: { ...input, [name]: change.before } });
}
