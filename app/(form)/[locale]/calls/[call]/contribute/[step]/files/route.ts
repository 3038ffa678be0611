import { readUpload } from '@/app/server/upload';
import { atFiles } from '@/app/(form)/files/door';
import { MOST_BYTES_PER_FILE } from '@/lib/contributions/files/constants';
import { addFile } from '@/lib/contributions/files/files';

type Context = { params: Promise<{ locale: string; call: string; step: string }> };

/**
 * Adds a file to a question. No server action: Next reads the whole body of one before it asks anybody, and this one is read
 * only for those who hold the draft, and only as far as a file may reach.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return atFiles(request, params, async (target) => {
    const upload = await readUpload(request, MOST_BYTES_PER_FILE);
    return upload.ok ? addFile({ ...target, name: upload.name, bytes: upload.bytes }) : upload;
  });
}
