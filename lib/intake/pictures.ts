import { MAX_BYTES, MAX_BYTES_PER_FILE, MAX_FILES } from '@/lib/contributions/files/constants';
import type { MediaType } from '@/lib/contributions/files/constants';
import { tellFile } from '@/lib/contributions/files/file-type';
import { unpack } from './open-file';
import type { OpenArchive } from './open-file';

/** A part of an archive that shows a picture, after so many runs of the text. */
export type PictureReference = { part: string; at: number };
/** `mediaType` is null where it is none of the files that the forum takes, such as a drawing of Word's own. */
export type FoundPicture = { name: string; bytes: Buffer; mediaType: MediaType | null; at: number };

/**
 * The pictures of a document, each once, in their order: as many and as large as a draft may have files. Those beyond
 * that, and those that contradict the archive's table of contents, are left out; the count of `noticed` has all.
 */
export async function readPictures(
  archive: OpenArchive,
  references: readonly PictureReference[],
): Promise<FoundPicture[]> {
  const found: FoundPicture[] = [];
  let room: number = MAX_BYTES;
  for (const [part, at] of firstOfEach(references)) {
    const limit = Math.min(room, MAX_BYTES_PER_FILE);
    const unpacked = found.length < MAX_FILES ? await unpack(archive, (name) => name === part, limit) : null;
    const bytes = unpacked?.ok ? unpacked.parts.get(part) : undefined;
    if (!bytes) continue;
    room -= bytes.length;
    const name = part.split('/').at(-1) ?? part;
    const told = await tellFile({ name, bytes });
    found.push({ name, bytes, at, mediaType: told.ok ? told.mediaType : null });
  }
  return found;
}

function firstOfEach(references: readonly PictureReference[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { part, at } of references) if (!first.has(part)) first.set(part, at);
  return first;
}
