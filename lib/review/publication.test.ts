import { describe, expect, it } from 'vitest';
import { readContribution, listContributions } from '@/lib/publication/contributions/contributions';
import { changeStatus } from '@/lib/contributions/status';
import { mutation } from '@/lib/platform/mutation';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { declineContribution, publishContribution } from './publication';

useTestDatabase();

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

  it('shows nothing of the author of an anonymous one, with any fields ticked', async () => {
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
      await mutation({ actor: 'contributor' }, (context) => changeStatus({ id, to: 'withdrawn' }, context));
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
