import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { SubmissionRows } from './submission-rows';

/**
 * Writes all rows of a revision in one statement: one journey to the database instead of a dozen, and PostgreSQL checks
 * the references between them when the statement ends. The base of each proposed cell is read from its agreement's
 * history here, so that a sender can't invent one. Nothing is read back.
 * Contact details replace those of an earlier revision; an address that changed has to be confirmed again. What is sent
 * needs no reminder any more.
 */
export async function writeSubmissionRows(rows: SubmissionRows, tx: Tx): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    WITH sent AS (SELECT ${JSON.stringify(rows)}::jsonb AS rows),
    contribution AS (
      INSERT INTO contributions (id, call_id, questionnaire_id, submission_key, submission_hash, author_id, audience, summary_of)
      SELECT x.* FROM sent, jsonb_to_recordset(rows->'contributions') AS x(id uuid, call_id uuid, questionnaire_id uuid, submission_key text,
        submission_hash text, author_id text, audience text, summary_of text)
    ), contact AS (
      INSERT INTO contacts (contribution_id, name, affiliation, email, country, show_name, show_affiliation, show_country)
      SELECT x.* FROM sent, jsonb_to_recordset(rows->'contacts') AS x(contribution_id uuid, name text, affiliation text, email text, country text,
        show_name boolean, show_affiliation boolean, show_country boolean)
      ON CONFLICT (contribution_id) DO UPDATE SET name = excluded.name, affiliation = excluded.affiliation, email = excluded.email,
        country = excluded.country, show_name = excluded.show_name, show_affiliation = excluded.show_affiliation, show_country = excluded.show_country,
        remind_in = NULL,
        email_confirmed_at = CASE WHEN contacts.email = excluded.email THEN contacts.email_confirmed_at END,
        erased_at = CASE WHEN num_nonnulls(excluded.name, excluded.affiliation, excluded.email, excluded.country) = 0 THEN contacts.erased_at END
    ), link AS (
      INSERT INTO access_links (id, contribution_id, purpose, token_hash)
      SELECT x.id, x.contribution_id, 'manage', x.token_hash
      FROM sent, jsonb_to_recordset(rows->'links') AS x(id uuid, contribution_id uuid, token_hash text)
    ), revision AS (
      INSERT INTO contribution_revisions (id, contribution_id, number, submitted_at)
      SELECT x.* FROM sent, jsonb_to_recordset(rows->'revisions') AS x(id uuid, contribution_id uuid, number int, submitted_at timestamptz)
    ), answer AS (
      INSERT INTO answers (revision_id, question_key, text, value, said)
      SELECT x.* FROM sent, jsonb_to_recordset(rows->'answers') AS x(revision_id uuid, question_key text, text text, value jsonb, said text)
    ), signature AS (
      INSERT INTO signatures (revision_id, position, question_key, agreement_id, name, note)
      SELECT x.* FROM sent, jsonb_to_recordset(rows->'signatures') AS x(revision_id uuid, position int, question_key text, agreement_id uuid, name text, note text)
    ), project AS (
      INSERT INTO projects (id, revision_id, position, question_key, title, description, link)
      SELECT x.* FROM sent, jsonb_to_recordset(rows->'projects') AS x(id uuid, revision_id uuid, position int, question_key text, title text,
        description text, link text)
    ), project_agreement AS (
      INSERT INTO project_agreements (project_id, agreement_id)
      SELECT x.* FROM sent, jsonb_to_recordset(rows->'projectAgreements') AS x(project_id uuid, agreement_id uuid)
    ), project_criterion AS (
      INSERT INTO project_criteria (project_id, criterion_key)
      SELECT x.* FROM sent, jsonb_to_recordset(rows->'projectCriteria') AS x(project_id uuid, criterion_key text)
    ), proposal AS (
      INSERT INTO proposals (id, contribution_id, revision_id, position, question_key, kind, agreement_id, comment)
      SELECT x.id, x.contribution_id, x.revision_id, x.position, x.question_key, x.kind::proposal_kind, x.agreement_id, x.comment
      FROM sent, jsonb_to_recordset(rows->'proposals') AS x(id uuid, contribution_id uuid, revision_id uuid, position int, question_key text,
        kind text, agreement_id uuid, comment text)
    )
    INSERT INTO proposed_changes (id, proposal_id, contribution_id, agreement_id, key, criterion_key, base, base_version, value, note, source, as_of, status_at)
    SELECT x.id, x.proposal_id, x.contribution_id, x.agreement_id, x.key, x.criterion_key, (
        SELECT c.after FROM revisions r JOIN revision_cells c ON c.revision_id = r.id AND c.key = x.key
        WHERE r.agreement_id = x.agreement_id AND r.version <= x.base_version ORDER BY r.version DESC LIMIT 1
      ), x.base_version, coalesce(x.value, 'null'::jsonb), x.note, x.source, x.as_of, x.status_at
    FROM sent, jsonb_to_recordset(rows->'changes') AS x(id uuid, proposal_id uuid, contribution_id uuid, agreement_id uuid,
      key text, criterion_key text, base_version int, value jsonb, note text, source text, as_of text, status_at timestamptz)`);
}

/**
 * Removes the content of a contribution in every revision: answers, signatories, projects, comments and undecided
 * changes. The dates of its revisions and its decided changes stay, because history and credits of the dataset need
 * them. Rows are locked in the same order as in decisions: of a decision and a withdrawal at the same moment one goes
 * first, and the other sees it.
 */
export async function eraseText(contributionId: string, tx: Tx): Promise<void> {
  const ofIt = { revision: { contributionId } };
  await tx.answer.deleteMany({ where: ofIt });
  await tx.signature.deleteMany({ where: ofIt });
  await tx.project.deleteMany({ where: ofIt });
  await tx.proposal.updateMany({ where: { contributionId }, data: { comment: null } });
  await tx.$queryRaw`SELECT 1 FROM proposed_changes WHERE contribution_id = ${contributionId}::uuid AND status = 'pending' ORDER BY id FOR UPDATE`;
  await tx.proposedChange.deleteMany({ where: { contributionId, status: { in: ['pending', 'withdrawn'] } } });
  await tx.proposal.deleteMany({ where: { contributionId, changes: { none: {} }, alike: { none: {} } } });
  await tx.$executeRaw`UPDATE contributions SET search = to_tsvector('simple', reference_words(reference)), content_hash = NULL WHERE id = ${contributionId}::uuid`;
}
