import { Link } from '@/app/ui/link';
import { Wordmark } from '@/app/ui/wordmark';
import type { Actor } from '@/lib/accounts/policy';
import { readDeskCounts } from '@/lib/review/desk-counts';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import { signOut } from './actions';
import { DeskNavigation } from './desk-navigation';

export async function DeskHeader({ actor: { userId, name, email, role } }: { actor: Actor }) {
  const counts = await readDeskCounts({ userId, role });
  return (
    <header className="border-b border-rule">
      <div className="page flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
        <Link href="/desk" aria-label="The desk" className="no-underline">
          <Wordmark name={`${siteSettings().shortName} Desk`} />
        </Link>
        <DeskNavigation role={role} counts={counts} />
        <form action={signOut} className="no-print flex items-center gap-4 text-sm">
          <span className="text-muted max-2xl:sr-only">{name ?? email}</span>
          <button type="submit" className="link min-h-10 cursor-pointer">
            Sign out
          </button>
        </form>
      </div>
    </header>
  );
}
