type PageLinksProps = {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  /** `label` names the navigation, `here` says which page of how many this is. */
  words: { label: string; previous: string; here: string; next: string };
};

/** Links between the pages of a long list; nothing if there is one page. */
export function PageLinks({ page, pages, hrefOf, words }: PageLinksProps) {
  if (pages === 1) return null;
  return (
    <nav
      aria-label={words.label}
      className="no-print mt-6 flex flex-wrap items-baseline gap-x-6 gap-y-2 border-t border-rule py-5"
    >
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev" className="link">
          {words.previous}
        </a>
      )}
      <span className="text-muted">{words.here}</span>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next" className="link">
          {words.next}
        </a>
      )}
    </nav>
  );
}
