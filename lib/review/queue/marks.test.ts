import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeMessage } from '@/lib/contributions/messages';
import { db } from '@/lib/platform/db/client';
import { decideChanges } from '@/lib/review/decide';
import { lastVisit, noteVisit } from '@/lib/review/desk-visits';
import { publishContribution } from '@/lib/review/publication';
import { listTags, tagContribution, untagContribution } from '@/lib/review/tags/tags';
import { enter } from '@/prisma/factories/entries';
import { confirmContact } from '@/prisma/factories/outbox';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listQueueChoices } from './choices';
import { countReady, readQueue } from './queue';
import { readFilter } from './schema';
import type { FilterParts } from './schema';

useTestDatabase();

type Sent = { reference: string; id: string; changes: Record<string, string> };
type Name = 'plain' | 'rival' | 'full' | 'created' | 'silent' | 'entered' | 'decided' | 'old';
let sent: Record<Name, Sent>;
let editor: Awaited<ReturnType<typeof makeEditor>>;
let entering: Awaited<ReturnType<typeof makeEditor>>;

const DAY = 86_400_000;
const maintainer = (value: string) => ({ cell: 'maintainer', value });
const rejecting = (change: string | undefined) => ({
  change: change ?? '',
  outcome: 'reject' as const,
  reason: 'No source.',
});

beforeAll(async () => {
  [editor, entering] = [await makeEditor(), await makeEditor()];
  sent = {
    plain: await submit(proposing('manrs', [maintainer('A society')])),
    rival: await submit(proposing('manrs', [maintainer('A council')])),
    full: await submit(eastWestSubmission()),
    created: await submit({
      proposals: [{ kind: 'new', changes: [{ cell: 'name', value: 'Harbour Accord' }] as never }],
      consent: true,
    }),
    silent: await submit({ answers: { comments: 'Well written.' }, consent: true }),
    entered: await enter({ editor: entering, input: proposing('paris-call', [maintainer('A ministry')]) }),
    decided: await submit(proposing('paris-call', [{ cell: 'link', value: 'https://example.org/' }])),
    old: await submit(proposing('gcsc', [{ cell: 'link', value: 'https://example.org/old' }])),
  };
  const decisions = [rejecting(sent.decided.changes.link)];
  expect(await decideChanges({ editor, reference: sent.decided.reference, decisions })).toMatchObject({ ok: true });
  const long = new Date(Date.now() - 30 * DAY);
  await db.contribution.update({ where: { id: sent.old.id }, data: { submittedAt: long, statusAt: long } });
  await db.original.create({
    data: {
      ...{ contributionId: sent.silent.id, name: 'form.docx', mediaType: 'application/octet-stream', size: 1 },
      ...{ sha256: 'a'.repeat(64), bytes: Buffer.from('a'), findings: [] },
    },
  });
  await db.$transaction((tx) =>
    writeMessage(
      {
        contributionId: sent.rival.id,
        kind: 'reply',
        revision: 1,
        text: 'Is it there?',
        now: new Date(),
      },
      tx,
    ),
  );
});

const read = (parts: FilterParts) => readQueue(readFilter(parts).filter, editor.userId);
const found = async (parts: FilterParts) => (await read(parts)).rows.map(({ reference }) => reference);

/** The rows under a filter, of which the tab says the same number. */
async function expectRows(parts: FilterParts, names: readonly Name[]) {
  const { rows, counts } = await read(parts);
  expect(rows.map(({ reference }) => reference).sort()).toEqual(names.map((name) => sent[name].reference).sort());
  expect(counts[parts.status === 'ready' ? 'ready' : 'submitted']).toEqual({ count: names.length, more: false });
}

describe('the filters by what a contribution is about', () => {
  it.each<[FilterParts, Name[]]>([
    [{ rivals: '1' }, ['plain', 'rival']],
    [{ rivals: '1', agreement: 'gcsc' }, []],
    [{ newAgreement: '1' }, ['created']],
    [{ files: '1' }, ['silent']],
    [{ unanswered: '1' }, ['rival']],
    [{ late: '1' }, ['old']],
    [{ unconfirmed: '1' }, ['full', 'entered']],
    [{ onBehalf: 'waiting' }, ['entered']],
    [{ decided: '1' }, ['decided']],
    [{ group: 'civil_society' }, ['full', 'entered']],
    [{ country: 'US' }, ['full', 'entered']],
    [{ country: 'KE' }, []],
    [{ tag: 'norms' }, []],
    [{ rivals: '1', unanswered: '1' }, ['rival']],
    [{ sort: 'oldest', late: '1' }, ['old']],
  ])('%j lists what it counts', async (parts, names) => {
    // What was entered proposes a cell only; its contact is the one of the entry.
    const contact = { country: 'US', email: 'office@example.org', emailConfirmedAt: null };
    await db.contact.upsert({
      where: { contributionId: sent.entered.id },
      create: { contributionId: sent.entered.id, ...contact },
      update: contact,
    });
    await db.contribution.update({ where: { id: sent.entered.id }, data: { stakeholderGroup: 'civil_society' } });
    await expectRows(parts, names);
  });

  it('finds no group or country of an anonymous contributor', async () => {
    const input = { ...proposing('gcsc', [maintainer('A club')]), about: { anonymous: true, country: 'FR', stakeholderGroup: 'academia' as const, show: {} } }; // prettier-ignore
    const { reference } = await submit(input);
    expect(await db.contact.count({ where: { country: 'FR', contribution: { reference } } })).toBe(1);
    expect([await found({ country: 'FR' }), await found({ group: 'academia' })]).toEqual([[], []]);
    expect((await listQueueChoices('en')).countries).toEqual([{ value: 'US', title: 'United States' }]);
    await db.contribution.update({ where: { reference }, data: { status: 'declined' } });
  });

  it('names a confirmed address no more', async () => {
    await confirmContact(sent.full.reference);
    await expectRows({ unconfirmed: '1' }, ['entered']);
  });
});

describe('what is ready to be published', () => {
  it('is what is submitted, decided, and hindered by nothing', async () => {
    await expectRows({ status: 'ready' }, ['silent', 'decided']);
    expect(await countReady()).toEqual({ count: 2, more: false });
    // The other tabs count the same as before.
    const { counts } = await read({ status: 'ready' });
    expect(counts).toEqual((await read({})).counts);
  });

  it('leaves out what waits for consent, and what was published', async () => {
    const decisions = [rejecting(sent.entered.changes.maintainer)];
    await db.entryOnBehalf.update({ where: { contributionId: sent.entered.id }, data: { consentedAt: new Date() } });
    expect(await decideChanges({ editor, reference: sent.entered.reference, decisions })).toMatchObject({ ok: true });
    await expectRows({ status: 'ready' }, ['silent', 'decided', 'entered']);
    await db.entryOnBehalf.update({ where: { contributionId: sent.entered.id }, data: { consentedAt: null } });
    await expectRows({ status: 'ready' }, ['silent', 'decided']);
    expect(await publishContribution({ editor, reference: sent.decided.reference })).toEqual({ ok: true });
    await expectRows({ status: 'ready' }, ['silent']);
    await expectRows({ decided: '1' }, ['entered']);
  });
});

describe('a row', () => {
  it('says what the contribution is about', async () => {
    const { rows } = await read({});
    const factsOf = (name: Name) => rows.find(({ reference }) => reference === sent[name].reference)?.facts;
    const nothing = {
      agreements: [],
      newAgreements: [],
      conflicts: 0,
      rivals: 0,
      files: 0,
      unconfirmed: false,
      publishAt: null,
      publicationRefused: false,
      tags: [],
    };
    expect(factsOf('plain')).toEqual({ ...nothing, agreements: ['MANRS'], rivals: 1 });
    expect(factsOf('created')).toEqual({ ...nothing, newAgreements: ['Harbour Accord'] });
    expect(factsOf('silent')).toEqual({ ...nothing, files: 1 });
    expect(factsOf('full')).toMatchObject({ agreements: [expect.any(String)], rivals: 0, unconfirmed: false });
  });
});

describe('a tag', () => {
  it('is put on and taken off by those who may decide, once, and is found', async () => {
    const { reference } = sent.plain;
    const tag = 'supply chain';
    expect(await tagContribution({ editor, reference, tag })).toEqual({ ok: true });
    expect(await tagContribution({ editor, reference, tag })).toEqual({ ok: true });
    expect(await listTags()).toEqual([tag]);
    await expectRows({ tag: 'Supply Chain' }, ['plain']);
    expect((await read({ tag })).rows[0]?.facts.tags).toEqual([tag]);
    expect(await untagContribution({ editor, reference, tag })).toEqual({ ok: true });
    await expectRows({ tag }, []);
    const events = await db.auditEvent.findMany({
      where: { subjectId: sent.plain.id, action: { contains: 'tagged' } },
      orderBy: { id: 'asc' },
      select: { action: true },
    });
    expect(events.map(({ action }) => action)).toEqual(['contribution.tagged', 'contribution.untagged']);
  });

  it('is refused to an editor of the same organisation, and beyond twelve', async () => {
    const own = await makeEditor({ organisation: 'EastWest Institute' });
    expect(await tagContribution({ editor: own, reference: sent.full.reference, tag: 'ours' })).toMatchObject({
      ok: false,
    });
    for (let at = 0; at < 12; at += 1) await tagContribution({ editor, reference: sent.full.reference, tag: `t${at}` });
    expect(await tagContribution({ editor, reference: sent.full.reference, tag: 'more' })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'tag', code: 'too_many' }],
    });
  });
});

describe('what changed since the last visit', () => {
  const minutes = (count: number) => new Date(Date.now() + count * 60_000);
  let visitor: typeof editor;
  beforeEach(async () => {
    visitor = await makeEditor();
  });
  const changed = async () =>
    (await readQueue(readFilter({ changed: '1', status: 'all' }).filter, visitor.userId)).rows.map(
      ({ reference }) => reference,
    );

  it('is nothing on the first visit', async () => {
    await noteVisit(visitor.userId);
    expect([await lastVisit(visitor.userId), await changed()]).toEqual([null, []]);
  });

  it('is what moved, was written or was decided since the visit before, and stays for the whole visit', async () => {
    await noteVisit(visitor.userId, minutes(-600));
    await noteVisit(visitor.userId, minutes(-590));
    await db.contribution.updateMany({ data: { statusAt: minutes(-700) } });
    const before = await db.decision.count({ where: { decidedAt: { gt: minutes(-590) } } });
    expect(before).toBeGreaterThan(0);
    await noteVisit(visitor.userId, minutes(0));
    expect(await lastVisit(visitor.userId)).toEqual(expect.any(Date));
    // By decisions and a message alone.
    const decided = [sent.decided.reference, sent.entered.reference, sent.rival.reference].sort();
    expect((await changed()).sort()).toEqual(decided);
    await db.contribution.update({ where: { id: sent.old.id }, data: { statusAt: minutes(-1) } });
    await noteVisit(visitor.userId, minutes(10));
    expect((await changed()).sort()).toEqual([...decided, sent.old.reference].sort());
    await noteVisit(visitor.userId, minutes(90));
    expect(await changed()).toEqual([]);
  });
});
