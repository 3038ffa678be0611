import type { ListedFile } from '@/app/ui/file-list';
import { FILE_KINDS } from '@/lib/contributions/files/constants';
import { UNSEEN_FINDINGS } from '@/lib/contributions/files/examination/findings';
import type { AttachedFile } from '@/lib/contributions/files/files';

/** A file as lists show it, with the base of its address and a warning where it has active content. */
export const listedFile = (
  files: string,
  { id, name, mediaType, size, findings }: Omit<AttachedFile, 'questionKey'>,
  active: string,
): ListedFile => ({
  id,
  href: `${files}/${id}`,
  name,
  kind: FILE_KINDS.find((kind) => kind.mediaType === mediaType)?.label ?? '',
  size,
  caution: findings?.some((finding) => !UNSEEN_FINDINGS.includes(finding)) && active,
});
