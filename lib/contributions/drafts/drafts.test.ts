import { describe, expect, it } from 'vitest';
import { submitContribution } from '@/lib/contributions/submission';
import { findByLink } from '@/lib/contributions/links';
import { db } from '@/lib/platform/db/client';
import { makeCall } from '@/prisma/factories/calls';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { beginProposal, saveSection, setProposalRemoved, startDraft } from './drafts';
import { readBases, readDraft, readSection } from './stored-draft';

useTestDatabase();

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

async function begin() {
  const started = await startDraft({ callSlug: '2020' });
  if (!started.ok) throw new Error(started.reason);
  return started;
}
const stored = async (contributionId: string, key: string) => {
  const section = await readSection(contributionId, key);
  return section && { data: section.data, version: section.version };
};

describe('startDraft', () => {
  it('begins a contribution on the newest questionnaire, whose link leads back to it', async () => {
    const { contributionId, token } = await begin();
    const found = await findByLink({ token });
    expect(found).toMatchObject({
      ok: true,
      contribution: { id: contributionId, callSlug: '2020', status: 'draft', reference: null },
    });
    const draft = await readDraft(contributionId, 'en');
    expect(draft?.questionnaire.questions.map((question) => question.kind)).toEqual([
      'signatory',
      'projects',
      'proposals',
      'text',
      'text',
    ]);
  });

  it('refuses a call that is unknown, not open yet or closed for good', async () => {
    expect(await startDraft({ callSlug: '1999' })).toEqual({ ok: false, reason: 'unknown_call' });
    const { slug } = await makeCall('upcoming');
    expect(await startDraft({ callSlug: slug })).toEqual({ ok: false, reason: 'call_not_open' });
    await db.call.update({ where: { slug: '2020' }, data: { acceptsLate: false } });
    expect(await startDraft({ callSlug: '2020' })).toEqual({ ok: false, reason: 'call_closed' });
    await db.call.update({ where: { slug: '2020' }, data: { acceptsLate: true } });
  });
});

describe('saveSection', () => {
  it('keeps what was typed, valid or not, and counts the versions', async () => {
    const { contributionId } = await begin();
    const data = { text: '', projects: [{ title: 'no description yet', link: 'not a link' }] };
    expect(await saveSection({ contributionId, key: 'projects', expectedVersion: 0, data })).toEqual({
      ok: true,
      version: 1,
    });
    expect(await saveSection({ contributionId, key: 'projects', expectedVersion: 1, data: { text: 'more' } })).toEqual({
      ok: true,
      version: 2,
    });
    expect(await stored(contributionId, 'projects')).toEqual({ data: { text: 'more' }, version: 2 });
  });

  it('makes no new version of the same words', async () => {
    const { contributionId } = await begin();
    const data = { text: 'the same', others: [{ name: 'one', note: '' }] };
    await saveSection({ contributionId, key: 'gaps', expectedVersion: 0, data });
    expect(
      await saveSection({
        contributionId,
        key: 'gaps',
        expectedVersion: 1,
        data: { others: [{ note: '', name: 'one' }], text: 'the same' },
      }),
    ).toEqual({ ok: true, version: 1 });
    expect(await stored(contributionId, 'gaps')).toEqual({ data, version: 1 });
  });

  it('refuses to overwrite what was saved elsewhere, and hands it back', async () => {
    const { contributionId } = await begin();
    await saveSection({ contributionId, key: 'gaps', expectedVersion: 0, data: { text: 'first' } });
    await saveSection({ contributionId, key: 'gaps', expectedVersion: 1, data: { text: 'by a colleague' } });
    const late = { contributionId, key: 'gaps', data: { text: 'mine' } };
    expect(await saveSection({ ...late, expectedVersion: 1 })).toMatchObject({
      ok: false,
      reason: 'saved_elsewhere',
      current: { data: { text: 'by a colleague' }, version: 2 },
    });
    expect(await saveSection({ ...late, expectedVersion: 0 })).toMatchObject({
      ok: false,
      reason: 'saved_elsewhere',
      current: { version: 2 },
    });
    expect(await stored(contributionId, 'gaps')).toEqual({ data: { text: 'by a colleague' }, version: 2 });
    expect(await saveSection({ ...late, expectedVersion: 2 })).toEqual({ ok: true, version: 3 });
  });

  it('takes the same save again for the one it was', async () => {
    const { contributionId } = await begin();
    const save = { contributionId, key: 'gaps', expectedVersion: 0, data: { text: 'once' } };
    expect(await saveSection(save)).toEqual({ ok: true, version: 1 });
    expect(await saveSection(save)).toEqual({ ok: true, version: 1 });
  });

  it('lets exactly one of many simultaneous writers through', async () => {
    const { contributionId } = await begin();
    for (const expectedVersion of [0, 1]) {
      const results = await Promise.all(
        Array.from({ length: 6 }, (_, writer) =>
          saveSection({
            contributionId,
            key: 'gaps',
            expectedVersion,
            data: { text: `writer ${writer} after ${expectedVersion}` },
          }),
        ),
      );
      expect(results.filter((result) => result.ok)).toEqual([{ ok: true, version: expectedVersion + 1 }]);
      const winner = results.findIndex((result) => result.ok);
      expect(await stored(contributionId, 'gaps')).toEqual({
        data: { text: `writer ${winner} after ${expectedVersion}` },
        version: expectedVersion + 1,
      });
    }
  });

  it('holds up to 1 MB and refuses more without losing what is there', async () => {
    const { contributionId } = await begin();
    const save = { contributionId, key: 'gaps', expectedVersion: 0 };
    expect(await saveSection({ ...save, data: { text: 'é'.repeat(499_000) } })).toEqual({ ok: true, version: 1 });
    expect(await saveSection({ ...save, expectedVersion: 1, data: { text: 'é'.repeat(500_001) } })).toEqual({
      ok: false,
      reason: 'too_large',
    });
    expect((await stored(contributionId, 'gaps'))?.version).toBe(1);
  });

  it('refuses what is no draft', async () => {
    expect(await saveSection({ contributionId: UNKNOWN, key: 'gaps', expectedVersion: 0, data: {} })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    const { contributionId } = await begin();
    await saveSection({ contributionId, key: 'about', expectedVersion: 0, data: { email: 'office@example.org' } });
    const submitted = await submitContribution({
      callSlug: '2020',
      draftId: contributionId,
      input: { answers: { gaps: 'One' }, consent: true },
    });
    expect(submitted).toMatchObject({ ok: true });
    expect(await saveSection({ contributionId, key: 'gaps', expectedVersion: 0, data: { text: 'late' } })).toEqual({
      ok: false,
      reason: 'already_submitted',
    });
    // The typed texts are now in the revision, and contact details are stored in one place only.
    expect(await stored(contributionId, 'about')).toBeNull();
  });
});

describe('proposals of a draft', () => {
  const update = { step: 'agreements', target: { kind: 'update', agreement: 'gcsc' } } as const;
  const fresh = { step: 'agreements', target: { kind: 'new' } } as const;

  it('begin at the agreement’s version of that day, once per agreement', async () => {
    const { contributionId } = await begin();
    expect(await beginProposal({ contributionId, ...update })).toEqual({ ok: true, position: 1 });
    expect(await beginProposal({ contributionId, ...update })).toEqual({ ok: true, position: 1 });
    expect((await stored(contributionId, 'agreements/1'))?.data).toMatchObject({
      kind: 'update',
      agreement: 'gcsc',
      baseVersion: 1,
      cells: {},
    });
    const draft = await readDraft(contributionId, 'en');
    const bases = await readBases([...(draft?.sections ?? [])].map(([key, { data }]) => [key, data]));
    expect(bases.get('agreements/1')?.shortName?.value).toBe('GCSC Six Critical Norms');
  });

  it('get a position each, and an empty new one is used again', async () => {
    const { contributionId } = await begin();
    const begun = await Promise.all(Array.from({ length: 4 }, () => beginProposal({ contributionId, ...fresh })));
    expect(begun).toEqual(Array.from({ length: 4 }, () => ({ ok: true, position: 1 })));
    await saveSection({
      contributionId,
      key: 'agreements/1',
      expectedVersion: 1,
      data: { kind: 'new', cells: { name: { value: 'A new one' } } },
    });
    expect(await beginProposal({ contributionId, ...fresh })).toEqual({ ok: true, position: 2 });
  });

  it('begins a new agreement under the name it was looked for by, once', async () => {
    const { contributionId } = await begin();
    const named = { step: 'agreements', target: { kind: 'new' as const, name: 'Zanzibar Declaration' } };
    expect(await beginProposal({ contributionId, ...named })).toEqual({ ok: true, position: 1 });
    expect(await beginProposal({ contributionId, ...named })).toEqual({ ok: true, position: 1 });
    expect((await stored(contributionId, 'agreements/1'))?.data).toMatchObject({
      kind: 'new',
      cells: { name: { value: 'Zanzibar Declaration' } },
    });
    expect(await beginProposal({ contributionId, ...named, target: { kind: 'new', name: 'Another' } })).toEqual({
      ok: true,
      position: 2,
    });
  });

  it('keep their words and their position when they are taken out', async () => {
    const { contributionId } = await begin();
    await beginProposal({ contributionId, ...update });
    const removal = { contributionId, key: 'agreements/1', removed: true };
    expect(await setProposalRemoved(removal)).toEqual({ ok: true });
    expect(await setProposalRemoved(removal)).toEqual({ ok: true });
    expect(await stored(contributionId, 'agreements/1')).toMatchObject({
      data: { agreement: 'gcsc', removed: true },
      version: 2,
    });
    expect(await beginProposal({ contributionId, ...update })).toEqual({ ok: true, position: 2 });
    expect(await saveSection({ contributionId, key: 'agreements/1', expectedVersion: 1, data: {} })).toMatchObject({
      reason: 'saved_elsewhere',
    });
    expect(await setProposalRemoved({ ...removal, removed: false })).toEqual({ ok: true });
    expect((await stored(contributionId, 'agreements/1'))?.data).not.toHaveProperty('removed');
  });

  it('are refused for what does not exist', async () => {
    const { contributionId } = await begin();
    expect(
      await beginProposal({ contributionId, step: 'agreements', target: { kind: 'update', agreement: 'no-such' } }),
    ).toEqual({ ok: false, reason: 'not_found' });
    expect(await beginProposal({ contributionId: UNKNOWN, ...fresh })).toEqual({ ok: false, reason: 'not_found' });
    expect(await setProposalRemoved({ contributionId, key: 'agreements/9', removed: true })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    await saveSection({ contributionId, key: 'agreements', expectedVersion: 0, data: {} });
    expect(await setProposalRemoved({ contributionId, key: 'agreements', removed: true })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });
});
