import { siteSettings } from '@/lib/platform/settings/current-settings';
import { VERSION } from '@/lib/platform/version';

/** Names the version, for fault reports. */
export function DeskFooter() {
  return (
    <footer className="no-print border-t border-rule text-sm text-muted">
      <p className="page py-3">
        {siteSettings().siteName} {VERSION}
      </p>
    </footer>
  );
}
