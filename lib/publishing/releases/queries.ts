import { db } from '@/lib/db/client';
import type { PublicAgreement } from '@/lib/publishing/schema';

export type ReleasedFile = { mediaType: string; sha256: string; bytes: Uint8Array<ArrayBuffer> };

/** One file of a release, byte for byte as it was frozen; null where the release, or a file of that name, does not exist. */
export async function readReleasedFile(release: string, name: string): Promise<ReleasedFile | null> {
  return db.releaseFile.findUnique({ where: { releaseSlug_name: { releaseSlug: release, name } }, select: { mediaType: true, sha256: true, bytes: true } });
}

/** The agreements as a release froze them; null for an unknown release. */
export async function readReleasedAgreements(release: string): Promise<PublicAgreement[] | null> {
  const file = await readReleasedFile(release, 'agreements.json');
  // Our own serialiser wrote it, through the schema of what is public.
  return file && (JSON.parse(new TextDecoder().decode(file.bytes)) as { data: PublicAgreement[] }).data;
}
