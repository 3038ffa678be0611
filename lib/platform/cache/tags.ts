/** The tags of cached public pages: what a page shows decides which it carries. */
export const TAGS = {
  /** Anything that lists or counts agreements. */
  dataset: 'dataset',
  agreement: (slug: string) => `agreement:${slug}`,
  contributions: 'contributions',
  contribution: (reference: string) => `contribution:${reference}`,
  calls: 'calls',
  releases: 'releases',
} as const;
