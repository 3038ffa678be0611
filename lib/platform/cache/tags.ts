/** The tags of cached public pages: what a page shows decides which it carries. */
export const TAGS = {
  /** Anything that lists or counts agreements. */
  dataset: 'dataset',
  agreement: (slug: string) => `agreement:${slug}`,
  contributions: 'contributions',
  contribution: (reference: string) => `contribution:${reference}`,
  calls: 'calls',
  /** The open challenges of the standing call. */
  challenges: 'challenges',
  releases: 'releases',
  /** The published reports of calls. */
  reports: 'reports',
  /** The register of who takes part in agreements. */
  participants: 'participants',
  /** The records of sources, by which cells link to them. */
  sources: 'sources',
  /** The names and texts of the installation: on every page. */
  settings: 'settings',
} as const;
