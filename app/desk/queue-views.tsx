import { Link } from '@/app/ui/link';
import type { View } from '@/lib/review/saved-views';
import { queueAddress } from './queue-address';
import type { QueueAddress } from './queue-address';
import { save } from '@/app/desk/views/actions';
import { NameForm } from '@/app/desk/views/name-form';

/** An editor's saved views, and a form to save the current one. */
export function QueueViews({ views, address }: { views: readonly View[]; address: QueueAddress }) {
  const here = queueAddress(address, {});
  return (
    <div className="mb-5 flex flex-wrap items-baseline gap-x-6 gap-y-2 text-sm">
      {views.length > 0 && (
        <nav aria-label="Your views">
          <ul className="flex flex-wrap gap-x-5">
            {views.map(({ id, name, query }) => (
              <li key={id}>
                <ViewLink href={query === '' ? '/desk' : `/desk?${query}`} name={name} here={here} />
              </li>
            ))}
          </ul>
        </nav>
      )}
      <details className="min-w-0 grow basis-full sm:basis-auto">
        <summary className="link inline-block min-h-6">Keep this view</summary>
        <div className="mt-2 mb-3 space-y-3">
          <NameForm
            action={save}
            fields={{ query: here.split('?')[1] ?? '' }}
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
    </div>
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
