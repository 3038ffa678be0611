/** The limits of a contribution's answers: how many items of each list it may hold. */
export const ANSWER_LIMITS = {
  signatories: 100,
  projects: 30,
  proposals: 30,
  changes: 60,
  tags: 60,
  title: 300,
  description: 20_000,
  comment: 10_000,
  note: 2_000,
} as const;
