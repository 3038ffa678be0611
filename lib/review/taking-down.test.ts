import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { readSent } from '@/lib/contributions/sent';
import {
  listContributions,
  listPublishedReferences,
  readContribution,
  readContributionOrStub,
} from '@/lib/publication/contributions/contributions';
import { listEffects } from '@/lib/publication/effects';
import { contributionsFeed } from '@/lib/publication/feeds/contributions';
import { listProjects } from '@/lib/publication/projects';
import { readAgreement } from '@/lib/publication/agreements';
import { listSignatoriesOf } from '@/lib/publication/signatories';
import { listPages } from '@/lib/publication/sitemap';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { decideChanges } from './decide';
import { makeEditor } from '@/prisma/factories/people';
import { published } from '@/prisma/factories/published';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { publishContribution, putBackContribution, takeDownContribution } from './publication';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

const REASON = 'It repeats a report that is not its author’s.';
const row = (reference: string) =>
  db.contribution.findUniqueOrThrow({
    where: { reference },
    select: { id: true, status: true, statusReason: true, publishedAt: true },
  });
const mailsTo = async (reference: string) =>
  (
    await db.mail.findMany({
      where: { contribution: { reference } },
      orderBy: { createdAt: 'asc' },
      select: { kind: true, status: true },
    })
  ).map(({ kind, status }) => `${kind} ${status}`);

/** Everything that is made for the public of contributions, as text. */
async function everythingPublic(reference: string) {
  const list = await listContributions();
  return {
    page: JSON.stringify(await readContribution(reference, 'en')),
    list: JSON.stringify(list),
    feed: contributionsFeed(list, 'https://example.org'),
    projects: JSON.stringify(await listProjects()),
    signatories: JSON.stringify(await listSignatoriesOf('gcsc')),
    effects: JSON.stringify(await listEffects(reference)),
    sitemap: JSON.stringify((await listPages()).contributions),
  };
}

describe('taking a contribution down', () => {
  it('leaves of it the address, the day and the reason, and what was accepted from it in the dataset', async () => {
    const { reference } = await published(eastWestSubmission(), { accept: 'gcsc' });
    const before = await everythingPublic(reference);
    expect(Object.entries(before).filter(([, text]) => !/EastWest|gcsc|BPF-2020/.test(text))).toEqual([]);
    expect(await takeDownContribution({ editor, reference, reason: REASON })).toEqual({ ok: true });
    const { page, list, feed, projects, signatories, effects, sitemap } = await everythingPublic(reference);
    expect(JSON.parse(page)).toMatchObject({
      reference,
      status: 'unpublished',
      statusReason: REASON,
      attribution: null,
      counts: null,
      agreements: [],
      answers: [],
      signatories: [],
      projects: [],
      proposals: [],
    });
    expect(list + feed + projects + signatories).not.toMatch(/EastWest|Dialogues|cyberstability/i);
    expect(feed).toContain(`${reference}: taken down`);
    expect([effects, sitemap.includes(reference), (await listPublishedReferences()).has(reference)]).toEqual([
      '[]',
      false,
      false,
    ]);
    expect((await readAgreement('gcsc'))?.facts.launchDate).toMatchObject({
      value: '2019-11',
      contribution: reference,
    });
    expect(await row(reference)).toMatchObject({ status: 'unpublished', statusReason: REASON });
    expect(
      await db.note.findMany({ where: { contribution: { reference } }, select: { text: true, userId: true } }),
    ).toEqual([{ text: REASON, userId: editor.userId }]);
    expect(await mailsTo(reference)).toEqual(
      expect.arrayContaining(['contribution-unpublished queued', 'contribution-published discarded']),
    );
  });

  it('is undone by putting it back: the same page, under the day it was first published', async () => {
    const { reference } = await published(eastWestSubmission());
    const before = await everythingPublic(reference);
    const first = await row(reference);
    await takeDownContribution({ editor, reference, reason: REASON });
    expect(await publishContribution({ editor, reference })).toEqual({ ok: false, reason: 'not_allowed_in_status' });
    expect(await putBackContribution({ editor, reference, reason: 'Its author showed that it is theirs.' })).toEqual({
      ok: true,
    });
    const apart = (text: string) => text.replace(/"statusAt":"[^"]*"|<updated>[^<]*/g, '');
    const after = await everythingPublic(reference);
    expect([apart(after.page), apart(after.projects), apart(after.signatories)]).toEqual([
      apart(before.page),
      apart(before.projects),
      apart(before.signatories),
    ]);
    expect(await row(reference)).toMatchObject({
      status: 'published',
      statusReason: null,
      publishedAt: first.publishedAt,
    });
    expect(await mailsTo(reference)).toContain('contribution-restored queued');
    const actions = await db.auditEvent.findMany({
      where: { subjectId: first.id, action: { startsWith: 'contribution.' } },
      orderBy: { id: 'asc' },
      select: { action: true, details: true },
    });
    expect(actions.slice(-3)).toEqual(
      ['published', 'unpublished', 'put_back'].map((action) => ({ action: `contribution.${action}`, details: {} })),
    );
  });

  it('repeats without effect, is refused to whom it concerns, and where nothing is public', async () => {
    const { reference } = await published(eastWestSubmission());
    const own = await makeEditor({ organisation: 'EastWest Institute' });
    expect(await takeDownContribution({ editor: own, reference, reason: REASON })).toEqual({
      ok: false,
      reason: 'own_organisation',
    });
    for (let time = 0; time < 2; time++)
      expect(await takeDownContribution({ editor, reference, reason: REASON })).toEqual({ ok: true });
    expect((await mailsTo(reference)).filter((mail) => mail.startsWith('contribution-unpublished'))).toHaveLength(1);
    expect(await putBackContribution({ editor: own, reference, reason: REASON })).toEqual({
      ok: false,
      reason: 'own_organisation',
    });
    const { reference: waiting } = await submit(eastWestSubmission());
    expect(await takeDownContribution({ editor, reference: waiting, reason: REASON })).toEqual({
      ok: false,
      reason: 'not_allowed_in_status',
    });
    expect(await putBackContribution({ editor, reference: waiting, reason: REASON })).toEqual({
      ok: false,
      reason: 'not_allowed_in_status',
    });
    expect(await takeDownContribution({ editor, reference: 'BPF-2020-999', reason: REASON })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });

  it('leaves its proposals to be decided, and tells its contributor why', async () => {
    const { reference, changes } = await submit(eastWestSubmission());
    await publishContribution({ editor, reference });
    await takeDownContribution({ editor, reference, reason: REASON });
    const seen =
      (await db.cell.findFirst({ where: { agreement: { slug: 'gcsc' }, key: 'name' }, select: { version: true } }))
        ?.version ?? 0;
    expect(
      await decideChanges({
        editor,
        reference,
        decisions: [{ change: changes.name ?? '', outcome: 'accept', seen, resolve: true }],
      }),
    ).toMatchObject({ ok: true, decided: 1 });
    expect(await readSent((await row(reference)).id)).toMatchObject({ status: 'unpublished', statusReason: REASON });
  });
});

describe('at the same moment', () => {
  it('taking down, withdrawing and restoring follow each other, and none of the text stays public', async () => {
    const other = await makeEditor();
    for (let round = 0; round < 6; round++) {
      const { reference } = await published(eastWestSubmission());
      const { id } = await row(reference);
      const results = await Promise.all([
        takeDownContribution({ editor, reference, reason: REASON }),
        withdrawContribution({ contributionId: id }),
        putBackContribution({ editor: other, reference, reason: 'A mistake.' }),
        takeDownContribution({ editor: other, reference, reason: REASON }),
      ]);
      expect(results[1]).toEqual({ ok: true });
      for (const result of results) if (!result.ok) expect(result.reason).toBe('not_allowed_in_status');
      expect((await row(reference)).status).toBe('withdrawn');
      expect((await everythingPublic(reference)).page).not.toMatch(/EastWest|Dialogues/);
      const moves = await db.auditEvent.findMany({
        where: {
          subjectId: id,
          action: { in: ['contribution.unpublished', 'contribution.put_back', 'contribution.withdrawn'] },
        },
        orderBy: { id: 'asc' },
        select: { action: true },
      });
      expect(moves.at(-1)?.action).toBe('contribution.withdrawn');
    }
  }, 60_000);

  it('of taking down and putting back by two editors both arrive, one after the other', async () => {
    const other = await makeEditor();
    const { reference } = await published(eastWestSubmission());
    for (let round = 0; round < 6; round++) {
      await takeDownContribution({ editor, reference, reason: REASON });
      const [back, down] = await Promise.all([
        putBackContribution({ editor, reference, reason: 'A mistake.' }),
        takeDownContribution({ editor: other, reference, reason: REASON }),
      ]);
      expect([back, down]).toEqual([{ ok: true }, { ok: true }]);
      expect(['published', 'unpublished']).toContain((await row(reference)).status);
    }
  }, 60_000);
});

describe('a contribution that the dataset names and that is not public', () => {
  it('answers to its reference and says nothing; one that nothing came from does not exist', async () => {
    const { reference, changes } = await submit(
      proposing('sadc-model-laws', [{ cell: 'maintainer', value: 'A secretariat' }]),
    );
    const { reference: unused } = await submit(
      proposing('sadc-model-laws', [{ cell: 'link', value: 'https://example.org/sadc' }]),
    );
    expect(await readContributionOrStub(reference, 'en')).toBeNull();
    const seen =
      (
        await db.cell.findFirst({
          where: { agreement: { slug: 'sadc-model-laws' }, key: 'maintainer' },
          select: { version: true },
        })
      )?.version ?? 0;
    const decided = await decideChanges({
      editor,
      reference,
      decisions: [{ change: changes.maintainer ?? '', outcome: 'accept', seen, resolve: true }],
    });
    expect(decided).toMatchObject({ ok: true });
    const credited = (await readAgreement('sadc-model-laws'))?.facts.maintainer?.contributions ?? [];
    expect(credited).toEqual([reference]);
    // Everything that the dataset names has a page.
    for (const named of credited) expect(await readContributionOrStub(named, 'en')).not.toBeNull();
    expect(await readContributionOrStub(reference, 'en')).toEqual({ reference, status: 'not_public' });
    expect((await listPublishedReferences()).has(reference)).toBe(false);
    expect(await readContributionOrStub(unused, 'en')).toBeNull();
  });
});
