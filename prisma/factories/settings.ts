import { db } from '@/lib/platform/db/client';
import { readVersionedSettings, saveSettings, saveWordings } from '@/lib/platform/settings/edit-settings';
import { removeLogo } from '@/lib/platform/settings/logo';
import { DEFAULT_SETTINGS } from '@/lib/platform/settings/settings-schema';
import { makeEditor } from './people';

/** Gives the forum its default settings again, in every process: for the tests after one that changed them. */
export async function restoreSettings(): Promise<void> {
  const actor = await makeEditor({ role: 'admin' });
  const { settings, version } = await readVersionedSettings();
  const { mails: _, ...input } = DEFAULT_SETTINGS;
  await saveSettings({ actor, version, input });
  await saveWordings({ actor, wordings: Object.fromEntries(Object.keys(settings.mails).map((key) => [key, ''])) });
  await removeLogo({ actor });
}

/** How many logos are stored. */
export const countLogos = (): Promise<number> => db.siteLogo.count();
