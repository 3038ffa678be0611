import { beforeAll, describe, expect, it } from 'vitest';
import { openCorrection } from '@/lib/contributions/corrections/corrections';
import { submitContribution } from '@/lib/contributions/submission';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { previewMail } from '@/lib/notifications/compose';
import { db } from '@/lib/platform/db/client';
import { readAgreement } from '@/lib/publication/agreements';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { makeCall } from '@/prisma/factories/calls';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeEditor } from '@/prisma/factories/people';
import { proposing } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { decideChanges } from './decide';
import { keepContribution, publishContribution, reopenContribution } from './publication';
import { readForReview } from './review-page/review-page';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

const ABOUT = {
  affiliation: 'Confidential Ministry',
  email: 'office@example.org',
  attribution: 'editors_only' as const,
};

async function send(settings: { publishesAtOnce?: boolean; about?: object } = {}) {
  const { slug: agreement } = await makeAgreement({ maintainer: 'A commission' });
  const { slug } = await makeCall('open', { offersEditorsOnly: true });
  if (settings.publishesAtOnce) await db.call.update({ where: { slug }, data: { publishesAtOnce: true } });
  const input = { ...proposing(agreement, [{ cell: 'maintainer', value: 'Another' }]), about: settings.about ?? ABOUT };
  const sent = await submitContribution({ callSlug: slug, input });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const { reference } = sent;
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  return { slug, agreement, reference, id };
}
const statusOf = async (reference: string) =>
  (await db.contribution.findUniqueOrThrow({ where: { reference } })).status;

describe('a contribution for the editors only', () => {
  it('is refused by a call that does not offer it', async () => {
    const { slug } = await makeCall('open');
    const input = { answers: { gaps: 'A gap.' }, about: ABOUT, consent: true };
    expect(await submitContribution({ callSlug: slug, input })).toMatchObject({
      reason: 'invalid',
      issues: [{ path: 'about.attribution', code: 'not_offered' }],
    });
  });

  it('names its author to editors, and can’t be published, by an editor or by the call', async () => {
    const { reference } = await send({ publishesAtOnce: true, about: { ...ABOUT, email: undefined } });
    expect(await statusOf(reference)).toBe('submitted');
    expect(await publishContribution({ editor, reference })).toMatchObject({ reason: 'for_editors_only' });
    await expect(
      db.$executeRaw`UPDATE contributions SET status = 'published', published_at = now() WHERE reference = ${reference}`,
    ).rejects.toThrow(/contributions_editors_only_check/);
    expect(await readForReview(reference, editor, 'en')).toMatchObject({
      editorsOnly: true,
      anonymous: false,
      contact: { affiliation: 'Confidential Ministry' },
    });
  });

  it('is decided cell by cell; the value names its reference, and nothing public shows it', async () => {
    const { agreement, reference } = await send();
    const review = await readForReview(reference, editor, 'en');
    const change = review?.proposals[0]?.changes[0];
    const decided = await decideChanges({
      editor,
      reference,
      decisions: [{ change: change?.id ?? '', outcome: 'accept', seen: change?.currentVersion ?? 0, resolve: false }],
    });
    expect(decided).toMatchObject({ ok: true, decided: 1 });
    expect(await keepContribution({ editor, reference })).toEqual({ ok: true });
    expect(await keepContribution({ editor, reference })).toEqual({ ok: true });
    expect(await statusOf(reference)).toBe('kept');
    expect(await readContribution(reference, 'en')).toBeNull();
    const shown = JSON.stringify(await readAgreement(agreement));
    expect(shown).toContain('Another');
    expect(shown).toContain(reference);
    expect(shown).not.toContain('Ministry');
  });

  it('is told to its author as not published', async () => {
    const { id } = await send();
    const mail = await db.mail.findFirstOrThrow({ where: { contributionId: id, kind: 'contribution-received' } });
    expect((await previewMail(mail.id))?.text).toContain('Not published: for the editors only');
  });

  it('can be reopened, corrected into one to be published, and withdrawn', async () => {
    const { reference, id, slug } = await send();
    await keepContribution({ editor, reference });
    expect(await reopenContribution({ editor, reference, reason: 'One question more.' })).toEqual({ ok: true });
    expect(await openCorrection({ contributionId: id })).toEqual({ ok: true });
    const about = { affiliation: 'Confidential Ministry', attribution: 'organisation' };
    const typed = await db.draftSection.findFirstOrThrow({ where: { contributionId: id, step: 'about' } });
    expect(typed.data).toMatchObject({ attribution: 'editors_only', affiliation: 'Confidential Ministry' });
    const input = { answers: { gaps: 'A gap.' }, about, consent: true };
    expect(await submitContribution({ callSlug: slug, draftId: id, input })).toMatchObject({ ok: true });
    expect(await keepContribution({ editor, reference })).toMatchObject({ reason: 'not_allowed_in_status' });
    expect(await publishContribution({ editor, reference })).toEqual({ ok: true });
    const other = await send();
    await keepContribution({ editor, reference: other.reference });
    expect(await withdrawContribution({ contributionId: other.id })).toEqual({ ok: true });
    expect(await readContribution(other.reference, 'en')).toBeNull();
  });

  it('stays so in a correction after the call has stopped offering it', async () => {
    const { id, slug, reference } = await send();
    await db.call.update({ where: { slug }, data: { offersEditorsOnly: false } });
    await openCorrection({ contributionId: id });
    const input = { answers: { gaps: 'More.' }, about: ABOUT, consent: true };
    expect(await submitContribution({ callSlug: slug, draftId: id, input })).toMatchObject({ ok: true });
    expect(await publishContribution({ editor, reference })).toMatchObject({ reason: 'for_editors_only' });
  });
});
