import { beforeAll, expect, it } from 'vitest';
import { loadSettings, siteSettings } from '@/lib/platform/settings/current-settings';
import { readVersionedSettings, saveSettings, saveWordings } from '@/lib/platform/settings/edit-settings';
import { readSettingsHistory } from '@/lib/platform/settings/settings-history';
import { DEFAULT_SETTINGS } from '@/lib/platform/settings/settings-schema';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { bringBackSetting } from './bring-back-setting';
import { saveMailWordings } from './mail-wordings';

useTestDatabase();

let actor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  actor = await makeEditor({ role: 'admin' });
  await loadSettings();
});

const newestId = async () => (await readSettingsHistory()).versions[0]?.id ?? 0;

async function save(changed: Partial<typeof DEFAULT_SETTINGS>) {
  const { settings, version } = await readVersionedSettings();
  const { mails: _, ...input } = settings;
  await saveSettings({ actor, version, input: { ...input, ...changed } });
}

it('uses one replaced text again and keeps the other texts of that change', async () => {
  await save({ footer: 'The first foot.' });
  await save({ footer: 'The second foot.', shortName: 'DC' });
  const id = await newestId();
  expect(await bringBackSetting({ actor, id, name: 'footer' })).toMatchObject({ ok: true });
  expect(siteSettings()).toMatchObject({ footer: 'The first foot.', shortName: 'DC' });
  expect((await readSettingsHistory()).versions[0]?.changes).toEqual([
    { name: 'footer', before: 'The second foot.', after: 'The first foot.' },
  ]);
});

it('uses a replaced wording of a mail again, and the usual one where there was none', async () => {
  const title = (text: string) => saveMailWordings({ actor, name: 'signIn', typed: { 'signIn.title': text } });
  const usual = siteSettings().mails['signIn.title'];
  expect(await title('Your way into the desk')).toMatchObject({ ok: true });
  const first = await newestId();
  await title('Come in');
  await bringBackSetting({ actor, id: await newestId(), name: 'mails.signIn.title' });
  expect(siteSettings().mails['signIn.title']).toBe('Your way into the desk');
  await bringBackSetting({ actor, id: first, name: 'mails.signIn.title' });
  expect(siteSettings().mails['signIn.title']).toBe(usual);
});

it('refuses a wording whose placeholder is missing today, a name that was not changed, and an unknown change', async () => {
  await saveWordings({ actor, wordings: { 'contributionReceived.subject': 'Without the reference' } });
  await saveWordings({ actor, wordings: { 'contributionReceived.subject': '' } });
  const id = await newestId();
  expect(await bringBackSetting({ actor, id, name: 'mails.contributionReceived.subject' })).toMatchObject({
    ok: false,
    reason: 'invalid',
    issues: [{ path: 'contributionReceived.subject', code: 'placeholder_missing' }],
  });
  expect(await bringBackSetting({ actor, id, name: 'siteName' })).toMatchObject({ ok: false, reason: 'not_found' });
  expect(await bringBackSetting({ actor, id: id + 100, name: 'siteName' })).toMatchObject({ reason: 'not_found' });
});
