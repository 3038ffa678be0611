import { readUpload } from '@/app/server/upload';
import { withDraftFiles } from '@/app/(form)/files/with-draft-files';
import { MAX_BYTES_PER_FILE } from '@/lib/contributions/files/constants';
import { addFile } from '@/lib/contributions/files/files';

type Context = { params: Promise<{ locale: string; call: string; step: string }> };

/**
 * Adds a file to a question. It is a route because Next reads the whole body of a server action before our code runs.
 * This route reads the body only for a browser that holds the draft, and only up to the size limit of a file.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return withDraftFiles(request, params, async (target) => {
    const upload = await readUpload(request, MAX_BYTES_PER_FILE);
    return upload.ok ? addFile({ ...target, name: upload.name, bytes: upload.bytes }) : upload;
  });
}
