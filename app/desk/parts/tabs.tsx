import { Link } from '@/app/ui/link';

export type Tab = { href: string; label: string; count?: string; current: boolean };

/** Views of one list, each with its own address. */
export function Tabs({ label, tabs, dense = false }: { label: string; tabs: readonly Tab[]; dense?: boolean }) {
  return (
    <nav aria-label={label} className={`${dense ? 'mb-2' : 'mb-6'} border-b border-rule`}>
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {tabs.map(({ href, label: name, count, current }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? 'page' : undefined}
              className="inline-flex min-h-11 items-center gap-1.5 border-b-2 border-transparent text-sm hover:text-accent aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent"
            >
              {name}
              {count !== undefined && <span className="text-muted tabular-nums">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
