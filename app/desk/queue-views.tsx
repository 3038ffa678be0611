import { Link } from '@/app/ui/link';
import type { View } from '@/lib/review/saved-views';
import { queueAddress } from './queue-address';
import type { QueueAddress } from './queue-address';
import { save } from '@/app/desk/views/actions';
import { NameForm } from '@/app/desk/views/name-form';

/** An editor's saved views. */
export function QueueViews({ views, address }: { views: readonly View[]; address: QueueAddress }) {
  const here = queueAddress(address, {});
  if (views.length === 0) return null;
  return (
    <nav aria-label="Your views" className="text-sm">
      <ul className="flex flex-wrap gap-x-5">
        {views.map(({ id, name, query }) => (
          <li key={id}>
            <ViewLink href={query === '' ? '/desk' : `/desk?${query}`} name={name} here={here} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A folded form that saves the current view. */
export function KeepView({ views, address }: { views: readonly View[]; address: QueueAddress }) {
  return (
    <details className="min-w-0 text-sm open:basis-full">
      <summary className="link inline-block min-h-6">Keep this view</summary>
      <div className="mt-2 mb-3 space-y-3">
        <NameForm
          action={save}
          fields={{ query: queueAddress(address, {}).split('?')[1] ?? '' }}
          id="view-name"
          label="Name of the view"
          button="Keep"
          done="Kept."
        />
        {views.length > 0 && (
          <Link href="/desk/views" className="link inline-block min-h-6">
            Rename or remove views
          </Link>
        )}
      </div>
    </details>
  );
}

function ViewLink({ href, name, here }: { href: string; name: string; here: string }) {
  // The order of parameters in an address has no meaning.
  const same = sorted(href) === sorted(here);
  return (
    <Link
      href={href}
      aria-current={same ? 'page' : undefined}
      dir="auto"
      className="link inline-block min-h-6 aria-[current]:font-semibold"
    >
      {name}
    </Link>
  );
}

const sorted = (href: string) => (href.split('?')[1] ?? '').split('&').sort().join('&');
