import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { removeLogo } from '@/lib/platform/settings/logo';
import { readVersionedSettings, saveSettings } from '@/lib/platform/settings/edit-settings';
import { makeEditor } from '@/prisma/factories/people';
import { ask, origin, read, signIn, startOther, statusOf } from './requests';

const soon = { interval: 25, timeout: 20_000 };
const PAGES = [
  '/en',
  '/en/about',
  '/en/agreements',
  '/feeds/contributions.atom',
  '/data/latest/datapackage.json',
  '/sign-in',
];

async function save(changed: Record<string, string>): Promise<void> {
  const actor = await makeEditor({ role: 'admin' });
  const { settings, version } = await readVersionedSettings();
  const { mails: _, ...input } = settings;
  expect(await saveSettings({ actor, version, input: { ...input, ...changed } })).toMatchObject({ ok: true });
}

let before: Record<string, string> = {};
afterAll(async () => save(before));

test('a new name of site, forum and licence is on every page and in every file of every server', async () => {
  const { settings } = await readVersionedSettings();
  const { siteName: site, forumName: forum, shortName, contact } = settings;
  before = { siteName: site, forumName: forum, shortName, contact };
  const servers = [origin(), (await startOther()).origin];
  for (const server of servers) for (const page of PAGES) await read(server + page);
  const [siteName, forumName] = ['Zq8 Forum Site', 'Dynamic Coalition on Zq8'];
  await save({ siteName, forumName, shortName: 'Zq8 DC', contact: 'zq8@example.org' });
  for (const server of servers)
    for (const page of PAGES)
      await expect
        .poll(async () => /Zq8 Forum Site|Dynamic Coalition on Zq8/.test(await read(server + page)), {
          ...soon,
          message: server + page,
        })
        .toBe(true);
  // Pages without the site's frame, too: signing in, and an address that does not exist.
  for (const server of servers)
    for (const page of ['/en', '/sign-in', '/en/nothing-here', '/nothing-here'])
      await expect
        .poll(async () => (await fetch(server + page)).text(), { ...soon, message: server + page })
        .toContain('zq8@example.org');
  for (const page of ['/en', '/en/calls/2020', '/en/matrix'])
    expect(await read(page), page).toContain('mailto:zq8@example.org');
  expect(await read('/en')).not.toContain('BPF Contributions');
  for (const [address, name] of [
    ['/en/calls/2020/questions.docx', 'zq8-dc-call-2020.docx'],
    ['/en/calls/2020/answers.csv', 'zq8-dc-2020-answers.csv'],
  ] as const)
    expect((await ask(address)).headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
});

const upload = (bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string>, name = 'logo.png') => {
  const body = new FormData();
  body.set('file', new File([bytes], name));
  return ask('/desk/settings/logo', { method: 'POST', body, headers: { ...headers, Origin: origin() } });
};

test('a logo is at the head of pages, kept by browsers for good, and a large one is refused with a sentence', async () => {
  const [admin, editor] = [await signIn('admin'), await signIn('editor')];
  const bytes = new Uint8Array(
    await sharp({ create: { width: 90, height: 60, channels: 3, background: '#173f6b' } })
      .png()
      .toBuffer(),
  );
  const large = await upload(new Uint8Array(10_000_000), admin);
  expect([large.status, large.headers.get('location')]).toEqual([303, '/desk/settings?problem=logo_too_large#logo']);
  expect(await read('/desk/settings?problem=logo_too_large', { headers: admin })).toContain('up to 500 kB');
  expect((await upload(bytes, editor)).headers.get('location')).toContain('problem=forbidden');
  expect((await upload(bytes, admin)).headers.get('location')).toBe('/desk/settings?done=logo#logo');
  await expect.poll(() => read('/en'), soon).toMatch(/\/logo\/[0-9a-f]{16}\.png/);
  const [path = ''] = /\/logo\/[0-9a-f]{16}\.png/.exec(await read('/en')) ?? [];
  const picture = await ask(path);
  expect([picture.status, picture.headers.get('content-type'), picture.headers.get('cache-control')]).toEqual([
    200,
    'image/png',
    'public, max-age=31536000, immutable',
  ]);
  expect(await statusOf('/logo/0000000000000000.png')).toBe(404);
  await removeLogo({ actor: await makeEditor({ role: 'admin' }) });
  await expect.poll(() => read('/en'), soon).not.toContain('/logo/');
});

test('the settings are for admins', async () => {
  const [editor, admin] = [await signIn('editor'), await signIn('admin')];
  for (const path of [
    '/desk/settings',
    '/desk/settings/backups',
    '/desk/settings/history',
    '/desk/settings/retention',
    '/desk/settings/mails/signIn',
  ]) {
    expect(await statusOf(path, { headers: editor }), path).toBe(404);
    expect(await statusOf(path, { headers: admin }), path).toBe(200);
  }
  expect(await statusOf('/desk/settings/mails/none', { headers: admin })).toBe(404);
});

test('a researcher finds where to report a weakness, in a file that has not expired', async () => {
  const answer = await ask('/.well-known/security.txt');
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const text = await answer.text();
  const { settings } = await readVersionedSettings();
  expect(text).toContain(`Contact: mailto:${settings.contact}\n`);
  expect(text).toContain(`Canonical: ${origin()}/.well-known/security.txt\n`);
  expect(new Date(/^Expires: (.*)$/m.exec(text)?.[1] ?? 0).getTime()).toBeGreaterThan(Date.now() + 30 * 86_400_000);
});

test('the page on privacy says how long things are kept, as the settings say at this moment', async () => {
  expect(await read('/en/privacy')).toContain('until its author or an editor removes it');
  await save({ contactDays: '400' });
  await expect.poll(() => read('/en/privacy'), soon).toMatch(/400 days after the last step of the contribution/);
  await save({ contactDays: '' });
  await expect.poll(() => read('/en/privacy'), soon).not.toContain('400 days');
});
