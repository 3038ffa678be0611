/**
 * All expected failures: each reason with the HTTP status of its answer. The sentence for each is in
 * `lib/platform/i18n/messages/en/errors.json` under the same name.
 */
export const REASONS = {
  not_found: 404,
  unknown_call: 404,
  unknown_link: 404,
  link_expired: 410,
  not_signed_in: 401,
  forbidden: 403,
  own_organisation: 403,
  likely_own_organisation: 403,
  other_editor: 403,
  recused: 403,
  own_proposal: 403,
  own_request: 403,
  cannot_take_it: 409,
  assigned_meanwhile: 409,
  nobody_free: 409,
  last_admin: 409,
  account_removed: 401,
  undone_already: 409,
  nothing_to_undo: 422,
  different_target: 409,
  call_not_open: 409,
  call_closed: 409,
  call_reported: 409,
  call_changed: 409,
  call_hidden: 409,
  call_takes_none: 409,
  call_not_ready: 422,
  deadline_passed: 409,
  deadline_not_passed: 409,
  no_deadline: 409,
  malformed: 400,
  too_large: 413,
  method_not_allowed: 405,
  unsupported_type: 415,
  range_not_satisfiable: 416,
  invalid: 422,
  already_submitted: 409,
  withdrawn: 410,
  correction_after_closing: 409,
  already_decided: 409,
  already_in_status: 409,
  not_allowed_in_status: 409,
  stale: 409,
  conflict: 409,
  nothing_to_decide: 422,
  undecided_values: 409,
  sent_anew: 409,
  name_needed_first: 422,
  saved_elsewhere: 409,
  not_with_this_link: 403,
  too_many_links: 409,
  browser_full: 409,
  last_link: 409,
  too_many_comments: 409,
  too_many_sign_offs: 409,
  text_changed: 409,
  too_many_questions: 429,
  too_many_requests: 429,
  duplicate_submission: 409,
  key_used_before: 422,
  file_needed: 422,
  one_file_only: 422,
  file_type_refused: 415,
  file_not_what_it_says: 422,
  file_too_large: 413,
  too_much_at_once: 413,
  file_suspicious: 422,
  file_infected: 422,
  image_too_large: 422,
  too_many_files: 409,
  files_not_accepted: 409,
  document_type_refused: 415,
  document_is_old_word: 415,
  document_is_winmail: 415,
  document_locked: 422,
  document_has_macros: 422,
  document_damaged: 422,
  document_suspicious: 422,
  document_too_large: 413,
  nothing_written: 422,
  nothing_confirmed: 422,
  held_file_gone: 410,
  held_file_changed: 409,
  settings_changed: 409,
  source_in_use: 409,
  logo_too_large: 413,
  logo_type_refused: 415,
  foreign_origin: 403,
  slug_taken: 409,
  nothing_changed: 409,
  draft_changed: 409,
  questionnaire_incomplete: 422,
  same_questionnaire: 409,
  not_a_questionnaire: 422,
  own_participant: 403,
  own_entry: 403,
  entered_yourself: 403,
  consent_missing: 409,
  for_editors_only: 409,
  confirmed_by_contributor: 409,
  similar_participant: 409,
  participation_present: 409,
  nothing_to_release: 422,
  withheld: 451,
  passage_not_found: 422,
  passage_repeated: 422,
  name_in_dataset: 409,
  nothing_to_report: 422,
  synthesis_unresolved: 422,
  dataset_present: 409,
  mail_failed: 502,
  unavailable: 503,
  unexpected: 500,
} as const;

export type Reason = keyof typeof REASONS;

/** The reasons that lie in the actor, not in the state of the subject. */
export const REASONS_OF_ACTOR: readonly Reason[] = [
  'own_organisation',
  'other_editor',
  'recused',
  'likely_own_organisation',
  'own_proposal',
  'own_participant',
  'own_entry',
  'entered_yourself',
  'own_request',
  'forbidden',
];

/**
 * One error in an input: its path (`proposals.0.changes.3.value`), its code (`too_long`), and the numbers for its
 * sentence.
 */
export type Issue = { path: string; code: string; params?: Record<string, string | number> };

export type Failure = {
  ok: false;
  reason: Reason;
  issues?: Issue[];
  /** Where the same will work again after a while. */ retryAfterSeconds?: number;
};
export type Result<T extends object = object> = ({ ok: true } & T) | Failure;

export const failure = (reason: Reason, issues?: Issue[]): Failure =>
  issues ? { ok: false, reason, issues } : { ok: false, reason };

/** Thrown inside a mutation to roll it back; `mutation` (lib/platform/mutation.ts) returns its failure. */
export class DomainError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.reason);
  }
}

/** Runs work and returns its result, or the failure of the DomainError it threw. Anything else stays thrown. */
export async function asResult<T>(run: () => Promise<T>): Promise<T | Failure> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof DomainError) return error.failure;
    throw error;
  }
}

/** The result of work that has no expected failure: one all the same is thrown. */
export function orThrow<R extends { ok: true } | Failure>(result: R): Exclude<R, Failure> {
  if (!result.ok) throw new DomainError(result);
  return result as Exclude<R, Failure>; // what is not a failure, by its `ok`
}
