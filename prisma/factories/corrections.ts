import { openCorrection } from '@/lib/contributions/corrections/corrections';
import { readAbout, readSentBody } from '@/lib/contributions/corrections/sent-body';
import { inputOf } from '@/lib/contributions/drafts/sections';
import { fingerprintOf } from '@/lib/contributions/drafts/steps';
import { submitContribution } from '@/lib/contributions/submission';
import type { SubmissionInput } from './submissions';
import { db } from '@/lib/platform/db/client';

/** Opens a correction of what was sent to the call of 2020; throws where it is refused. */
export async function beginCorrection(reference: string): Promise<{ id: string; seen: string }> {
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  const opened = await openCorrection({ contributionId: id });
  if (!opened.ok) throw new Error(`not opened: ${JSON.stringify(opened)}`);
  return { id, seen: await fingerprintNow(id) };
}

export async function fingerprintNow(contributionId: string): Promise<string> {
  const rows = await db.draftSection.findMany({ where: { contributionId }, select: { step: true, version: true } });
  return fingerprintOf(new Map(rows.map(({ step, version }) => [step, { version }])));
}

/** Sends what an open correction holds, with what the caller changes about it. */
export async function sendCorrection(
  id: string,
  changed: Partial<SubmissionInput> = {},
  { seen, now }: { seen?: string; now?: Date } = {},
) {
  const { currentRevision } = await db.contribution.findUniqueOrThrow({
    where: { id },
    select: { currentRevision: true },
  });
  const input = {
    ...(await readSentBody(id, currentRevision)),
    ...inputOf({ kind: 'about' }, await readAbout(id)),
    consent: true,
    ...changed,
  };
  return submitContribution({
    callSlug: '2020',
    draftId: id,
    input: JSON.parse(
      JSON.stringify(input, (key, value: unknown) => (key === 'decided' ? undefined : value)),
    ) as unknown,
    seen,
    now,
  });
}
