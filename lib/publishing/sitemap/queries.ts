import { db } from '@/lib/db/client';

export type Listed = { name: string; at: Date };
export type ListedPages = { agreements: Listed[]; contributions: Listed[]; releases: Listed[]; calls: string[] };

/**
 * What has a page of its own that a search engine should know, and when it last changed: agreements in use, published contributions (not
 * what is left of withdrawn ones), releases, published calls.
 */
export async function listPages(): Promise<ListedPages> {
  const [agreements, contributions, releases, calls] = await Promise.all([
    db.agreement.findMany({
      where: { retiredAt: null, version: { gt: 0 } },
      orderBy: { slug: 'asc' },
      select: { slug: true, updatedAt: true },
    }),
    db.contribution.findMany({
      where: { status: 'published', publishedAt: { not: null } },
      orderBy: { reference: 'asc' },
      select: { reference: true, statusAt: true },
    }),
    db.release.findMany({ orderBy: { slug: 'asc' }, select: { slug: true, publishedAt: true } }),
    db.call.findMany({ where: { published: true }, orderBy: { slug: 'asc' }, select: { slug: true } }),
  ]);
  return {
    agreements: agreements.map(({ slug, updatedAt }) => ({ name: slug, at: updatedAt })),
    contributions: contributions.flatMap(({ reference, statusAt }) =>
      reference === null ? [] : [{ name: reference, at: statusAt }],
    ),
    releases: releases.map(({ slug, publishedAt }) => ({ name: slug, at: publishedAt })),
    calls: calls.map(({ slug }) => slug),
  };
}
