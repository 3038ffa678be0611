import { z } from 'zod';
import { withApi } from '@/app/_server/api';
import { downloadOf } from '@/app/_server/download';
import { heldContribution } from '@/app/[locale]/(contribute)/_server/own-contribution';
import { readOwnFile } from '@/lib/contributions/attachments/queries';
import { failure } from '@/lib/errors';

export const dynamic = 'force-dynamic';

/** A file for those who hold the private link of its contribution. To everybody else it does not exist. */
export const GET = withApi<{ call: string; file: string }>(async (_request, { call, file }) => {
  const held = z.uuid().safeParse(file).success ? await heldContribution(call) : undefined;
  return held ? downloadOf(await readOwnFile({ contributionId: held.id, id: file })) : failure('not_found');
});
