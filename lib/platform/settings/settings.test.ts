import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wordsIn } from '@/lib/platform/i18n/words';
import { db } from '@/lib/platform/db/client';
import type { Failure } from '@/lib/platform/errors';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { contactAddress, loadSettings, siteSettings } from './current-settings';
import { readVersionedSettings, saveSettings, saveWordings } from './edit-settings';
import { MAX_LOGO_BYTES, readLogo, readLogoFile, removeLogo, saveLogo } from './logo';
import { readSettingsHistory } from './settings-history';
import { DEFAULT_SETTINGS, settingsInput } from './settings-schema';

useTestDatabase();

let actor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  actor = await makeEditor({ role: 'admin' });
});
beforeEach(async () => {
  await db.siteSettings.deleteMany({});
  await loadSettings();
});

const { mails: _, ...defaults } = DEFAULT_SETTINGS;
const parse = (changed: Record<string, unknown>, version = 0) =>
  settingsInput.safeParse({ ...defaults, version, ...changed });
const save = (changed: Record<string, unknown>, version = 0) =>
  saveSettings({ actor, ...settingsInput.parse({ ...defaults, version, ...changed }) });
const faultsOf = (changed: Record<string, unknown>) =>
  parse(changed).error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('the settings', () => {
  it('are the defaults of the data file until an admin changes them', async () => {
    expect(await readVersionedSettings()).toEqual({ settings: DEFAULT_SETTINGS, version: 0 });
    expect(wordsIn('en')('common.siteName')).toBe('BPF Contributions');
  });

  it('are in every sentence at once, whatever signs a name holds', async () => {
    expect(await save({ siteName: "L'Observatoire {IA}", forumName: 'Dynamic Coalition <X>' })).toEqual({
      ok: true,
      version: 1,
    });
    expect(siteSettings().siteName).toBe("L'Observatoire {IA}");
    expect(wordsIn('en')('common.siteName')).toBe("L'Observatoire {IA}");
    expect(wordsIn('en')('contributions.page.title', { reference: 'BPF-2020-001' })).toBe(
      'Contribution BPF-2020-001 to the Dynamic Coalition <X>',
    );
  });

  it('store only what differs from the defaults', async () => {
    await save({ shortName: 'DC' });
    expect((await db.siteSettings.findUniqueOrThrow({ where: { id: 1 } })).content).toEqual({ shortName: 'DC' });
  });

  it('refuse the second of two admins and name what is different', async () => {
    const results = await Promise.all([save({ shortName: 'ONE' }), save({ shortName: 'TWO' })]);
    const refused = results.find(({ ok }) => !ok) as Failure; // one of them, as the next lines say
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refused.reason).toBe('settings_changed');
    expect(refused.issues?.map(({ path }) => path)).toEqual(['version', 'shortName']);
    expect(await save({ shortName: 'THREE' }, 1)).toEqual({ ok: true, version: 2 });
  });

  it('refuse an empty name, a contact that is no address, a sender with an address, and a link to nowhere', () => {
    expect(faultsOf({ siteName: ' ' })).toEqual([['siteName', 'required']]);
    expect(faultsOf({ contact: 'nobody' })).toEqual([['contact', 'not_an_email']]);
    expect(faultsOf({ mailSender: 'A <a@example.org>' })).toEqual([['mailSender', 'not_a_sender_name']]);
    expect(faultsOf({ licenceLink: 'nowhere' })).toEqual([['licenceLink', 'not_a_link']]);
  });

  it('survive a stored value that is not valid any more', async () => {
    await db.siteSettings.create({ data: { content: { siteName: 7, shortName: 'DC', gone: true } } });
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, shortName: 'DC' });
  });

  it('give an address to every page', async () => {
    expect(contactAddress()).toBe(DEFAULT_SETTINGS.contact);
    await save({ contact: 'forum@example.org' });
    expect(contactAddress()).toBe('forum@example.org');
  });

  it('keep what each text was before, with who changed it and when', async () => {
    const began = new Date();
    await save({ footer: 'Our first words', shortName: 'DC' });
    await saveWordings({ actor, wordings: { 'signIn.title': 'Come in' } });
    await save({ footer: 'Our second words', shortName: 'DC' }, 2);
    await save({ footer: 'Our second words', shortName: 'DC' }, 3);
    const { versions, isWhole } = await readSettingsHistory();
    const [last, wording, first] = versions;
    expect(isWhole).toBe(true);
    expect(last?.changes).toEqual([{ name: 'footer', before: 'Our first words', after: 'Our second words' }]);
    expect(wording?.changes).toEqual([{ name: 'mails.signIn.title', before: '', after: 'Come in' }]);
    expect(first?.changes).toContainEqual({ name: 'shortName', before: expect.any(String) as string, after: 'DC' });
    const { name, email } = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });
    expect(last?.who).toBe(name ?? email);
    expect(Number(last?.at)).toBeGreaterThanOrEqual(Number(began));
    // What is kept can't be changed, also not by mistake.
    await expect(db.siteSettingsVersion.deleteMany({})).rejects.toThrow(/append-only/);
  });

  it('keep nothing of a change that was refused', async () => {
    await save({ shortName: 'DC' });
    const before = await db.siteSettingsVersion.count();
    expect((await save({ shortName: 'Other' }, 7)).ok).toBe(false);
    expect(await db.siteSettingsVersion.count()).toBe(before);
  });

  it('are in the audit log by their names alone', async () => {
    await save({ footer: 'Words of ours' });
    const event = await db.auditEvent.findFirstOrThrow({
      where: { action: 'settings.changed' },
      orderBy: { id: 'desc' },
      select: { details: true },
    });
    expect(event.details).toEqual({ fields: ['footer'] });
  });
});

describe('the logo', () => {
  const picture = (format: 'png' | 'jpeg' | 'webp', size = 200) =>
    sharp({ create: { width: size, height: size, channels: 3, background: '#173f6b' } })
      .withExif({ IFD0: { Artist: 'zq8-camera' } })
      .toFormat(format)
      .toBuffer();

  it('is kept as a picture alone, under an address of its own', async () => {
    for (const format of ['png', 'jpeg'] as const) {
      const bytes = await picture(format);
      expect(bytes.includes('zq8-camera')).toBe(true);
      expect(await saveLogo({ actor, bytes })).toEqual({ ok: true });
      const logo = await readLogo();
      expect(logo).toMatchObject({ width: 200, height: 200 });
      const file = await readLogoFile(logo?.path.split('/').at(-1) ?? '');
      expect(file?.mediaType).toBe(`image/${format}`);
      expect(Buffer.from(file?.bytes ?? []).includes('zq8-camera')).toBe(false);
    }
    expect(await readLogoFile('0000000000000000.png')).toBeNull();
    expect(await removeLogo({ actor })).toEqual({ ok: true });
    expect(await readLogo()).toBeNull();
  });

  it('is refused if it is too large, or no PNG or JPEG by its content, and nothing is stored', async () => {
    const refused = async (bytes: Buffer) => (await saveLogo({ actor, bytes })) as Failure; // as the next lines say
    expect((await refused(Buffer.alloc(10_000_000, 1))).reason).toBe('logo_too_large');
    expect((await refused(Buffer.alloc(MAX_LOGO_BYTES, 1))).reason).toBe('logo_type_refused');
    expect((await refused(await picture('webp'))).reason).toBe('logo_type_refused');
    expect((await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).reason).toBe('logo_type_refused');
    expect((await refused(await picture('png', 2_500))).reason).toBe('logo_too_large');
    expect((await refused(Buffer.alloc(0))).reason).toBe('file_needed');
    expect(await db.siteLogo.count()).toBe(0);
  });
});
