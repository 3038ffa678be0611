import { Feed } from 'feed';

export type AtomEntry = {
  /** The permanent address of the event, which is also the id of its entry. */
  id: string;
  title: string;
  updated: string;
  published?: string;
  author?: string;
  html: string;
};
type AtomFeed = {
  self: string;
  page: string;
  title: string;
  subtitle: string;
  author: { name: string; link: string };
  rights: string;
  language: string;
  entries: readonly AtomEntry[];
};

/** An empty feed must also state a date. */
const NEVER = new Date(0);

/**
 * A feed as RFC 4287 has it. Titles are text, whatever they hold; the content of an entry is HTML that `html` below has
 * made.
 */
export function atomFeed({ self, page, title, subtitle, author, rights, language, entries }: AtomFeed): string {
  const newest = entries
    .map(({ updated }) => updated)
    .toSorted()
    .at(-1);
  const feed = new Feed({
    id: self,
    title: printable(title),
    description: printable(subtitle),
    link: page,
    feedLinks: { atom: self },
    updated: newest === undefined ? NEVER : new Date(newest),
    author,
    copyright: rights,
    language,
    generator: false,
  });
  for (const entry of entries) {
    feed.addItem({
      id: entry.id,
      link: entry.id,
      title: escaped(entry.title),
      date: new Date(entry.updated),
      ...(entry.published && { published: new Date(entry.published) }),
      ...(entry.author && { author: [{ name: printable(entry.author) }] }),
      content: entry.html,
      copyright: rights,
    });
  }
  return feed.atom1();
}

/**
 * Characters that XML can't hold in any notation: control characters, halves of a character, and two that are no
 * characters.
 */
const UNPRINTABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const printable = (text: string) => text.replace(UNPRINTABLE, '\uFFFD');

/** Text within HTML. Without `>` nothing in it can end the section of an XML file that holds it. */
export const escaped = (text: string) =>
  printable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** HTML of which every inserted text is escaped. */
export const paragraph = (text: string) => `<p>${escaped(text).replaceAll('\n', '<br/>')}</p>`;
export const link = (href: string, text: string) => `<a href="${escaped(href)}">${escaped(text)}</a>`;
export const list = (items: readonly string[]) =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
