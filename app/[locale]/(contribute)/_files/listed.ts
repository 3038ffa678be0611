import type { ListedFile } from '@/app/_components/file-list';
import { FILE_KINDS } from '@/lib/contributions/attachments/constants';
import type { AttachedFile } from '@/lib/contributions/attachments/queries';

/** A file as lists show it, with the address below which it is fetched. */
export const listedFile = (files: string, { id, name, mediaType, size }: Omit<AttachedFile, 'questionKey'>): ListedFile => ({
  id,
  href: `${files}/${id}`,
  name,
  kind: FILE_KINDS.find((kind) => kind.mediaType === mediaType)?.label ?? '',
  size,
});
