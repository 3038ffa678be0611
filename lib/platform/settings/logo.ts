import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { AuditActor } from '@/lib/platform/audit/record';
import { TAGS } from '@/lib/platform/cache/tags';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { rememberSettings } from './edit-settings';

/** 500 kB, as people count. */
export const MAX_LOGO_BYTES = 500_000;
/** More points than a logo needs on any screen; each takes four bytes in memory while it is drawn. */
const MAX_LOGO_PIXELS = 4_000_000;

const EXTENSIONS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

/** The logo as pages name it: an address that is another one for another picture. */
export type Logo = { path: string; width: number; height: number };

/**
 * Puts a picture at the head of every page, in the place of an earlier one: drawn again, so that nothing but the picture
 * is kept. Reasons: `file_needed`, `logo_too_large` (in bytes or points), `logo_type_refused` (neither PNG nor JPEG, by
 * its content).
 */
export async function saveLogo({ actor, bytes }: { actor: AuditActor; bytes: Buffer }): Promise<Result> {
  if (bytes.length === 0) return failure('file_needed');
  if (bytes.length > MAX_LOGO_BYTES) return failure('logo_too_large');
  const drawn = await redraw(bytes);
  if (!drawn.ok) return drawn;
  const { ok: _, ...logo } = drawn;
  const row = {
    ...logo,
    bytes: new Uint8Array(logo.bytes),
    sha256: createHash('sha256').update(logo.bytes).digest('hex'),
  };
  const result = await mutation({ actor }, async ({ tx, audit, invalidate }) => {
    await tx.siteLogo.upsert({ where: { id: 1 }, create: row, update: row, select: { id: true } });
    await audit({ action: 'settings.logo_changed', subject: { kind: 'settings', id: 'logo' } });
    invalidate(TAGS.settings);
    return { ok: true };
  });
  if (result.ok) await rememberSettings();
  return result;
}

/** Takes the logo away; without one, nothing happens. */
export async function removeLogo({ actor }: { actor: AuditActor }): Promise<Result> {
  const result = await mutation({ actor }, async ({ tx, audit, invalidate }) => {
    const { count } = await tx.siteLogo.deleteMany({});
    if (count > 0) await audit({ action: 'settings.logo_removed', subject: { kind: 'settings', id: 'logo' } });
    invalidate(TAGS.settings);
    return { ok: true };
  });
  if (result.ok) await rememberSettings();
  return result;
}

type Drawn = { mediaType: string; width: number; height: number; bytes: Buffer };

/** Its format is found in the content; metadata of a camera or a program do not come along. */
async function redraw(bytes: Buffer): Promise<Result<Drawn>> {
  try {
    const image = sharp(bytes, { limitInputPixels: false });
    const { format, width, height } = await image.metadata();
    if (format !== 'png' && format !== 'jpeg') return failure('logo_type_refused');
    if (width * height > MAX_LOGO_PIXELS) return failure('logo_too_large');
    const turned = image.autoOrient();
    const { data, info } = await (
      format === 'png' ? turned.png({ compressionLevel: 9 }) : turned.jpeg({ quality: 90 })
    ).toBuffer({ resolveWithObject: true });
    return { ok: true, mediaType: `image/${format}`, width: info.width, height: info.height, bytes: data };
  } catch {
    return failure('logo_type_refused');
  }
}

/** The logo as pages show it; null without one. */
export async function readLogo(): Promise<Logo | null> {
  const row = await db.siteLogo.findUnique({
    where: { id: 1 },
    select: { mediaType: true, width: true, height: true, sha256: true },
  });
  if (!row) return null;
  return { path: `/logo/${fileOf(row)}`, width: row.width, height: row.height };
}

/** The picture behind an address; null for one of another picture. */
export async function readLogoFile(
  file: string,
): Promise<{ mediaType: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const row = await db.siteLogo.findUnique({
    where: { id: 1 },
    select: { mediaType: true, sha256: true, bytes: true },
  });
  return row && file === fileOf(row) ? { mediaType: row.mediaType, bytes: row.bytes } : null;
}

const fileOf = ({ mediaType, sha256 }: { mediaType: string; sha256: string }) =>
  `${sha256.slice(0, 16)}.${EXTENSIONS[mediaType] ?? 'png'}`;
