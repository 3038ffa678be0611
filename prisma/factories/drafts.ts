import { saveSection, startDraft } from '@/lib/contributions/drafts/drafts';
import { db } from '@/lib/platform/db/client';

const HOUR = 3_600_000;

type Draft = {
  id: string;
  token: string;
  /** The cookie of a browser that holds it. */
  cookie: string;
};

/**
 * A draft of a contribution, begun an hour ago (a test may need less time for the form than any person). `sections` is what was typed, by
 * step, as the form's fields have it: `{ gaps: { text: '…' }, about: { attribution: 'anonymous' } }`.
 */
export async function makeDraft({
  call = '2020',
  sections = {},
}: { call?: string; sections?: Record<string, object> } = {}): Promise<Draft> {
  const begun = await startDraft({ callSlug: call });
  if (!begun.ok) throw new Error(`not begun: ${JSON.stringify(begun)}`);
  const { contributionId: id, token } = begun;
  await begunAnHourAgo(id);
  for (const [step, data] of Object.entries(sections)) await saveDraft(id, step, data);
  return { id, token, cookie: `contribution_${call}=${token}` };
}

/** Saves a step of a draft as another window would: whatever was stored before. */
export async function saveDraft(contributionId: string, key: string, data: object): Promise<void> {
  const stored = await db.draftSection.findFirst({ where: { contributionId, step: key }, select: { version: true } });
  const saved = await saveSection({ contributionId, key, expectedVersion: stored?.version ?? 0, data });
  if (!saved.ok) throw new Error(`not saved: ${JSON.stringify(saved)}`);
}

/** What the database holds of a step. */
export async function storedStep(contributionId: string, key: string): Promise<unknown> {
  return (await db.draftSection.findFirst({ where: { contributionId, step: key }, select: { data: true } }))?.data;
}

/** As if the contribution had been begun an hour ago: a browser that is driven by a test may need less time for the form than any person. */
export async function begunAnHourAgo(id: string): Promise<void> {
  await db.contribution.update({ where: { id }, data: { createdAt: new Date(Date.now() - HOUR) } });
}

/** As if the contribution were being begun now, for as long as the test takes. */
export async function begunJustNow(id: string): Promise<void> {
  await db.contribution.update({ where: { id }, data: { createdAt: new Date(Date.now() + HOUR) } });
}
