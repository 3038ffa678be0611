import { AsyncLocalStorage } from 'node:async_hooks';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { slugText } from '@/lib/platform/text/slug-text';
import { DEFAULT_SETTINGS, readStored } from './settings-schema';
import type { SiteSettings } from './settings-schema';

/** Next's bundles each have their own instance of a module: what the process knows is kept beside them. */
declare global {
  var bpfSettings: SiteSettings | undefined;
}

const tried = new AsyncLocalStorage<SiteSettings>();

/**
 * The settings as this process knows them. They are read when it starts, and again before pages are made anew after a
 * change in any process.
 */
export const siteSettings = (): SiteSettings => tried.getStore() ?? globalThis.bpfSettings ?? DEFAULT_SETTINGS;

/** Runs work as if these were the settings: for a preview of what is not stored. */
export const withSettings = <T>(settings: SiteSettings, run: () => T): T => tried.run(settings, run);

/** What the names of files and the keys of citations begin with: the short name in small letters. */
export const filePrefix = (): string => slugText(siteSettings().shortName) || 'forum';

/** The address at the foot of every page. The operator's configuration comes before the default, not before an admin. */
export function contactAddress({ contact }: SiteSettings = siteSettings()): string {
  // A build knows no configuration; its pages are made anew by the first request.
  if (contact !== DEFAULT_SETTINGS.contact || process.env.NEXT_PHASE === 'phase-production-build') return contact;
  return env().CONTACT_EMAIL ?? contact;
}

/** Reads the settings anew into this process. */
export async function loadSettings(): Promise<SiteSettings> {
  globalThis.bpfSettings = await readSettings();
  return globalThis.bpfSettings;
}

export async function readSettings(tx: Tx = db): Promise<SiteSettings> {
  const row = await tx.siteSettings.findUnique({ where: { id: 1 }, select: { content: true } });
  return readStored(row?.content);
}
