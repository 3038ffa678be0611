import { z } from 'zod';
import { withDraftFiles } from '@/app/(form)/files/with-draft-files';
import { removeFile } from '@/lib/contributions/files/files';
import { failure } from '@/lib/platform/errors';

type Context = { params: Promise<{ locale: string; call: string; step: string; file: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return withDraftFiles(request, params, async ({ contributionId }, { file }) => {
    const id = z.uuid().safeParse(file);
    return id.success ? removeFile({ contributionId, id: id.data }) : failure('not_found');
  });
}
