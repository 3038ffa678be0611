import { unstable_cache } from 'next/cache';
import { TAGS } from '@/lib/platform/cache/tags';
import { isSameJson } from '@/lib/platform/json';
import { readSettings, siteSettings } from './current-settings';
import type { SiteSettings } from './settings-schema';

/**
 * The settings for a page of Next, which is made anew when they change. Where they can't be read, in a build or without
 * a database, those that the process knows.
 */
export async function cachedSettings(): Promise<SiteSettings> {
  if (process.env.NEXT_PHASE === 'phase-production-build') return siteSettings();
  try {
    const settings = await unstable_cache(() => readSettings(), ['settings'], { tags: [TAGS.settings] })();
    if (!isSameJson(settings, siteSettings())) globalThis.bpfSettings = settings;
  } catch {
    // The page says what it can.
  }
  return siteSettings();
}
