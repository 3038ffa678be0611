import type { Metadata } from 'next';

type PageWords = { title: string; description: string; path: string };

/** What search engines and link previews are told of a page; relative addresses are completed by the layout's `metadataBase`. */
export function pageMetadata({ title, description, path }: PageWords): Metadata {
  const short = description.length > 200 ? `${description.slice(0, description.lastIndexOf(' ', 200))} …` : description;
  return { title, description: short, alternates: { canonical: path }, openGraph: { title, description: short, url: path, type: 'article' } };
}
