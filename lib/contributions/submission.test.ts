import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { submitContribution } from './submission';
import { keyedSubmission } from './submission-key';

useTestDatabase();

describe('submitting', () => {
  it('stores the whole contribution: revision, answers, signatories, projects, cells with base, contact', async () => {
    const { reference, token } = await submit(eastWestSubmission());
    expect(token).toMatch(/^[\w-]{43}$/);
    const row = await db.contribution.findUniqueOrThrow({
      where: { reference },
      select: {
        status: true,
        currentRevision: true,
        publicName: true,
        publicAffiliation: true,
        contact: { select: { name: true, email: true, showName: true } },
        links: { select: { tokenHash: true } },
        revisions: {
          select: {
            number: true,
            answers: { select: { questionKey: true } },
            signatures: true,
            projects: { select: { title: true, criteria: true } },
          },
        },
        proposedChanges: {
          orderBy: { key: 'asc' },
          select: { key: true, base: true, baseVersion: true, value: true, status: true },
        },
        mails: { orderBy: { kind: 'asc' }, select: { kind: true, status: true } },
      },
    });
    expect(row).toMatchObject({
      status: 'submitted',
      currentRevision: 1,
      publicName: null,
      publicAffiliation: 'EastWest Institute',
      contact: { name: 'Programme office', email: 'programme.office@example.org', showName: false },
    });
    expect(row.links.map((link) => link.tokenHash)).not.toContain(token);
    expect(row.revisions[0]?.answers).toHaveLength(4);
    expect(row.revisions[0]?.signatures).toHaveLength(2);
    expect(row.revisions[0]?.projects.map((project) => project.criteria.length)).toEqual([2, 2]);
    expect(row.proposedChanges.map(({ key, baseVersion, status }) => [key, baseVersion, status])).toEqual([
      ['launchDate', 1, 'pending'],
      ['name', 1, 'pending'],
      ['respond-to-requests-for-help', 1, 'pending'],
    ]);
    expect(row.proposedChanges[0]?.base).toBeNull();
    expect(row.proposedChanges[2]?.base).toEqual({ value: 'not_assessed', note: null, source: null });
    expect(row.mails.map((mail) => mail.kind)).toContain('confirm-address');
  });

  it('numbers contributions of a call one after the other, also when many arrive at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 12 }, () => submit(proposing('gcsc', [{ cell: 'link', value: 'https://example.org/' }]))),
    );
    const numbers = results.map(({ reference }) => Number(reference.slice(-3))).sort((a, b) => a - b);
    expect(new Set(numbers).size).toBe(12);
    expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBe(11);
    expect(results.every(({ reference }) => /^BPF-2020-\d{3}$/.test(reference))).toBe(true);
  });

  it('stores a submission sent twice with the same key once, one after the other and at once', async () => {
    const send = () =>
      submitContribution({ callSlug: '2020', input: eastWestSubmission(), submissionKey: 'sent-twice' });
    const results = await Promise.all([send(), send(), send()]);
    const again = await send();
    const references = new Set([...results, again].map((result) => (result.ok ? result.reference : result.reason)));
    expect(references.size).toBe(1);
    expect(await db.contribution.count({ where: { submissionKey: keyedSubmission('sent-twice', {}).key } })).toBe(1);
    // Also when the call has closed since: what was taken was taken. Another submission comes too late.
    const closed = await db.call.findUniqueOrThrow({
      where: { slug: '2020' },
      select: { closesAt: true, acceptsLate: true },
    });
    await db.call.update({
      where: { slug: '2020' },
      data: { closesAt: new Date(Date.now() - 1_000), acceptsLate: false },
    });
    expect(await send()).toEqual({ ok: true, reference: [...references][0] });
    expect(
      await submitContribution({ callSlug: '2020', input: eastWestSubmission(), submissionKey: 'sent-late' }),
    ).toEqual({ ok: false, reason: 'call_closed' });
    await db.call.update({ where: { slug: '2020' }, data: closed });
  });

  it('answers a key that came with another body without a reference, and stores nothing', async () => {
    const key = 'a-key-that-two-may-use';
    const first = await submitContribution({ callSlug: '2020', input: eastWestSubmission(), submissionKey: key });
    expect(first).toMatchObject({ ok: true, token: expect.any(String) as string });
    const before = await db.contribution.count();
    const { about } = eastWestSubmission();
    const others = [
      proposing('gcsc', [{ cell: 'maintainer', value: 'Nobody' }]),
      { ...eastWestSubmission(), about: { ...about, email: 'another@example.org' } },
      { about: 7 },
      null,
    ];
    for (const input of others)
      expect(await submitContribution({ callSlug: '2020', input, submissionKey: key })).toEqual({
        ok: false,
        reason: 'key_used_before',
      });
    expect(await db.contribution.count()).toBe(before);
    // Nothing that is stored tells the key, or can be made of the words without it.
    const row = await db.contribution.findUniqueOrThrow({
      where: { submissionKey: keyedSubmission(key, {}).key },
      select: { submissionKey: true, submissionHash: true },
    });
    expect(JSON.stringify(row)).not.toContain(key);
    expect(keyedSubmission('another-key-of-theirs', eastWestSubmission()).hash).not.toBe(row.submissionHash);
  });

  it('of several contents that come with one key at once stores one, and refuses the others', async () => {
    for (let round = 0; round < 6; round += 1) {
      const submissionKey = `raced-for-${round}-0123456789`;
      const contents = [0, 0, 1, 1].map((at) =>
        proposing('gcsc', [{ cell: 'maintainer', value: `Secretariat ${round} ${at}` }]),
      );
      const before = await db.contribution.count();
      const results = await Promise.all(
        contents.map((input) => submitContribution({ callSlug: '2020', input, submissionKey })),
      );
      const said = results.map((result) => (result.ok ? 'stored' : result.reason));
      expect([
        ['stored', 'stored', 'key_used_before', 'key_used_before'],
        ['key_used_before', 'key_used_before', 'stored', 'stored'],
      ]).toContainEqual(said);
      expect(results.filter((result) => result.ok && result.token !== undefined)).toHaveLength(1);
      expect(await db.contribution.count()).toBe(before + 1);
    }
  });

  it('knows a key from before keys and bodies belonged together by the words that came with it', async () => {
    const input = proposing('gcsc', [{ cell: 'maintainer', value: 'An older secretariat' }]);
    const first = await submitContribution({ callSlug: '2020', input, submissionKey: 'an-older-key-of-ours' });
    await db.contribution.update({
      where: { submissionKey: keyedSubmission('an-older-key-of-ours', {}).key },
      data: { submissionHash: null },
    });
    expect(await submitContribution({ callSlug: '2020', input, submissionKey: 'an-older-key-of-ours' })).toEqual({
      ok: true,
      reference: first.ok && first.reference,
    });
    const other = await submitContribution({
      callSlug: '2020',
      input: eastWestSubmission(),
      submissionKey: 'an-older-key-of-ours',
    });
    expect(other).toEqual({ ok: false, reason: 'key_used_before' });
  });

  it('stores nothing of an anonymous contributor in public columns', async () => {
    const input = eastWestSubmission();
    const { reference } = await submit({ ...input, about: { ...input.about, anonymous: true } });
    expect(
      await db.contribution.findUniqueOrThrow({
        where: { reference },
        select: { anonymous: true, publicName: true, publicAffiliation: true, publicCountry: true },
      }),
    ).toEqual({
      anonymous: true,
      publicName: null,
      publicAffiliation: null,
      publicCountry: null,
    });
  });
});

describe('what the database itself refuses', () => {
  it('rewriting history, the contributor’s words, or a published questionnaire', async () => {
    const { reference } = await submit(eastWestSubmission());
    const revision = await db.contributionRevision.findFirstOrThrow({
      where: { contribution: { reference } },
      select: { id: true },
    });
    const refused = /append-only|can no longer change/;
    await expect(
      db.answer.updateMany({ where: { revisionId: revision.id }, data: { text: 'Other words.' } }),
    ).rejects.toThrow(refused);
    await expect(
      db.proposedChange.updateMany({ where: { contribution: { reference } }, data: { value: 'no' } }),
    ).rejects.toThrow(refused);
    await expect(db.revisionCell.deleteMany({})).rejects.toThrow(refused);
    await expect(db.revision.updateMany({ data: { summary: 'Nothing happened.' } })).rejects.toThrow(refused);
    await expect(db.auditEvent.deleteMany({})).rejects.toThrow(refused);
    await expect(db.questionnaire.updateMany({ data: { content: {} } })).rejects.toThrow(refused);
  });

  it('publishing who wrote an anonymous contribution', async () => {
    const input = eastWestSubmission();
    const { reference } = await submit({ ...input, about: { ...input.about, anonymous: true } });
    await expect(
      db.contribution.update({ where: { reference }, data: { publicAffiliation: 'EastWest Institute' } }),
    ).rejects.toThrow(/contributions_anonymous_check/);
  });
});
