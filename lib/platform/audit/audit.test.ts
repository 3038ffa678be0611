import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '@/lib/accounts/people';
import { createToken } from '@/lib/accounts/api-tokens';
import { replyToEditors } from '@/lib/contributions/messages';
import { db } from '@/lib/platform/db/client';
import { writeDraft } from '@/lib/notifications/drafts';
import { discardDraft, sendDraft } from '@/lib/notifications/mail-commands';
import { eraseContact } from '@/lib/contributions/erasure';
import { requestChanges, writeToContributor } from '@/lib/review/correspondence';
import { decideChanges } from '@/lib/review/decide';
import { writeNote } from '@/lib/review/notes';
import { declineContribution, publishContribution, reopenContribution } from '@/lib/review/publication';
import { addSnippet } from '@/lib/review/snippets';
import { undoRevision } from '@/lib/review/undo/undo';
import { findCells } from '@/prisma/factories/tokens';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { findPersonalData } from '@/prisma/factories/personal-data';
import { recordEvent } from './record';
import { listAuditEvents, readAuditLog } from './log';
import { auditFilter } from './schema';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
let reference: string;
const MARK = 'zquibble';

/** Everything that can be typed, typed with a word that nothing else has. */
beforeAll(async () => {
  editor = await makeEditor({ role: 'admin', email: `${MARK}@example.org`, organisation: `${MARK} secretariat` });
  const about = {
    name: `${MARK} office`,
    affiliation: `${MARK} Institute`,
    email: `${MARK}.office@example.org`,
    country: 'US',
    show: { affiliation: true },
  };
  const made = await submit({ ...eastWestSubmission(), answers: { signatory: `${MARK} signs` }, about } as never);
  reference = made.reference;
  const { id: contributionId } = await db.contribution.findUniqueOrThrow({ where: { reference } });
  const cells = await findCells(reference);
  const results = [
    await decideChanges({
      editor,
      reference,
      decisions: [
        {
          change: cells.name?.id ?? '',
          outcome: 'amend',
          seen: cells.name?.seen ?? 0,
          value: `${MARK} framework`,
          note: `${MARK} note`,
          source: `${MARK} source`,
          reason: `${MARK} reason`,
        },
        { change: cells.launchDate?.id ?? '', outcome: 'reject', reason: `${MARK} not so` },
      ],
    }),
    await writeNote({ editor, reference, input: { text: `${MARK} noted` } }),
    await requestChanges({ editor, reference, text: `${MARK} please`, items: [] }),
    await replyToEditors({ contributionId, input: { text: `${MARK} reply` } }),
    await writeToContributor({ editor, reference, text: `${MARK} thanks` }),
    await addSnippet(editor, { title: `${MARK} title`, text: `${MARK} words` }),
    await createToken(editor, { name: `${MARK} script`, days: '30' }),
    await addPerson(editor, {
      email: `new.${MARK}@example.org`,
      name: `${MARK} person`,
      organisation: MARK,
      role: 'editor',
    }),
    await undoRevision({
      editor,
      agreement: 'gcsc',
      version: (await db.agreement.findUniqueOrThrow({ where: { slug: 'gcsc' } })).version,
      reason: `${MARK} undone`,
    }),
    await declineContribution({ editor, reference, reason: `${MARK} declined` }),
    await reopenContribution({ editor, reference, reason: `${MARK} reopened` }),
    await publishContribution({ editor, reference }),
  ];
  const [draft, other] = await db.mail.findMany({ where: { contributionId, status: 'draft' } });
  results.push(
    await writeDraft(editor, draft?.id ?? '', { subject: `${MARK} subject`, note: `${MARK} word` }),
    await sendDraft(editor, draft?.id ?? ''),
  );
  if (other) results.push(await discardDraft(editor, other.id));
  results.push(await eraseContact({ contributionId, alsoPublic: false }));
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
});

const find = async (filter: Record<string, string>) => (await listAuditEvents(auditFilter.parse(filter), 200)).events;
const actionsOf = async (filter: Record<string, string>) => (await find(filter)).map(({ action }) => action);

describe('what the log holds', () => {
  it('holds no typed words, names or addresses, whatever the action', async () => {
    const places = await findPersonalData([MARK]);
    expect(places.length).toBeGreaterThan(10);
    expect(places.filter((place) => place.startsWith('audit_events'))).toEqual([]);
  });

  it('is keys, numbers and outcomes only: a text that could be words is refused with its transaction', async () => {
    const event = {
      actor: 'system',
      action: 'contribution.submitted',
      subject: { kind: 'contribution', id: 'x' },
    } as const;
    for (const details of [
      { note: 'Two words' },
      { to: 'a@b' },
      { deep: [{ outcomes: { 'a key': 1 } }] },
      { text: 'x'.repeat(151) },
      { text: 'Zürich' },
    ]) {
      await expect(recordEvent({ ...event, details })).rejects.toThrow('no key');
    }
    expect(await db.auditEvent.count({ where: { subjectId: 'x' } })).toBe(0);
  });
});

describe('reading it', () => {
  it('newest first, in pages that neither repeat nor leave out', async () => {
    const all = await find({});
    const ids = all.map(({ id }) => Number(id));
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    const paged: string[] = [];
    for (let after: string | undefined, rounds = 0; rounds < 100; rounds += 1) {
      const { events, next } = await listAuditEvents(auditFilter.parse(after ? { after } : {}), 4);
      paged.push(...events.map(({ id }) => id));
      if (next === null) break;
      after = next;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
  });

  it('by contribution, with the mails to its contact; and names the editor', async () => {
    const events = await find({ contribution: reference });
    expect(events.every(({ about }) => about.reference === reference)).toBe(true);
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'contribution.submitted',
        'changes.decided',
        'mail.draft_written',
        'contribution.contact_erased',
      ]),
    );
    expect(events.find(({ action }) => action === 'contribution.published')).toMatchObject({
      who: editor.name,
      actorKind: 'editor',
    });
    expect(events.find(({ action }) => action === 'contribution.submitted')).toMatchObject({
      who: null,
      actorKind: 'contributor',
    });
    const other = await submit(proposing('manrs', [{ cell: 'maintainer', value: 'A society' }]));
    expect(await actionsOf({ contribution: other.reference })).toEqual(['contribution.submitted']);
  });

  it('by agreement: what was done to it, and the decisions that changed it', async () => {
    expect(await actionsOf({ agreement: 'gcsc' })).toEqual(['revision.undone', 'changes.decided']);
    expect((await find({ agreement: 'gcsc' }))[0]?.about.slug).toBe('gcsc');
    expect(await actionsOf({ agreement: 'manrs' })).toEqual([]);
  });

  it('by action, kind of action, actor and day', async () => {
    expect(await actionsOf({ action: 'contribution.published' })).toEqual(['contribution.published']);
    expect(new Set((await actionsOf({ action: 'user' })).map((action) => action.split('.')[0]))).toEqual(
      new Set(['user']),
    );
    expect((await find({ who: editor.userId })).every(({ userId }) => userId === editor.userId)).toBe(true);
    expect(
      (await find({ who: 'contributor' })).every(
        ({ actorKind, userId }) => actorKind === 'contributor' && userId === null,
      ),
    ).toBe(true);
    expect(await find({ who: 'contributor' })).not.toEqual([]);
    const today = new Date().toISOString().slice(0, 10);
    const dayBefore = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    expect((await find({ from: today, to: today })).length).toBe((await find({})).length);
    expect(await find({ to: dayBefore })).toEqual([]);
  });

  it('whole, in portions, as it is stored', async () => {
    const portions: number[] = [];
    const ids: string[] = [];
    for await (const events of readAuditLog(auditFilter.parse({}), 7)) {
      portions.push(events.length);
      ids.push(...events.map(({ id }) => id));
      expect(JSON.stringify(events)).not.toContain(MARK);
    }
    expect(portions.slice(0, -1).every((count) => count === 7)).toBe(true);
    expect(ids).toEqual((await find({})).map(({ id }) => id));
  });

  it.each([
    { action: '%' },
    { who: "x' OR true" },
    { contribution: 'BPF-2020-007; --' },
    { agreement: 'A B' },
    { from: '2020-13-45' },
    { to: 'yesterday' },
    { after: '-1' },
  ])('takes %j for no filter at all', (filter) => expect(auditFilter.parse(filter)).toEqual({}));
});
