import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { Arrival } from '@/app/ui/arrival';
import { Notice } from '@/app/ui/notice';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { SETTINGS_DONE } from '@/app/desk/words/settings';
import { listNights } from '@/lib/contributions/retention/nights';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { readVersionedSettings } from '@/lib/platform/settings/edit-settings';
import { NightList } from './night-list';
import { RetentionForm } from './retention-form';

export const metadata: Metadata = { title: 'How long things are kept' };

/** The rules by which things are removed, what they would remove now, and what the last nights removed. */
export default async function RetentionPage({ searchParams }: PageProps<'/desk/settings/retention'>) {
  await requireActor('/desk/settings/retention', 'settings.manage');
  const [{ settings, version }, nights, { done }] = [
    await readVersionedSettings(),
    await listNights(),
    await searchParams,
  ];
  return (
    <>
      <DeskTitle
        title="How long things are kept"
        lead="Each night, at 03:40 UTC, what was kept long enough is removed for good. An empty field keeps it."
      >
        <p className="mt-2 flex flex-wrap gap-x-5">
          <Link href="/desk/settings" className="link">
            All settings
          </Link>
          <a href={pathsIn('en').privacy} className="link">
            What readers are told
          </a>
        </p>
      </DeskTitle>
      {done === 'rules' && (
        <div className="mb-6">
          <Arrival>
            <Notice kind="success" title={SETTINGS_DONE.rules} />
          </Arrival>
        </div>
      )}
      <RetentionForm version={version} stored={settings} />
      <NightList nights={nights} />
    </>
  );
}
