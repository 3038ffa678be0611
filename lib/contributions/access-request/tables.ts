/**
 * Which tables say something about a contributor, and which rows of theirs: conditions on a row `t`, where `$1` is an
 * array of contributions' ids. A test holds that every table that refers to contributions is here or in `LEFT_OUT`.
 */
export const TABLES_OF_CONTRIBUTOR = {
  contributions: 't.id = ANY($1)',
  contacts: 't.contribution_id = ANY($1)',
  draft_sections: 't.contribution_id = ANY($1)',
  draft_comments: 't.contribution_id = ANY($1)',
  sign_offs: 't.contribution_id = ANY($1)',
  contribution_revisions: 't.contribution_id = ANY($1)',
  answers: 't.revision_id IN (SELECT id FROM contribution_revisions WHERE contribution_id = ANY($1))',
  signatures: 't.revision_id IN (SELECT id FROM contribution_revisions WHERE contribution_id = ANY($1))',
  projects: 't.revision_id IN (SELECT id FROM contribution_revisions WHERE contribution_id = ANY($1))',
  project_agreements: `t.project_id IN (SELECT p.id FROM projects p JOIN contribution_revisions r ON r.id = p.revision_id
    WHERE r.contribution_id = ANY($1))`,
  project_criteria: `t.project_id IN (SELECT p.id FROM projects p JOIN contribution_revisions r ON r.id = p.revision_id
    WHERE r.contribution_id = ANY($1))`,
  proposals: 't.contribution_id = ANY($1)',
  proposed_changes: 't.contribution_id = ANY($1)',
  decisions: 't.change_id IN (SELECT id FROM proposed_changes WHERE contribution_id = ANY($1))',
  claim_decisions: 't.contribution_id = ANY($1)',
  redactions: 't.contribution_id = ANY($1)',
  messages: 't.contribution_id = ANY($1)',
  // What editors write and have not sent is between them.
  mails: `t.contribution_id = ANY($1) AND t.status NOT IN ('draft', 'discarded')`,
  access_links: 't.contribution_id = ANY($1)',
  entries_on_behalf: 't.contribution_id = ANY($1)',
  word_exports: 't.contribution_id = ANY($1)',
  originals: 't.contribution_id = ANY($1)',
  attachments: 't.contribution_id = ANY($1)',
  revision_attachments: 't.revision_id IN (SELECT id FROM contribution_revisions WHERE contribution_id = ANY($1))',
} as const;

/** Of a person who signs in at the desk; `$1` is an array with the person's id. */
export const TABLES_OF_EDITOR = {
  users: 't.id = ANY($1)',
  accounts: 't.user_id = ANY($1)',
  identities: 't.user_id = ANY($1)',
  identity_confirmations: 't.user_id = ANY($1)',
  sessions: 't.user_id = ANY($1)',
  api_tokens: 't.user_id = ANY($1)',
  interest_statements: 't.user_id = ANY($1)',
  conflict_statements: 't.user_id = ANY($1)',
  recusals: 't.user_id = ANY($1)',
  notes: 't.user_id = ANY($1)',
  notices: 't.user_id = ANY($1)',
  saved_views: 't.user_id = ANY($1)',
  unrecorded_choices: 't.user_id = ANY($1)',
  scheduled_publications: 't.scheduled_by_id = ANY($1)',
  desk_visits: 't.user_id = ANY($1)',
  audit_events: 't.user_id = ANY($1)',
} as const;

/** Tables that refer to contributions and are not given to their contributors, and why. */
export const LEFT_OUT: Record<string, string> = {
  desk_search: 'made of the other tables',
  revisions: 'the dataset, which is public',
  revision_cells: 'the dataset, which is public',
  revision_credits: 'the dataset, which is public',
  cells: 'the dataset, which is public',
  participations: 'the register, which is public',
  participation_versions: 'the register, which is public',
  entry_editors: 'which editors worked on an entry',
  notes: 'between editors',
  note_mentions: 'between editors',
  notices: 'between editors',
  approvals: 'between editors',
  recusals: 'about editors',
  conflict_statements: 'about editors',
  presences: 'about editors',
  unrecorded_choices: 'about editors',
  scheduled_publications: 'what editors plan',
  redactions: 'by editors, and the texts are given as they were written',
  contribution_tags: 'how editors sort their work',
  bulk_entries: 'entered by editors',
};

/** Secrets, who at the desk did something, and what is made of other columns. */
export const COLUMNS_LEFT_OUT = [
  'token_hash',
  'browser_hash',
  'session_token',
  'access_token',
  'refresh_token',
  'id_token',
  'submission_key',
  'submission_hash',
  'content_hash',
  'dedupe_key',
  'search',
  'author_words',
  'words',
  'forms',
  'user_id',
  'editor_id',
  'assignee_id',
  'author_id',
  'seconded_by_id',
  'noted_by_id',
  'lifted_by_id',
  'lift_reason',
];
