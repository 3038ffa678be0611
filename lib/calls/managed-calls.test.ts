import { beforeAll, describe, expect, it } from 'vitest';
import { submitContribution } from '@/lib/contributions/submission';
import { db } from '@/lib/platform/db/client';
import {
  CALL_NOW,
  editTyped,
  faultsIn,
  makeManagedCall,
  makePublicCall,
  typedCall,
} from '@/prisma/factories/managed-calls';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { callEdit, newCall } from './call-input-schema';
import { readCall } from './calls';
import { createCall } from './create-call';
import { readManagedCall } from './desk-calls';
import { makePreviewLink, readPreviewed } from './preview';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor({ role: 'admin' });
});

const edit = (slug: string, version: number, changed?: Record<string, unknown>) =>
  editTyped({ editor, slug, version, changed });

const faultsOf = (changed: Record<string, unknown>) =>
  callEdit.safeParse(typedCall('y1', 1, changed)).error?.issues.map(({ path, message }) => [path.join('.'), message]) ??
  [];

describe('making a call', () => {
  it('makes an empty one that is not public', async () => {
    const slug = await makeManagedCall(editor);
    expect(await readManagedCall(slug)).toMatchObject({
      published: false,
      prefix: 'BPF',
      closesAt: new Date('2026-10-17T23:59:59Z'),
      questionnaire: null,
    });
    expect(await readCall(slug, 'en')).toBeNull();
  });

  it('copies texts, annex, rules and the newest questionnaire, and nothing that was sent', async () => {
    const slug = await makeManagedCall(editor, { from: '2020', title: 'Call for contributions 2021' });
    const [copy, former] = [await readManagedCall(slug), await readManagedCall('2020')];
    expect(copy?.texts).toEqual({ ...former?.texts, title: 'Call for contributions 2021' });
    expect(copy?.annex).toEqual(former?.annex);
    expect(copy).toMatchObject({
      published: false,
      acceptsLate: former?.acceptsLate,
      counts: { begun: 0, submitted: 0 },
    });
    const contents = await db.questionnaire.findMany({
      where: { call: { slug: { in: ['2020', slug] } } },
      select: { content: true },
    });
    expect(contents).toHaveLength(2);
    expect(contents[0]).toEqual(contents[1]);
  });

  it('refuses a name that is taken, the desk’s own, and a call that does not exist', async () => {
    const slug = await makeManagedCall(editor);
    const call = newCall.parse({ slug, title: 'B', closesOn: '2026-10-17', timeZone: 'UTC' });
    expect(faultsIn(await createCall({ editor, call }))).toEqual(['slug: name_taken']);
    expect(faultsIn(await createCall({ editor, call: { ...call, slug: 'desk' } }))).toEqual(['slug: name_taken']);
    expect(await createCall({ editor, call: { ...call, slug: 'free', from: 'none' } })).toMatchObject({
      reason: 'not_found',
    });
    expect(await db.call.count({ where: { slug: { in: ['free', 'desk'] } } })).toBe(0);
  });

  it('refuses a closing before the opening', () => {
    const input = { slug: 'z1', title: 'B', opensOn: '2026-10-18', closesOn: '2026-10-17', timeZone: 'UTC' };
    expect(newCall.safeParse(input).error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['closesOn', 'closing_before_opening'],
    ]);
  });
});

describe('editing a call', () => {
  it('stores every field, and pages show its dates and paragraphs', async () => {
    const slug = await makeManagedCall(editor);
    expect(await edit(slug, 1)).toEqual({ ok: true, version: 2 });
    expect(await readManagedCall(slug)).toMatchObject({
      opensAt: new Date('2026-07-31T21:00:00Z'),
      closesAt: new Date('2026-10-17T20:59:59Z'),
      timeZone: 'Africa/Nairobi',
      acceptsLate: false,
      acceptsFiles: false,
      publishesAtOnce: false,
      offersEditorsOnly: true,
      maxWords: 300,
      prefix: 'DC',
      annex: [{ slug: 'gcsc' }, { slug: 'manrs' }],
      texts: {
        introduction: ['First paragraph.', '- a list\n- of two'],
        reading: [{ title: 'A paper', author: 'The secretariat', description: '', link: 'https://example.org/paper' }],
        address: 'forum@example.org',
      },
    });
    const token = await makePreviewLink({ editor, slug });
    const shown = token.ok ? await readPreviewed(token.token, 'en') : null;
    expect(shown?.texts.instructions).toEqual(['Write until 17 October 2026.']);
  });

  it('changes nothing, not even the version, where nothing is different', async () => {
    const slug = await makeManagedCall(editor);
    await edit(slug, 1);
    expect(await edit(slug, 2)).toEqual({ ok: true, version: 2 });
  });

  it('refuses the second of two admins, names the fields that differ, and stores it when sent again', async () => {
    const slug = await makeManagedCall(editor);
    const results = await Promise.all([
      edit(slug, 1, { title: 'One', maxWords: '100' }),
      edit(slug, 1, { title: 'Two', maxWords: '100' }),
    ]);
    const refused = results.find(({ ok }) => !ok);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refused).toMatchObject({ reason: 'call_changed' });
    expect(faultsIn(refused ?? { ok: true })).toEqual(['version: call_changed', 'title: changed_meanwhile']);
    expect(await edit(slug, 2, { title: 'Three', maxWords: '100' })).toEqual({ ok: true, version: 3 });
  });

  it('refuses unknown placeholders, an opening that is not given, wrong times, zones and places, each at its field', () => {
    expect(faultsOf({ introduction: 'Until {closing}' })).toEqual([['introduction', 'unknown_placeholder']]);
    expect(faultsOf({ summary: 'From {opening}', opensOn: '' })).toEqual([['summary', 'opening_unknown']]);
    expect(faultsOf({ title: 'Call {year}' })).toEqual([['title', 'no_placeholder_here']]);
    expect(faultsOf({ closesOn: '17.10.2026' })).toEqual([['closesOn', 'not_a_day']]);
    expect(faultsOf({ closesTime: '25:00' })).toEqual([['closesTime', 'not_a_time']]);
    expect(faultsOf({ closesOn: '2026-07-01' })).toEqual([['closesOn', 'closing_before_opening']]);
    expect(faultsOf({ timeZone: 'Mars/Olympus' })).toContainEqual(['timeZone', 'unknown_time_zone']);
    expect(faultsOf({ annex: { manrs: 'first' } })).toEqual([['annex.manrs', 'not_a_place']]);
    expect(faultsOf({ maxWords: 'many' })).toEqual([['maxWords', 'not_a_word_limit']]);
    expect(faultsOf({ prefix: 'a' })).toEqual([['prefix', 'not_a_prefix']]);
    expect(faultsOf({ reading: [{ title: 'A', description: '', link: 'nowhere' }] })).toEqual([
      ['reading.0.link', 'not_a_link'],
    ]);
  });

  it('refuses an unknown agreement and keeps the annex', async () => {
    const slug = await makeManagedCall(editor, { from: '2020' });
    const before = await readManagedCall(slug);
    expect(faultsIn(await edit(slug, 1, { annex: { nothing: '3' } }))).toEqual(['annex.nothing: unknown_agreement']);
    expect(await readManagedCall(slug)).toEqual(before);
  });

  it('demands every text of a public call, and leaves its deadline alone', async () => {
    const slug = await makePublicCall(editor);
    const { version = 0, closesAt } = (await readManagedCall(slug)) ?? {};
    expect(faultsIn(await edit(slug, version, { afterwards: '' }))).toEqual(['afterwards: required']);
    expect(await edit(slug, version, { closesOn: '2026-12-31', title: 'Other' })).toMatchObject({ ok: true });
    expect(await readManagedCall(slug)).toMatchObject({ title: 'Other', closesAt });
  });

  it('fixes the prefix with the first contribution, in the database too', async () => {
    expect(await submit({ ...eastWestSubmission(), proposals: [] })).toMatchObject({
      reference: expect.stringMatching(/^BPF-2020-\d{3}$/) as string,
    });
    const { version = 0 } = (await readManagedCall('2020')) ?? {};
    const result = await edit('2020', version, { opensOn: '', prefix: 'XY' });
    expect(faultsIn(result)).toEqual(['prefix: prefix_fixed']);
    await expect(db.call.update({ where: { slug: '2020' }, data: { prefix: 'XY' } })).rejects.toThrow();
  });

  it('gives references of a call its prefix', async () => {
    const slug = await makePublicCall(editor);
    const input = { ...eastWestSubmission(), proposals: [] };
    expect(await submitContribution({ callSlug: slug, input, now: CALL_NOW })).toMatchObject({
      reference: `DC-${slug.toUpperCase()}-001`,
    });
  });
});
