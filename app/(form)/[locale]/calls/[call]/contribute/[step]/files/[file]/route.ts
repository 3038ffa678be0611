import { z } from 'zod';
import { withApi } from '@/app/server/api';
import { downloadOf } from '@/app/server/download';
import { currentContribution } from '@/app/(form)/server/current-contribution';
import { readOwnFile } from '@/lib/contributions/files/files';
import { failure } from '@/lib/platform/errors';

export const dynamic = 'force-dynamic';

/** A file, for holders of the private link of its contribution. For all others it does not exist. */
export const GET = withApi<{ call: string; file: string }>(async (_request, { call, file }) => {
  const held = z.uuid().safeParse(file).success ? await currentContribution(call) : undefined;
  return held ? downloadOf(await readOwnFile({ contributionId: held.id, id: file })) : failure('not_found');
});
