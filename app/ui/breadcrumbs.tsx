type Crumb = { label: string; href: string };

/** The page's place in the site. The page itself is not among the items: its title follows. */
export function Breadcrumbs({ label, items }: { label: string; items: readonly Crumb[] }) {
  return (
    <nav aria-label={label} className="no-print mb-6 text-sm">
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        {items.map((item, at) => (
          <li key={item.href} className="flex gap-x-2">
            {at > 0 && (
              <span aria-hidden="true" className="text-muted">
                /
              </span>
            )}
            <a href={item.href} className="link">
              {item.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
