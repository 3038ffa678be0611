import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { mutation } from '@/lib/platform/mutation';

/** Long enough to compare a long file with its answers; the page says it. */
export const HELD_MINUTES = 60;

export type HeldFile = { id: string; name: string; bytes: Buffer };

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Holds a file until a person has confirmed what was read in it, an hour at most. Returns the handle that opens it: its id
 * and a key that is stored nowhere, so the file can't be read in the database or in a backup. `instead`: the handle of a
 * file that it replaces.
 */
export async function holdFile({
  name,
  bytes,
  instead,
  now = new Date(),
}: {
  name: string;
  bytes: Buffer;
  instead?: string;
  now?: Date;
}): Promise<string> {
  const [id, key] = [randomUUID(), randomBytes(32)];
  const data = {
    id,
    content: encrypted(Buffer.concat([sized(Buffer.from(name)), bytes]), key, id),
    createdAt: now,
    expiresAt: new Date(now.getTime() + HELD_MINUTES * 60_000),
  };
  const former = instead === undefined ? null : partsOf(instead);
  await mutation({ actor: 'contributor' }, async ({ tx }) => {
    if (former) await tx.heldFile.deleteMany({ where: { id: former.id } });
    await tx.heldFile.create({ data, select: { id: true } });
    return { ok: true as const };
  });
  return `${id}.${key.toString('base64url')}`;
}

/** The file that a handle opens; null once it has expired or was confirmed, and for any other text. */
export async function readHeldFile(handle: string, now = new Date(), tx: Tx = db): Promise<HeldFile | null> {
  const parts = partsOf(handle);
  const row =
    parts &&
    (await tx.heldFile.findFirst({ where: { id: parts.id, expiresAt: { gt: now } }, select: { content: true } }));
  const content = row && decrypted(Buffer.from(row.content), parts.key, parts.id);
  if (!content) return null;
  const end = 4 + content.readUInt32BE(0);
  return { id: parts.id, name: content.subarray(4, end).toString(), bytes: content.subarray(end) };
}

/** Removes the file of a handle at once; for any other text nothing happens. */
export async function dropHeldFile(handle: string): Promise<void> {
  const parts = partsOf(handle);
  if (!parts) return;
  await mutation({ actor: 'contributor' }, async ({ tx }) => {
    await tx.heldFile.deleteMany({ where: { id: parts.id } });
    return { ok: true as const };
  });
}

/** Takes the file out of the table. Of two that confirm it at once, one gets `false`. */
export async function takeHeldFile(id: string, tx: Tx): Promise<boolean> {
  return (await tx.heldFile.deleteMany({ where: { id } })).count === 1;
}

const HANDLE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

function partsOf(handle: string): { id: string; key: Buffer } | null {
  const [, id, key] = HANDLE.exec(handle) ?? [];
  return id === undefined || key === undefined ? null : { id, key: Buffer.from(key, 'base64url') };
}

function sized(text: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(text.length);
  return Buffer.concat([size, text]);
}

/** Nonce, content, tag. The id is authenticated along with it, so no row can take the place of another. */
function encrypted(content: Buffer, key: Buffer, id: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(id));
  return new Uint8Array(Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]));
}

/** Null where the key is not the one that it was encrypted with. */
function decrypted(content: Buffer, key: Buffer, id: string): Buffer | null {
  const decipher = createDecipheriv(ALGORITHM, key, content.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(id));
  decipher.setAuthTag(content.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(content.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
