import { describe, expect, it } from 'vitest';
import { startDraft } from '@/lib/contributions/drafts/drafts';
import { readDraft } from '@/lib/contributions/drafts/stored-draft';
import { readSent } from '@/lib/contributions/sent';
import { submitContribution } from '@/lib/contributions/submission';
import { db } from '@/lib/platform/db/client';
import { readAsPublished } from '@/lib/publication/contributions/contributions';
import { makeEditor } from '@/prisma/factories/people';
import { readForReview } from '@/lib/review/review-page/review-page';
import { makeCallAsking } from '@/prisma/factories/calls';
import { makeQuestion } from '@/prisma/factories/questions';
import { useTestDatabase } from '@/prisma/factories/test-database';

useTestDatabase();

const asking = {
  audiences: [
    { key: 'states', label: 'Governments' },
    { key: 'firms', label: 'Companies' },
  ],
  questions: [
    { ...makeQuestion('text', 'policy'), wordings: { firms: { title: 'Does your company have a policy?', help: '' } } },
  ],
};

describe('a call with wordings for audiences', () => {
  it('begins a draft in the wording of its audience', async () => {
    const { slug } = await makeCallAsking(asking);
    const started = await startDraft({ callSlug: slug, audience: 'firms' });
    const draft = started.ok ? await readDraft(started.contributionId, 'en') : null;
    expect(draft?.audience).toBe('firms');
    expect(draft?.questionnaire.questions.map(({ title }) => title)).toEqual(['Does your company have a policy?']);
  });

  it('refuses an audience that it does not have, and stores nothing', async () => {
    const { slug } = await makeCallAsking(asking);
    expect(await startDraft({ callSlug: slug, audience: 'nobody' })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'audience', code: 'unknown_choice' }],
    });
    const sent = await submitContribution({
      callSlug: slug,
      input: { answers: { policy: 'Yes' }, audience: 'nobody', consent: true },
    });
    expect(sent).toMatchObject({ ok: false, issues: [{ path: 'audience', code: 'unknown_choice' }] });
    expect(await db.contribution.count({ where: { call: { slug } } })).toBe(0);
  });

  it('shows to author, editors and readers which wording was answered', async () => {
    const { slug } = await makeCallAsking(asking);
    const sent = await submitContribution({
      callSlug: slug,
      input: { answers: { policy: 'Yes' }, audience: 'firms', consent: true },
    });
    if (!sent.ok) throw new Error(sent.reason);
    const { id } = await db.contribution.findUniqueOrThrow({
      where: { reference: sent.reference },
      select: { id: true },
    });
    const firms = { key: 'firms', label: 'Companies' };
    expect((await readSent(id))?.audience).toBe('firms');
    const desk = await readForReview(sent.reference, await makeEditor(), 'en');
    expect([desk?.audience, desk?.questions[0]?.title]).toEqual([firms, 'Does your company have a policy?']);
    const page = await readAsPublished(sent.reference, 'en');
    expect([page?.audience, page?.answers[0]?.title]).toEqual([firms, 'Does your company have a policy?']);
  });
});
