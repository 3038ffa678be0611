import { FileList } from '@/app/ui/file-list';
import { FILE_KINDS } from '@/lib/contributions/files/constants';
import { listOriginals } from '@/lib/contributions/originals';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { cautionFor } from '@/app/desk/contributions/[reference]/file-cautions';

/** The files that the contribution was filled from, for editors who see its contact. */
export async function Originals({ contribution: { reference, blocker } }: { contribution: ReviewContribution }) {
  const files = blocker === null ? await listOriginals(reference) : [];
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="originals" className="min-w-0 pb-10">
      <h2 id="originals" className="text-2xl">
        Filled from
      </h2>
      <p className="mt-1 mb-4 max-w-measure text-sm text-muted">
        The file that its contributor filled in and confirmed. It can name them, so it is contact data: for editors
        only, and each download is in the audit log.
      </p>
      <FileList
        locale="en"
        files={files.map(({ id, name, mediaType, size, findings }) => ({
          ...{ id, name, size },
          kind: FILE_KINDS.find((kind) => kind.mediaType === mediaType)?.label ?? '',
          caution: cautionFor(findings),
          href: `/desk/contributions/${reference}/originals/${id}`,
        }))}
      />
    </section>
  );
}
