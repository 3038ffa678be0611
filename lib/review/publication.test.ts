import { describe, expect, it } from 'vitest';
import { readContribution, listContributions } from '@/lib/publication/contributions/contributions';
import { changeStatus } from '@/lib/contributions/submission';
import { CONTRIBUTION_STATUSES, CONTRIBUTION_TRANSITIONS } from '@/lib/contributions/state';
import type { ContributionStatus } from '@/lib/contributions/state';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { declineContribution, publishContribution } from './publication';

useTestDatabase();

type Target = Parameters<typeof changeStatus>[0]['to'];
const TARGETS: Target[] = ['changes_requested', 'published', 'unpublished', 'declined', 'withdrawn'];

async function contributionIn(status: ContributionStatus): Promise<string> {
  const { reference } = await submit(eastWestSubmission());
  const { id } = await db.contribution.update({
    where: { reference },
    data: { status, ...(status === 'unpublished' && { publishedAt: new Date(), statusReason: 'A reason.' }) },
    select: { id: true },
  });
  return id;
}

describe('the transitions of a contribution', () => {
  const all = CONTRIBUTION_STATUSES.flatMap((from) =>
    TARGETS.map((to) => ({ from, to, allowed: CONTRIBUTION_TRANSITIONS[from].includes(to) })),
  );

  it.each(all)('$from -> $to: allowed is $allowed', async ({ from, to, allowed }) => {
    const id = await contributionIn(from);
    if (to === 'unpublished')
      await db.contribution.update({ where: { id }, data: { publishedAt: new Date() }, select: { id: true } });
    const result = await changeStatus({ id, to, actor: { kind: 'system' }, reason: 'A reason.' }, db);
    const row = await db.contribution.findUniqueOrThrow({ where: { id }, select: { status: true } });
    const action = from === 'unpublished' && to === 'published' ? 'put_back' : to;
    const events = await db.auditEvent.count({ where: { subjectId: id, action: `contribution.${action}` } });
    if (allowed) expect([result, row.status, events]).toEqual([{ ok: true }, to, 1]);
    else
      expect([result, row.status, events]).toEqual([
        { ok: false, reason: from === to ? 'already_in_status' : 'not_allowed_in_status' },
        from,
        0,
      ]);
  });
});

describe('publishing and declining', () => {
  it('makes a contribution public with exactly the attribution its author chose, and no address', async () => {
    const editor = await makeEditor();
    const { reference } = await submit(eastWestSubmission());
    expect(await readContribution(reference, 'en')).toBeNull();
    expect(await publishContribution({ editor, reference })).toEqual({ ok: true });
    const page = await readContribution(reference, 'en');
    expect(page?.attribution).toEqual({
      anonymous: false,
      name: null,
      affiliation: 'EastWest Institute',
      country: 'US',
      stakeholderGroup: 'civil_society',
    });
    expect(JSON.stringify(page)).not.toContain('programme.office');
    expect((await listContributions()).map((row) => row.reference)).toContain(reference);
  });

  it('shows nothing of who wrote an anonymous one, whatever fields were ticked', async () => {
    const editor = await makeEditor();
    const input = eastWestSubmission();
    const { reference } = await submit({
      ...input,
      about: { ...input.about, anonymous: true, show: { name: true, affiliation: true, country: true } },
    });
    await publishContribution({ editor, reference });
    const page = await readContribution(reference, 'en');
    expect(page?.attribution).toEqual({
      anonymous: true,
      name: null,
      affiliation: null,
      country: null,
      stakeholderGroup: 'civil_society',
    });
    expect(JSON.stringify(page)).not.toMatch(/EastWest|Programme office/);
  });

  it('keeps a declined one private, tells why, and is final', async () => {
    const editor = await makeEditor();
    const { reference } = await submit(eastWestSubmission());
    expect(await declineContribution({ editor, reference, reason: 'Sent twice.' })).toEqual({ ok: true });
    expect(await readContribution(reference, 'en')).toBeNull();
    expect(await publishContribution({ editor, reference })).toEqual({ ok: false, reason: 'not_allowed_in_status' });
    expect(
      await db.contribution.findUniqueOrThrow({ where: { reference }, select: { status: true, statusReason: true } }),
    ).toEqual({
      status: 'declined',
      statusReason: 'Sent twice.',
    });
  });

  it('leaves a tombstone of a withdrawn one that was public, and nothing of one that was not', async () => {
    const editor = await makeEditor();
    const [seen, unseen] = [await submit(eastWestSubmission()), await submit(eastWestSubmission())];
    await publishContribution({ editor, reference: seen.reference });
    for (const { reference } of [seen, unseen]) {
      const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
      await changeStatus({ id, to: 'withdrawn', actor: { kind: 'contributor' } }, db);
    }
    expect(await readContribution(seen.reference, 'en')).toMatchObject({
      status: 'withdrawn',
      attribution: null,
      counts: null,
      answers: [],
      projects: [],
      proposals: [],
    });
    expect(await readContribution(unseen.reference, 'en')).toBeNull();
  });
});
