import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { Arrival } from '@/app/ui/arrival';
import { Notice } from '@/app/ui/notice';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { mailPartLabel } from '@/app/desk/words/mail-parts';
import { MAIL_LABELS, SETTINGS_DONE, SETTING_LABELS } from '@/app/desk/words/settings';
import { isMailName } from '@/lib/notifications/mail-wordings';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { readVersionedSettings } from '@/lib/platform/settings/edit-settings';
import { readSettingsHistory } from '@/lib/platform/settings/settings-history';
import type { SettingChange, SettingsVersion } from '@/lib/platform/settings/settings-history';
import type { SiteSettings } from '@/lib/platform/settings/settings-schema';
import { BringBack } from './bring-back';

export const metadata: Metadata = { title: 'Earlier settings' };

/** Every stored change of the settings: who made it, when, and what each text was before. */
export default async function SettingsHistoryPage({ searchParams }: PageProps<'/desk/settings/history'>) {
  await requireActor('/desk/settings/history', 'settings.manage');
  const [{ versions, isWhole }, { settings }, { done }] = [
    await readSettingsHistory(),
    await readVersionedSettings(),
    await searchParams,
  ];
  return (
    <>
      <DeskTitle title="Earlier settings" lead="What each change replaced, newest first. Earlier logos are not kept.">
        <p className="mt-2">
          <Link href="/desk/settings" className="link">
            All settings
          </Link>
        </p>
      </DeskTitle>
      {done === 'back' && (
        <div className="mb-6">
          <Arrival>
            <Notice kind="success" title={SETTINGS_DONE.back} />
          </Arrival>
        </div>
      )}
      {versions.length === 0 ? (
        <p>Nothing was changed yet: the settings are the usual ones.</p>
      ) : (
        <ol className="max-w-[46rem] border-t border-ink">
          {versions.map((version) => (
            <Version key={version.id} version={version} current={settings} />
          ))}
        </ol>
      )}
      {!isWhole && <p className="mt-4 text-muted">Older changes are kept, but not shown here.</p>}
    </>
  );
}

type VersionProps = { version: SettingsVersion; current: SiteSettings };

function Version({ version: { id, at, who, changes }, current }: VersionProps) {
  return (
    <li className="border-b border-rule py-5">
      <h2 className="font-sans text-base font-semibold">
        <time dateTime={at.toISOString()}>{sayMoment(at.toISOString(), 'en')}</time>
        {who !== null && <span className="font-normal text-muted">, {who}</span>}
      </h2>
      {changes.length === 0 && <p className="mt-2 text-muted">No text was another one afterwards.</p>}
      {changes.map((change) => (
        <section key={change.name} className="mt-3">
          <h3 className="font-sans text-sm font-semibold">{labelOf(change)}</h3>
          <dl className="mt-1 space-y-1">
            <Text label="Before" text={change.before} />
            <Text label="After" text={change.after} />
          </dl>
          {change.before !== textNow(current, change) && (
            <BringBack id={id} name={change.name} label={labelOf(change)} />
          )}
        </section>
      ))}
    </li>
  );
}

function textNow(settings: SiteSettings, { name }: SettingChange): string {
  if (name.startsWith('mails.')) return settings.mails[name.slice('mails.'.length)] ?? '';
  const { mails: _, ...texts } = settings;
  return texts[name as keyof typeof texts]; // the history names no other
}

function labelOf({ name }: SettingChange): string {
  if (Object.hasOwn(SETTING_LABELS, name)) return SETTING_LABELS[name as keyof typeof SETTING_LABELS]; // as just checked
  const key = name.replace(/^mails\./, '');
  const mail = key.split('.')[0] ?? '';
  return isMailName(mail) ? `Mail “${MAIL_LABELS[mail]}”: ${mailPartLabel(key) ?? key}` : key;
}

const Text = ({ label, text }: { label: string; text: string }) => (
  <div className="grid gap-x-4 sm:grid-cols-[4rem_minmax(0,1fr)]">
    <dt className="text-sm text-muted">{label}</dt>
    <dd className="wrap-anywhere whitespace-pre-wrap" dir="auto">
      {text === '' ? <span className="text-muted">as usual, or empty</span> : text}
    </dd>
  </div>
);
