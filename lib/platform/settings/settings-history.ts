import { db } from '@/lib/platform/db/client';
import { isSameJson } from '@/lib/platform/json';
import { differences } from './edit-settings';
import { DEFAULT_SETTINGS, readStored } from './settings-schema';
import type { SiteSettings } from './settings-schema';

/** One text that a change replaced. `name` is the setting, or `mails.` and the key of a mail's text. */
export type SettingChange = { name: string; before: string; after: string };
export type SettingsVersion = { id: number; at: Date; who: string | null; changes: SettingChange[] };

const MAX_VERSIONS = 100;

/**
 * The newest changes of the settings, newest first: who stored them, when, and what each text was before. An empty
 * wording of a mail is the usual one. `isWhole` is false where there are older ones.
 */
export async function readSettingsHistory(): Promise<{ versions: SettingsVersion[]; isWhole: boolean }> {
  const rows = await db.siteSettingsVersion.findMany({
    orderBy: { id: 'desc' },
    take: MAX_VERSIONS + 1,
    select: { id: true, content: true, changedAt: true, user: { select: { name: true, email: true } } },
  });
  const versions = rows.slice(0, MAX_VERSIONS).map(({ id, content, changedAt, user }, at) => ({
    id,
    at: changedAt,
    who: user && (user.name ?? user.email),
    changes: changesBetween(readStored(rows[at + 1]?.content), readStored(content)),
  }));
  return { versions, isWhole: rows.length <= MAX_VERSIONS };
}

/** One text that the change with this id replaced; null if it replaced no text of that name. */
export async function readSettingChange(id: number, name: string): Promise<SettingChange | null> {
  const [after, before] = await db.siteSettingsVersion.findMany({
    where: { id: { lte: id } },
    orderBy: { id: 'desc' },
    take: 2,
    select: { id: true, content: true },
  });
  if (after?.id !== id) return null;
  return (
    changesBetween(readStored(before?.content), readStored(after.content)).find((change) => change.name === name) ??
    null
  );
}

function changesBetween(before: SiteSettings, after: SiteSettings): SettingChange[] {
  const names = differences(before, after).filter((name): name is TextSetting => name !== 'mails');
  const keys = [...new Set([...Object.keys(before.mails), ...Object.keys(after.mails)])].toSorted();
  return [
    ...names.map((name) => ({ name, before: before[name], after: after[name] })),
    ...keys
      .map((key) => ({ name: `mails.${key}`, before: before.mails[key] ?? '', after: after.mails[key] ?? '' }))
      .filter((change) => !isSameJson(change.before, change.after)),
  ];
}

export type TextSetting = Exclude<keyof typeof DEFAULT_SETTINGS, 'mails'>;
