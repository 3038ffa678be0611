import type { AuditActor } from '@/lib/platform/audit/record';
import { TAGS } from '@/lib/platform/cache/tags';
import { invalidateLocal } from '@/lib/platform/cache/invalidation';
import { db } from '@/lib/platform/db/client';
import type { Prisma, Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { isSameJson } from '@/lib/platform/json';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { loadSettings } from './current-settings';
import { DEFAULT_SETTINGS, readStored } from './settings-schema';
import type { SettingsInput, SiteSettings } from './settings-schema';

type Versioned = { version: number };

/** The settings, and the version that a change has to name. */
export async function readVersionedSettings(tx: Tx = db): Promise<Versioned & { settings: SiteSettings }> {
  const row = await tx.siteSettings.findUnique({ where: { id: 1 }, select: { content: true, version: true } });
  return { settings: readStored(row?.content), version: row?.version ?? 0 };
}

/**
 * Changes the settings, all but the wordings of mails. Every process knows them before its pages are made anew.
 * Reasons: `settings_changed` (another admin has changed them since; an issue for each that is different now).
 */
export function saveSettings({
  actor,
  version,
  input,
}: Versioned & { actor: AuditActor; input: SettingsInput }): Promise<Result<Versioned>> {
  return change(actor, async (context) => {
    const { settings, version: now } = await lockSettings(context.tx);
    if (now !== version)
      throw new DomainError(
        failure('settings_changed', [
          { path: 'version', code: 'changed_meanwhile', params: { version: now } },
          ...differences(settings, { ...settings, ...input }).map((path) => ({ path, code: 'changed_meanwhile' })),
        ]),
      );
    return store({ actor, settings, changed: { ...settings, ...input }, version: now }, context);
  });
}

/** Changes the wordings of mails: an empty one is that of the catalogue again. The caller has checked them. */
export function saveWordings({
  actor,
  wordings,
}: {
  actor: AuditActor;
  wordings: Record<string, string>;
}): Promise<Result<Versioned>> {
  return change(actor, async (context) => {
    const { settings, version } = await lockSettings(context.tx);
    const mails = Object.fromEntries(
      Object.entries({ ...settings.mails, ...wordings }).filter(([, wording]) => wording !== ''),
    );
    return store({ actor, settings, changed: { ...settings, mails }, version }, context);
  });
}

async function change<R extends { ok: true }>(
  actor: AuditActor,
  work: (context: MutationContext) => Promise<R>,
): Promise<Result<Versioned>> {
  const result = (await mutation({ actor }, work)) as Result<Versioned>; // each work returns the version
  if (result.ok) await rememberSettings();
  return result;
}

/** This process reads the settings itself, and forgets once more what was made in between. */
export async function rememberSettings(): Promise<void> {
  await loadSettings();
  invalidateLocal([TAGS.settings]);
}

/** Of two admins at once the second waits, and finds what the first has stored. */
async function lockSettings(tx: Tx): Promise<Versioned & { settings: SiteSettings }> {
  await tx.$executeRaw`INSERT INTO site_settings (id, version) VALUES (1, 0) ON CONFLICT DO NOTHING`;
  await tx.$queryRaw`SELECT 1 FROM site_settings WHERE id = 1 FOR UPDATE`;
  return readVersionedSettings(tx);
}

type Storing = Versioned & { actor: AuditActor; settings: SiteSettings; changed: SiteSettings };

async function store(
  { actor, settings, changed, version }: Storing,
  { tx, audit, invalidate }: MutationContext,
): Promise<{ ok: true } & Versioned> {
  const fields = differences(settings, changed);
  if (fields.length === 0) return { ok: true, version };
  // Only what differs: where a later edition has another default, an installation that kept the old one follows.
  const content = Object.fromEntries(
    differences(DEFAULT_SETTINGS, changed).map((name) => [name, changed[name as keyof SiteSettings]]),
  );
  const kept = { content: content as Prisma.InputJsonObject, changedAt: new Date() };
  const saved = await tx.siteSettings.update({
    where: { id: 1 },
    data: { ...kept, version: { increment: 1 } },
    select: { version: true },
  });
  const userId = typeof actor === 'string' ? null : actor.userId;
  await tx.siteSettingsVersion.create({ data: { ...kept, version: saved.version, userId }, select: { id: true } });
  await audit({ action: 'settings.changed', subject: { kind: 'settings', id: 'site' }, details: { fields } });
  invalidate(TAGS.settings);
  return { ok: true, version: saved.version };
}

/** The names of the settings that differ. */
export const differences = (one: SiteSettings, other: SiteSettings): string[] =>
  (Object.keys(DEFAULT_SETTINGS) as (keyof SiteSettings)[]).filter((name) => !isSameJson(one[name], other[name]));
