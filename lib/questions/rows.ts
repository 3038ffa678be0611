/** How an agreement is named wherever a value refers to it. */
export type AgreementNames = { slug: string; name: string; shortName: string };

/** What a kind needs to know of the revision whose rows it builds. */
export type RowContext = {
  question: string;
  revisionId: string;
  contributionId: string;
  /** An agreement of the dataset; the caller has checked that it exists. */
  agreement(slug: string): { id: string; version: number };
  newId(): string;
  now: Date;
};

/**
 * The rows of a revision in the tables of structured answers, with the names of their columns. The code that stores
 * them adds the positions.
 */
export type TableRows = {
  signatures: { revision_id: string; question_key: string; agreement_id?: string; name?: string; note?: string }[];
  projects: {
    id: string;
    revision_id: string;
    question_key: string;
    title: string;
    description: string;
    link?: string;
  }[];
  projectAgreements: { project_id: string; agreement_id: string }[];
  projectCriteria: { project_id: string; criterion_key: string }[];
  proposals: {
    id: string;
    contribution_id: string;
    revision_id: string;
    question_key: string;
    kind: string;
    agreement_id?: string;
    comment?: string;
  }[];
  changes: ChangeRow[];
};
export type ChangeRow = {
  id: string;
  proposal_id: string;
  contribution_id: string;
  agreement_id?: string;
  key: string;
  criterion_key?: string;
  base_version: number;
  value: unknown;
  note?: string;
  source?: string;
  as_of?: string;
  status_at: Date;
};

/** The rows of a revision in the tables of structured answers, in the order of their positions. */
export type StoredTables = {
  signatures: readonly {
    questionKey: string;
    agreement: AgreementNames | null;
    name: string | null;
    note: string | null;
  }[];
  projects: readonly {
    questionKey: string;
    title: string;
    description: string;
    link: string | null;
    agreements: AgreementNames[];
    criteria: { key: string; title: string }[];
  }[];
};
