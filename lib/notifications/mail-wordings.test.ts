import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { loadSettings } from '@/lib/platform/settings/current-settings';
import type { Result } from '@/lib/platform/errors';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { MAIL_NAMES, mailTexts, previewMailWordings, resetMailWordings, saveMailWordings } from './mail-wordings';

useTestDatabase();

let actor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  actor = await makeEditor({ role: 'admin' });
});
beforeEach(async () => {
  await db.siteSettings.deleteMany({});
  await loadSettings();
});

const NAME = 'contributionReceived';
const ARRIVED = `${NAME}.arrived`;
const save = (typed: Record<string, string>) => saveMailWordings({ actor, name: NAME, typed });
const ownOf = (key: string) => mailTexts(NAME).find((text) => text.key === key)?.own;
const codesOf = (result: Result) => (result.ok ? [] : result.issues?.map(({ path, code }) => `${path}: ${code}`));

describe('the wording of a mail', () => {
  it('is another one in the mails that leave from then on, and can be reset', async () => {
    expect(await save({ [ARRIVED]: 'We have {reference}, sent to {call}.' })).toMatchObject({ ok: true });
    const sample = await previewMailWordings({ name: NAME, typed: {} });
    expect(sample.ok && sample.text).toMatch(/We have BPF-2020-007, sent to Call for contributions\s+2020\./);
    expect(await save({ [ARRIVED]: '' })).toMatchObject({ ok: true });
    expect(ownOf(ARRIVED)).toBe('');
    const usual = await previewMailWordings({ name: NAME, typed: {} });
    expect(usual.ok && usual.text).toMatch(/Its\s+reference\s+is\s+BPF-2020-007\./);
  });

  it('is the usual one again in every text of the mail, and in no other mail', async () => {
    await save({ [ARRIVED]: '{reference} {call} 1', [`${NAME}.next`]: 'We read it.' });
    await saveMailWordings({ actor, name: 'signIn', typed: { 'signIn.title': 'Come in' } });
    expect(await resetMailWordings({ actor, name: NAME })).toMatchObject({ ok: true });
    expect([ownOf(ARRIVED), ownOf(`${NAME}.next`)]).toEqual(['', '']);
    expect(mailTexts('signIn').find(({ key }) => key === 'signIn.title')?.own).toBe('Come in');
  });

  it('is shown before it is stored, and the preview stores nothing', async () => {
    const sample = await previewMailWordings({ name: NAME, typed: { [`${NAME}.subject`]: 'Thanks for {reference}' } });
    expect(sample).toMatchObject({ ok: true, subject: 'Thanks for BPF-2020-007' });
    expect(await db.siteSettings.count()).toBe(0);
    expect(ownOf(`${NAME}.subject`)).toBe('');
  });

  it('is refused without a placeholder, with an unknown one, and with a brace that is not closed', async () => {
    expect(codesOf(await save({ [ARRIVED]: 'We have {reference}.' }))).toEqual([`${ARRIVED}: placeholder_missing`]);
    expect(codesOf(await save({ [ARRIVED]: '{reference} {call} {name}' }))).toEqual([
      `${ARRIVED}: placeholder_unknown`,
    ]);
    expect(codesOf(await save({ [ARRIVED]: '{reference} {call} {' }))).toEqual([`${ARRIVED}: placeholder_unknown`]);
    expect(codesOf(await save({ [ARRIVED]: `{reference} {call} ${'x'.repeat(4_001)}` }))).toEqual([
      `${ARRIVED}: too_long`,
    ]);
    expect(ownOf(ARRIVED)).toBe('');
  });

  it('keeps a number of days, in any form that says it', async () => {
    const key = 'confirmAddress.expires';
    const change = (wording: string) => saveMailWordings({ actor, name: 'confirmAddress', typed: { [key]: wording } });
    expect(await change('Please do so within {days} days.')).toMatchObject({ ok: true });
    expect(codesOf(await change('Please do so soon.'))).toEqual([`${key}: placeholder_missing`]);
  });

  it('can be stored unchanged for every text of every mail', async () => {
    for (const name of MAIL_NAMES) {
      const typed = Object.fromEntries(mailTexts(name).map(({ key, usual }) => [key, `${usual} `]));
      expect(await saveMailWordings({ actor, name, typed }), name).toMatchObject({ ok: true });
      const other = Object.fromEntries(mailTexts(name).map(({ key, usual }) => [key, `${usual}!`]));
      expect(codesOf(await saveMailWordings({ actor, name, typed: other })), name).toEqual([]);
      expect((await previewMailWordings({ name, typed: {} })).ok, name).toBe(true);
    }
  });
});
