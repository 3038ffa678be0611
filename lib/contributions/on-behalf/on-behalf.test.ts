import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openCorrection } from '@/lib/contributions/corrections/corrections';
import { eraseContact } from '@/lib/contributions/erasure';
import { findHeldLink, listLinks } from '@/lib/contributions/links';
import { readSent } from '@/lib/contributions/sent';
import { changeStatus } from '@/lib/contributions/status';
import { submitContribution } from '@/lib/contributions/submission';
import { sendQueuedMail } from '@/lib/notifications/delivery';
import { db } from '@/lib/platform/db/client';
import { mutation } from '@/lib/platform/mutation';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { enter, withoutAddress } from '@/prisma/factories/entries';
import { startMailServer, textOf } from '@/prisma/factories/mail-server';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { confirmEntry } from './consent';
import { beginEntry, listUnsentEntries, openEntry } from './entries';
import { entryInput } from './schema';

useTestDatabase();

let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
});
afterAll(() => server.stop());

type Editor = Awaited<ReturnType<typeof makeEditor>>;
let editor: Editor;
beforeEach(async () => {
  editor = await makeEditor();
  server.received.length = 0;
});

const inTwoDays = () => new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

const entryOf = (contributionId: string) =>
  db.entryOnBehalf.findUniqueOrThrow({
    where: { contributionId },
    select: { consentedAt: true, notedById: true, consentNote: true, fileName: true },
  });
const eventsOf = async (subjectId: string) =>
  (
    await db.auditEvent.findMany({
      where: { subjectId },
      orderBy: { id: 'asc' },
      select: { action: true, actorKind: true, userId: true },
    })
  ).map(({ action, actorKind, userId }) => [action, actorKind, userId]);

describe('what an editor says to begin', () => {
  const given = { call: '2020', source: 'telephone', receivedOn: '2020-11-03', affiliation: 'Example institute' };
  const codesOf = (change: object) =>
    entryInput.safeParse({ ...given, ...change }).error?.issues.map(({ path, message }) => [path.join('.'), message]);

  it.each([
    [{ receivedOn: '' }, [['receivedOn', 'required']]],
    [{ receivedOn: '2020-11' }, [['receivedOn', 'whole_day_needed']]],
    [{ receivedOn: inTwoDays() }, [['receivedOn', 'date_in_future']]],
    [{ receivedOn: 'yesterday' }, [['receivedOn', 'not_a_partial_date']]],
    [{ source: 'pigeon' }, [['source', 'unknown_choice']]],
    [{ affiliation: ' ', name: '' }, [['affiliation', 'on_behalf_of_whom']]],
    [{ email: 'not an address' }, [['email', 'not_an_email']]],
    [{ affiliation: 'x'.repeat(301) }, [['affiliation', 'too_long']]],
  ])('refuses %j', (change, issues) => {
    expect(codesOf(change)).toEqual(issues);
  });

  it('may name a person in place of an organisation', () => {
    expect(entryInput.parse({ ...given, affiliation: '', name: 'Programme office', email: '' })).toEqual({
      call: '2020',
      source: 'telephone',
      receivedOn: '2020-11-03',
      name: 'Programme office',
    });
  });
});

describe('a draft on behalf', () => {
  const input = {
    ...{ call: '2020', source: 'letter' as const, receivedOn: '2020-11-03' },
    ...{ affiliation: 'Example institute', email: 'office@example.org' },
  };

  it('is begun in the name of the editor, with what is known of the contributor, and opened by the editor’s link', async () => {
    const begun = await beginEntry({ editor, input });
    if (!begun.ok) throw new Error(begun.reason);
    const { contributionId, token } = begun;
    expect(await findHeldLink({ token })).toMatchObject({
      ok: true,
      link: { purpose: 'manage', editorId: editor.userId },
      contribution: { id: contributionId, status: 'draft' },
    });
    expect(await listUnsentEntries(editor)).toMatchObject([
      { contributionId, call: '2020', source: 'letter', onBehalfOf: 'Example institute', fileName: null },
    ]);
    expect(await listUnsentEntries(await makeEditor())).toEqual([]);
    expect(await eventsOf(contributionId)).toEqual([['contribution.entry_begun', 'editor', editor.userId]]);
  });

  it('is not begun in a call that takes none', async () => {
    expect(await beginEntry({ editor, input: { ...input, call: 'none' } })).toEqual({
      ok: false,
      reason: 'unknown_call',
    });
  });

  it('is opened again by the same editor, whose earlier link ends, and by no other', async () => {
    const begun = await beginEntry({ editor, input });
    if (!begun.ok) throw new Error(begun.reason);
    const { contributionId, token } = begun;
    const opened = await openEntry({ editor, contributionId });
    expect(opened).toMatchObject({ ok: true, contributionId, status: 'draft' });
    expect(await findHeldLink({ token })).toEqual({ ok: false, reason: 'link_expired' });
    expect(await openEntry({ editor: await makeEditor(), contributionId })).toEqual({ ok: false, reason: 'not_found' });
  });

  it('can’t be opened with the link of an editor who has left', async () => {
    const begun = await beginEntry({ editor, input });
    if (!begun.ok) throw new Error(begun.reason);
    await db.user.update({ where: { id: editor.userId }, data: { deactivatedAt: new Date() } });
    expect(await findHeldLink({ token: begun.token })).toEqual({ ok: false, reason: 'link_expired' });
  });

  it('keeps the editor’s link out of the contributor’s list of links', async () => {
    const begun = await beginEntry({ editor, input });
    if (!begun.ok) throw new Error(begun.reason);
    expect(await listLinks(begun.contributionId)).toEqual([]);
  });
});

describe('a contribution that an editor entered', () => {
  it('is sent in the editor’s name, and waits for consent', async () => {
    const { id } = await enter({ editor });
    expect(await entryOf(id)).toMatchObject({ consentedAt: null, notedById: null });
    expect((await eventsOf(id)).at(-1)).toEqual(['contribution.submitted', 'editor', editor.userId]);
    expect((await readSent(id))?.entry).toEqual({
      source: 'telephone',
      receivedOn: new Date('2020-11-03'),
      consent: 'waiting',
    });
    expect(await listUnsentEntries(editor)).toEqual([]);
  });

  it('is not published before there is consent, by whatever function', async () => {
    const { id } = await enter({ editor });
    const publish = () => mutation({ actor: editor }, (context) => changeStatus({ id, to: 'published' }, context));
    expect(await publish()).toEqual({ ok: false, reason: 'consent_missing' });
    await expect(db.$executeRaw`UPDATE contributions SET status = 'published' WHERE id = ${id}::uuid`).rejects.toThrow(
      'published without consent',
    );
    expect(await confirmEntry({ contributionId: id, locale: 'en' })).toEqual({ ok: true });
    expect(await publish()).toEqual({ ok: true });
  });

  it('is confirmed once by its contributor, which ends the editor’s links and tells the editor', async () => {
    const { id, token } = await enter({ editor });
    expect(await confirmEntry({ contributionId: id, locale: 'en' })).toEqual({ ok: true });
    const { consentedAt } = await entryOf(id);
    expect(await confirmEntry({ contributionId: id, locale: 'en' })).toEqual({ ok: true });
    expect(await entryOf(id)).toMatchObject({ consentedAt, notedById: null });
    expect(consentedAt).toBeInstanceOf(Date);
    expect(await findHeldLink({ token })).toEqual({ ok: false, reason: 'link_expired' });
    expect(await openEntry({ editor, contributionId: id })).toEqual({ ok: false, reason: 'confirmed_by_contributor' });
    expect(await db.notice.findMany({ where: { contributionId: id }, select: { kind: true, userId: true } })).toEqual([
      { kind: 'entry_confirmed', userId: editor.userId },
    ]);
    expect((await eventsOf(id)).filter(([action]) => action === 'contribution.entry_confirmed')).toEqual([
      ['contribution.entry_confirmed', 'contributor', null],
    ]);
  });

  it('can’t be confirmed where no editor entered it, nor before it was sent', async () => {
    const begun = await beginEntry({
      editor,
      input: { call: '2020', source: 'mail', receivedOn: '2020-11-03', name: 'Programme office' },
    });
    if (!begun.ok) throw new Error(begun.reason);
    expect(await confirmEntry({ contributionId: begun.contributionId, locale: 'en' })).toEqual({
      ok: false,
      reason: 'not_allowed_in_status',
    });
  });

  it('waits for consent again when the editor sends another version', async () => {
    const { id, reference } = await enter({ editor, input: withoutAddress() });
    await db.entryOnBehalf.update({
      where: { contributionId: id },
      data: { consentedAt: new Date(), notedById: editor.userId, consentNote: 'On the telephone.' },
    });
    expect(await openEntry({ editor, contributionId: id })).toMatchObject({ ok: true, status: 'submitted' });
    const again = { ...withoutAddress(), answers: { comments: 'Shorter.' } };
    const sent = await submitContribution({ callSlug: '2020', draftId: id, editorId: editor.userId, input: again });
    expect(sent).toEqual({ ok: true, reference });
    expect(await entryOf(id)).toMatchObject({ consentedAt: null, notedById: null, consentNote: null });
  });

  it('is confirmed by a correction of its contributor', async () => {
    const { id } = await enter({ editor });
    expect(await openCorrection({ contributionId: id })).toEqual({ ok: true });
    const corrected = { ...eastWestSubmission(), answers: { comments: 'In our own words.' } };
    expect(await submitContribution({ callSlug: '2020', draftId: id, input: corrected })).toMatchObject({ ok: true });
    expect((await readSent(id))?.entry?.consent).toBe('confirmed');
    expect((await readSent(id))?.address).toBe('confirmed');
  });

  it('loses what it says of its contributor when their contact is erased', async () => {
    const { id } = await enter({ editor });
    await db.entryOnBehalf.update({
      where: { contributionId: id },
      data: {
        fileName: 'example-institute.docx',
        consentedAt: new Date(),
        notedById: editor.userId,
        consentNote: 'By phone.',
      },
    });
    await eraseContact({ contributionId: id, alsoPublic: false });
    expect(await entryOf(id)).toMatchObject({ fileName: null, consentNote: null, consentedAt: expect.any(Date) });
  });
});

describe('in public', () => {
  const published = async (id: string, reference: string) => {
    await confirmEntry({ contributionId: id, locale: 'en' });
    await mutation({ actor: editor }, (context) => changeStatus({ id, to: 'published' }, context));
    return readContribution(reference, 'en');
  };

  it('says from what it was entered, and when, but not by whom', async () => {
    const { id, reference } = await enter({ editor });
    const page = await published(id, reference);
    expect(page?.enteredOnBehalf).toEqual({ source: 'telephone', receivedOn: '2020-11-03' });
    expect(JSON.stringify(page)).not.toContain(editor.name);
  });

  it('says of an anonymous one no more than that editors entered it, and keeps no file name', async () => {
    const begun = await beginEntry({
      editor,
      input: { call: '2020', source: 'file', receivedOn: '2020-11-03', affiliation: 'Example institute' },
    });
    if (!begun.ok) throw new Error(begun.reason);
    const { contributionId: id } = begun;
    await db.entryOnBehalf.update({ where: { contributionId: id }, data: { fileName: 'example-institute.docx' } });
    const input = { ...eastWestSubmission(), about: { ...eastWestSubmission().about, anonymous: true } };
    const sent = await submitContribution({ callSlug: '2020', draftId: id, editorId: editor.userId, input });
    if (!sent.ok) throw new Error(sent.reason);
    expect(await entryOf(id)).toMatchObject({ fileName: null });
    expect((await published(id, sent.reference))?.enteredOnBehalf).toEqual({ source: null, receivedOn: null });
  });
});

describe('the mails of an entry', () => {
  const send = async (contributionId: string, kind: string) => {
    const { id } = await db.mail.findFirstOrThrow({ where: { contributionId, kind } });
    return sendQueuedMail(id, { began: new Date(), last: false });
  };

  it('are a link to check it first, which shows nothing of it, and the receipt once it is confirmed', async () => {
    const { id, reference } = await enter({ editor });
    const kinds = () =>
      db.mail.findMany({ where: { contributionId: id }, select: { kind: true }, orderBy: { createdAt: 'asc' } });
    expect(await kinds()).toEqual([{ kind: 'entered-on-behalf' }]);
    expect(await send(id, 'entered-on-behalf')).toBe('sent');
    const [mail] = server.received;
    if (!mail) throw new Error('no mail has arrived');
    for (const secret of [reference, 'EastWest', 'Programme office', 'Cyber Policy Dialogues', 'GCSC'])
      expect(mail.raw).not.toContain(secret);
    const token = /link\/([\w-]{43})\s/.exec(textOf(mail))?.[1] ?? '';
    expect(await findHeldLink({ token })).toMatchObject({ ok: true, link: { purpose: 'manage', editorId: null } });
    const later = new Date(Date.now() + 31 * 86_400_000);
    expect(await findHeldLink({ token, now: later })).toEqual({ ok: false, reason: 'link_expired' });

    await confirmEntry({ contributionId: id, locale: 'en' });
    expect(await findHeldLink({ token, now: later })).toMatchObject({ ok: true });
    expect((await readSent(id))?.address).toBe('confirmed');
    expect(await kinds()).toEqual([{ kind: 'entered-on-behalf' }, { kind: 'contribution-received' }]);
    expect(await send(id, 'contribution-received')).toBe('sent');
    expect(server.received.at(-1)?.raw).toContain(reference);
  });

  it('are none without an address', async () => {
    const { id } = await enter({ editor, input: withoutAddress() });
    expect(await db.mail.count({ where: { contributionId: id } })).toBe(0);
  });

  it('that went to an earlier address confirm nothing for a later one', async () => {
    const { id } = await enter({ editor });
    await send(id, 'entered-on-behalf');
    const [mail] = server.received;
    const token = /link\/([\w-]{43})\s/.exec(mail ? textOf(mail) : '')?.[1] ?? '';
    await openEntry({ editor, contributionId: id });
    const input = { ...eastWestSubmission(), about: { ...eastWestSubmission().about, email: 'other@example.org' } };
    await submitContribution({ callSlug: '2020', draftId: id, editorId: editor.userId, input });
    expect(await findHeldLink({ token })).toEqual({ ok: false, reason: 'link_expired' });
    expect(await db.mail.count({ where: { contributionId: id, kind: 'entered-on-behalf' } })).toBe(2);
  });
});
