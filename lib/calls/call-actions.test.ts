import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import {
  CALL_NOW,
  deadlineOn,
  editTyped,
  faultsIn,
  makeManagedCall,
  makePublicCall,
  noticesOf,
} from '@/prisma/factories/managed-calls';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { closeCall, extendCall, hideCall, reopenCall, showCall } from './call-actions';
import { readCall } from './calls';
import { listDeskCalls, readManagedCall } from './desk-calls';
import { makePreviewLink, readPreviewed, recordWalk, revokePreviewLink } from './preview';
import { readCallReadiness } from './readiness';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor({ role: 'admin' });
});

describe('actions on a call', () => {
  it('extend it, with a notice; not to an earlier moment, and not once the deadline has passed', async () => {
    const slug = await makePublicCall(editor);
    expect(await extendCall({ editor, input: deadlineOn(slug, '2026-10-24'), now: CALL_NOW })).toEqual({ ok: true });
    expect(await readManagedCall(slug)).toMatchObject({
      closesAt: new Date('2026-10-24T20:59:59Z'),
      notices: [{ kind: 'extended', at: CALL_NOW, closesAt: new Date('2026-10-24T20:59:59Z') }],
    });
    expect(faultsIn(await extendCall({ editor, input: deadlineOn(slug, '2026-10-20'), now: CALL_NOW }))).toEqual([
      'closesOn: deadline_not_later',
    ]);
    const later = new Date('2026-11-01T00:00:00Z');
    expect(await extendCall({ editor, input: deadlineOn(slug, '2026-12-01'), now: later })).toMatchObject({
      reason: 'deadline_passed',
    });
    expect(await noticesOf(slug)).toEqual(['extended']);
  });

  it('close it now and reopen it until a new deadline', async () => {
    const slug = await makePublicCall(editor);
    expect(await reopenCall({ editor, input: deadlineOn(slug, '2026-12-01'), now: CALL_NOW })).toMatchObject({
      reason: 'deadline_not_passed',
    });
    expect(await closeCall({ editor, slug, now: CALL_NOW })).toEqual({ ok: true });
    const after = new Date(CALL_NOW.getTime() + 1_000);
    expect(await readCall(slug, 'en', after)).toMatchObject({ state: 'closed', closesAt: CALL_NOW });
    expect(await closeCall({ editor, slug, now: after })).toMatchObject({ reason: 'call_takes_none' });
    expect(faultsIn(await reopenCall({ editor, input: deadlineOn(slug, '2026-08-01'), now: after }))).toEqual([
      'closesOn: deadline_in_the_past',
    ]);
    expect(await reopenCall({ editor, input: deadlineOn(slug, '2026-09-01', '18:00'), now: after })).toEqual({
      ok: true,
    });
    expect(await readCall(slug, 'en', after)).toMatchObject({
      state: 'open',
      closesAt: new Date('2026-09-01T15:00:00Z'),
    });
    expect(await noticesOf(slug)).toEqual(['closed', 'reopened']);
  });

  it('end the taking of late contributions, and leave the deadline that contributors were told', async () => {
    const slug = await makePublicCall(editor);
    const { version = 0, closesAt } = (await readManagedCall(slug)) ?? {};
    await editTyped({ editor, slug, version, changed: { afterClosing: 'late' } });
    const late = new Date('2026-11-01T00:00:00Z');
    expect(await closeCall({ editor, slug, now: late })).toEqual({ ok: true });
    expect(await readCall(slug, 'en', late)).toMatchObject({ state: 'closed', closesAt });
  });

  it('hide it and show it again', async () => {
    const slug = await makePublicCall(editor);
    expect(await hideCall({ editor, slug, now: CALL_NOW })).toEqual({ ok: true });
    expect(await readCall(slug, 'en', CALL_NOW)).toBeNull();
    expect(await extendCall({ editor, input: deadlineOn(slug, '2026-12-01'), now: CALL_NOW })).toMatchObject({
      reason: 'call_hidden',
    });
    const later = new Date('2026-12-01T00:00:00Z');
    expect(await showCall({ editor, slug, now: later })).toEqual({ ok: true });
    expect(await showCall({ editor, slug, now: later })).toEqual({ ok: true });
    expect(await noticesOf(slug)).toEqual(['hidden', 'shown']);
  });

  it('are recorded in the audit log, once each', async () => {
    const slug = await makePublicCall(editor);
    await closeCall({ editor, slug, now: CALL_NOW });
    const events = await db.auditEvent.findMany({
      where: { subjectKind: 'call', subjectId: slug },
      orderBy: { id: 'asc' },
      select: { action: true },
    });
    expect(events.map(({ action }) => action)).toEqual([
      'call.copied',
      'call.edited',
      'call.preview_made',
      'call.walked',
      'call.published',
      'call.closed',
    ]);
  });

  it('never rewrite a notice', async () => {
    const slug = await makePublicCall(editor);
    await hideCall({ editor, slug, now: CALL_NOW });
    await expect(db.callNotice.deleteMany({ where: { call: { slug } } })).rejects.toThrow();
  });

  it('do not touch the desk’s own call', async () => {
    await db.call.create({
      data: { slug: 'desk', closesAt: CALL_NOW, timeZone: 'UTC', acceptsLate: false, texts: {} },
    });
    expect((await listDeskCalls()).map(({ slug }) => slug)).not.toContain('desk');
    expect(await readManagedCall('desk')).toBeNull();
    expect(await readCallReadiness('desk')).toBeNull();
    expect(await showCall({ editor, slug: 'desk' })).toMatchObject({ reason: 'not_found' });
    await db.call.delete({ where: { slug: 'desk' } });
  });
});

describe('making a call public', () => {
  it('is refused with each open point of the check list, and nothing is stored', async () => {
    const slug = await makeManagedCall(editor, { closesOn: '2026-08-01' });
    const result = await showCall({ editor, slug, now: CALL_NOW });
    expect(result).toMatchObject({ reason: 'call_not_ready' });
    expect(faultsIn(result)).toEqual([
      'texts: not_ready_texts',
      'deadline: not_ready_deadline',
      'questionnaire: not_ready_questionnaire',
    ]);
    expect(await readManagedCall(slug)).toMatchObject({ published: false, version: 1 });
  });

  it('needs a test contribution that was walked through', async () => {
    const slug = await makeManagedCall(editor, { from: '2020' });
    const open = async () => (await readCallReadiness(slug, CALL_NOW))?.filter(({ ok }) => !ok).map(({ key }) => key);
    expect(await open()).toEqual(['walk']);
    const link = await makePreviewLink({ editor, slug });
    const token = link.ok ? link.token : '';
    expect(await recordWalk({ token, version: 2 })).toEqual({ ok: true });
    expect(await open()).toEqual(['walk']);
    expect(await recordWalk({ token, version: 1 })).toEqual({ ok: true });
    expect(await open()).toEqual([]);
  });
});

describe('the preview link', () => {
  it('shows a call that is not public, until it is replaced or revoked', async () => {
    const slug = await makeManagedCall(editor, { from: '2020' });
    const [first, second] = [await makePreviewLink({ editor, slug }), await makePreviewLink({ editor, slug })];
    if (!first.ok || !second.ok) throw new Error('no link');
    expect(await readPreviewed(first.token, 'en')).toBeNull();
    expect(await readPreviewed(second.token, 'en')).toMatchObject({ slug, questionnaire: { version: 1 } });
    await revokePreviewLink({ editor, slug });
    expect(await readPreviewed(second.token, 'en')).toBeNull();
    expect(await recordWalk({ token: second.token, version: 1 })).toMatchObject({ reason: 'unknown_link' });
  });

  it('shows one that is not complete yet', async () => {
    const link = await makePreviewLink({ editor, slug: await makeManagedCall(editor) });
    expect(link.ok && (await readPreviewed(link.token, 'en'))).toMatchObject({ questionnaire: null, annex: [] });
  });
});
