/** The two criterion sets the dataset begins with; the names are stable and appear in URLs, files and the API. */
export const ELEMENT_CRITERIA = [
  'further-multi-stakeholderism',
  'vulnerability-equities-processes',
  'responsible-disclosure',
  'reference-to-international-law',
  'definition-of-cyber-threats',
  'definition-of-cyber-attacks',
  'reference-to-capacity-building',
  'specified-cbms',
  'reference-to-human-rights',
  'references-to-content-restrictions',
] as const;

/** In the order of the 2020 call; the letter is that of paragraph 13 of the 2015 UN-GGE report. */
export const NORM_CRITERIA = [
  'no-wrongful-acts-from-territory',
  'no-harm-to-critical-infrastructure',
  'supply-chain-integrity',
  'no-harm-to-response-teams',
  'human-rights-and-privacy',
  'interstate-cooperation',
  'consider-relevant-information',
  'exchange-information-and-prosecute',
  'protect-own-critical-infrastructure',
  'respond-to-requests-for-help',
  'report-vulnerabilities',
] as const;

export const CRITERION_SETS = ['elements-2019', 'norms-2015'] as const;

export const ASSESSMENT_VALUES = ['yes', 'no', 'indirect', 'unclear', 'not_assessed'] as const;

/** Most characters the key of a cell may hold: of a row, the name of its fact and its own. */
export const CELL_KEY_LENGTH = 80;

/** Most characters each kind of text may hold; the form shows them as counters. */
export const TEXT_LIMITS = {
  name: 300,
  shortName: 80,
  line: 500,
  note: 4_000,
  source: 1_000,
  summary: 6_000,
  listItem: 1_000,
  listLength: 300,
} as const;
