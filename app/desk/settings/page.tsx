import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { Arrival } from '@/app/ui/arrival';
import { Notice } from '@/app/ui/notice';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { MAIL_LABELS, SETTINGS_DONE } from '@/app/desk/words/settings';
import { MAIL_NAMES } from '@/lib/notifications/mail-wordings';
import { contactAddress } from '@/lib/platform/settings/current-settings';
import { readVersionedSettings } from '@/lib/platform/settings/edit-settings';
import { readLogo } from '@/lib/platform/settings/logo';
import type { SiteSettings } from '@/lib/platform/settings/settings-schema';
import { LogoForm } from './logo-form';
import { SettingsForm } from './settings-form';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage({ searchParams }: PageProps<'/desk/settings'>) {
  await requireActor('/desk/settings', 'settings.manage');
  const [{ settings, version }, logo, { done, problem }] = [
    await readVersionedSettings(),
    await readLogo(),
    await searchParams,
  ];
  const said = typeof done === 'string' ? SETTINGS_DONE[done] : undefined;
  return (
    <>
      <DeskTitle
        title="Settings"
        lead="What this site is called and says of itself. Pages, files, feeds, the API and mails follow at once."
      >
        <p className="mt-2 flex flex-wrap gap-x-5">
          <Link href="/desk/settings/retention" className="link">
            How long things are kept
          </Link>
          <Link href="/desk/settings/backups" className="link">
            Backups
          </Link>
          <Link href="/desk/settings/history" className="link">
            Earlier settings
          </Link>
        </p>
      </DeskTitle>
      {said && (
        <div className="mb-6">
          <Arrival>
            <Notice kind="success" title={said} />
          </Arrival>
        </div>
      )}
      <SettingsForm version={version} stored={{ ...fieldsOf(settings), contact: contactAddress(settings) }} />
      <LogoForm logo={logo} problem={typeof problem === 'string' ? problem : undefined} />
      <MailList own={Object.keys(settings.mails)} />
    </>
  );
}

const fieldsOf = ({ mails: _, ...fields }: SiteSettings): Record<string, string> => fields;

function MailList({ own }: { own: string[] }) {
  return (
    <section aria-labelledby="mails" className="mt-12 max-w-[46rem]">
      <h2 id="mails" className="text-2xl">
        Mails
      </h2>
      <p className="mt-1 text-muted">The subject and each paragraph can be worded otherwise.</p>
      <ul className="mt-3">
        {MAIL_NAMES.map((name) => (
          <li key={name} className="border-b border-rule py-2">
            <Link href={`/desk/settings/mails/${name}`} className="link">
              {MAIL_LABELS[name]}
            </Link>
            {own.some((key) => key.startsWith(`${name}.`)) && <span className="ms-3 text-sm text-muted">changed</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
