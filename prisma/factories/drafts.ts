import { saveSection, startDraft } from '@/lib/contributions/drafts/drafts';
import { shareContribution } from '@/lib/contributions/links';
import { db } from '@/lib/platform/db/client';

const HOUR = 3_600_000;

type Draft = {
  id: string;
  token: string;
  /** The cookie of a browser that holds it. */
  cookie: string;
};

/**
 * A draft of a contribution that was begun an hour ago (a test fills in the form faster than a person). `sections` is
 * the typed content by step, with the form's field names: `{ gaps: { text: '…' }, about: { attribution: 'anonymous' }
 * }`.
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

/** Saves a step of a draft as another window would, over whatever was stored before. */
export async function saveDraft(contributionId: string, key: string, data: object): Promise<void> {
  const stored = await db.draftSection.findFirst({ where: { contributionId, step: key }, select: { version: true } });
  const saved = await saveSection({ contributionId, key, expectedVersion: stored?.version ?? 0, data });
  if (!saved.ok) throw new Error(`not saved: ${JSON.stringify(saved)}`);
}

/** The stored content of a step. */
export async function storedStep(contributionId: string, key: string): Promise<unknown> {
  return (await db.draftSection.findFirst({ where: { contributionId, step: key }, select: { data: true } }))?.data;
}

/**
 * Sets the beginning of the contribution to an hour ago: a browser driven by a test fills in the form faster than a
 * person.
 */
export async function begunAnHourAgo(id: string): Promise<void> {
  await db.contribution.update({ where: { id }, data: { createdAt: new Date(Date.now() - HOUR) } });
}

/** Sets the beginning of the contribution to now, as long as the test runs. */
export async function begunJustNow(id: string): Promise<void> {
  await db.contribution.update({ where: { id }, data: { createdAt: new Date(Date.now() + HOUR) } });
}

/** Another link of a contribution, with which it can only be read. Returns its token. */
export async function makeReadingLink(contributionId: string): Promise<string> {
  const made = await shareContribution({ contributionId, input: { purpose: 'read', label: 'To read' } });
  if (!made.ok) throw new Error(`no link: ${JSON.stringify(made)}`);
  return made.token;
}
