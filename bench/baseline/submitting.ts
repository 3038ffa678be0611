import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { insertRows, inTransaction } from './transaction';

type Change = { cell: string; value: unknown; note?: string; source?: string };
type Body = {
  answers: Record<string, string>;
  signatories: { agreement: string; note?: string }[];
  projects: { title: string; description: string; link: string; agreements: string[]; criteria: string[] }[];
  proposals: { kind: string; agreement: string; comment: string; changes: Change[] }[];
  about: {
    name: string;
    affiliation: string;
    email: string;
    country: string;
    stakeholderGroup: string;
    show: { affiliation?: boolean };
  };
};

/** Stores one submission: the rows that the product stores, with one statement per table. */
export async function submit(pool: pg.Pool, callSlug: string, input: unknown): Promise<string> {
  const body = input as Body; // not checked: this measures the limit and is no product
  const { rows: calls } = await pool.query<{ id: string; questionnaire: string }>(
    `SELECT c.id, q.id AS questionnaire FROM calls c JOIN questionnaires q ON q.call_id = c.id
     WHERE c.slug = $1 AND c.published AND q.published_at IS NOT NULL ORDER BY q.version DESC LIMIT 1`,
    [callSlug],
  );
  const call = calls[0];
  if (!call) throw new Error('unknown call');
  const token = randomBytes(32).toString('base64url');
  const reference = await inTransaction(pool, (client) => store(client, { callSlug, call, body, token }));
  return JSON.stringify({ reference, link: `http://127.0.0.1/en/link/${token}`, status: 'submitted' });
}

type Storing = { callSlug: string; call: { id: string; questionnaire: string }; body: Body; token: string };

type Agreement = { id: string; slug: string; version: number };
type Stored = { id: string; revision: string; body: Body; agreements: Map<string, Agreement> };

async function store(client: pg.PoolClient, { callSlug, call, body, token }: Storing): Promise<string> {
  const [id, revision, now] = [randomUUID(), randomUUID(), new Date()];
  const stored = { id, revision, body, agreements: await findAgreements(client, body) };
  await client.query('INSERT INTO contributions (id, call_id, questionnaire_id) VALUES ($1, $2, $3)', [
    id,
    call.id,
    call.questionnaire,
  ]);
  await client.query(
    'INSERT INTO contribution_revisions (id, contribution_id, number, submitted_at) VALUES ($1, $2, 1, $3)',
    [revision, id, now],
  );
  await insertAnswers(client, stored);
  await insertProjects(client, stored);
  await insertProposals(client, stored);
  await insertContact(client, { id, token, about: body.about });
  await queueMails(client, id);
  const changes = body.proposals.flatMap((one) => one.changes).length;
  await client.query(
    `INSERT INTO audit_events (actor_kind, action, subject_kind, subject_id, details) VALUES ('contributor', 'contribution.submitted', 'contribution', $1, $2)`,
    [id, { revision: 1, changes, proposals: body.proposals.length }],
  );
  return name(client, { id, callId: call.id, callSlug, body, now });
}

async function findAgreements(
  client: pg.PoolClient,
  { signatories, projects, proposals }: Body,
): Promise<Map<string, Agreement>> {
  const slugs = [
    ...signatories.map((one) => one.agreement),
    ...projects.flatMap((one) => one.agreements),
    ...proposals.map((one) => one.agreement),
  ];
  const { rows } = await client.query<Agreement>('SELECT id, slug, version FROM agreements WHERE slug = ANY($1)', [
    slugs,
  ]);
  return new Map(rows.map((row) => [row.slug, row]));
}

async function insertAnswers(client: pg.PoolClient, { revision, body, agreements }: Stored): Promise<void> {
  await insertRows(
    client,
    'answers',
    'revision_id, question_key, text',
    Object.entries(body.answers).map(([key, text]) => [revision, key, text]),
  );
  await insertRows(
    client,
    'signatures',
    'revision_id, position, question_key, agreement_id, note',
    body.signatories.map((one, at) => [revision, at, 'signatory', agreements.get(one.agreement)?.id, one.note ?? null]),
  );
}

async function insertProjects(client: pg.PoolClient, { revision, body, agreements }: Stored): Promise<void> {
  const projects = body.projects.map((project) => ({ ...project, id: randomUUID() }));
  await insertRows(
    client,
    'projects',
    'id, revision_id, position, question_key, title, description, link',
    projects.map((one, at) => [one.id, revision, at, 'projects', one.title, one.description, one.link]),
  );
  await insertRows(
    client,
    'project_agreements',
    'project_id, agreement_id',
    projects.flatMap((one) => one.agreements.map((slug) => [one.id, agreements.get(slug)?.id])),
  );
  await insertRows(
    client,
    'project_criteria',
    'project_id, criterion_key',
    projects.flatMap((one) => one.criteria.map((key) => [one.id, key])),
  );
}

async function insertProposals(client: pg.PoolClient, { id, revision, body, agreements }: Stored): Promise<void> {
  const proposals = body.proposals.map((one) => ({
    ...one,
    id: randomUUID(),
    about: agreements.get(one.agreement),
  }));
  await insertRows(
    client,
    'proposals',
    'id, contribution_id, revision_id, position, question_key, kind, agreement_id, comment',
    proposals.map((one, at) => [one.id, id, revision, at, 'agreements', one.kind, one.about?.id, one.comment]),
  );
  await insertChanges(
    client,
    proposals.flatMap((one) =>
      one.changes.map((change) => ({
        id: randomUUID(),
        proposal: one.id,
        contribution: id,
        agreement: one.about?.id,
        version: one.about?.version,
        ...change,
      })),
    ),
  );
}

async function insertContact(
  client: pg.PoolClient,
  { id, token, about }: { id: string; token: string; about: Body['about'] },
): Promise<void> {
  await client.query(
    'INSERT INTO contacts (contribution_id, name, affiliation, email, country, show_affiliation) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, about.name, about.affiliation, about.email, about.country, about.show.affiliation ?? false],
  );
  await client.query(
    `INSERT INTO access_links (id, contribution_id, purpose, token_hash) VALUES (gen_random_uuid(), $1, 'manage', $2)`,
    [id, createHash('sha256').update(token).digest('hex')],
  );
}

/** The proposed cells; the base of each comes from the agreement's history. */
async function insertChanges(client: pg.PoolClient, changes: object[]): Promise<void> {
  await client.query(
    `INSERT INTO proposed_changes (id, proposal_id, contribution_id, agreement_id, key, criterion_key, base, base_version, value, note, source)
     SELECT x.id, x.proposal, x.contribution, x.agreement, x.cell, k.key, (
       SELECT c.after FROM revisions r JOIN revision_cells c ON c.revision_id = r.id AND c.key = x.cell
       WHERE r.agreement_id = x.agreement AND r.version <= x.version ORDER BY r.version DESC LIMIT 1), x.version, x.value, x.note, x.source
     FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, proposal uuid, contribution uuid, agreement uuid, cell text, version int, value jsonb, note text, source text)
     LEFT JOIN criteria k ON k.key = x.cell`,
    [JSON.stringify(changes)],
  );
}

/** The confirmation of the address and the receipt, each with its job. */
async function queueMails(client: pg.PoolClient, id: string): Promise<void> {
  const mails = [
    { id: randomUUID(), kind: 'confirm-address', key: `confirm-address:${id}` },
    { id: randomUUID(), kind: 'contribution-received', key: `contribution-received:${id}:1` },
  ];
  await insertRows(
    client,
    'mails',
    'id, kind, status, contribution_id, payload, dedupe_key',
    mails.map((mail) => [
      mail.id,
      mail.kind,
      'queued',
      id,
      mail.kind === 'contribution-received' ? { revision: 1 } : {},
      mail.key,
    ]),
  );
  await client.query(
    `SELECT graphile_worker.add_job('send-mail', payload := json_build_object('mailId', m.id), max_attempts := 8, job_key := 'mail:' || m.id) FROM unnest($1::uuid[]) m(id)`,
    [mails.map((mail) => mail.id)],
  );
}

type Naming = { id: string; callId: string; callSlug: string; body: Body; now: Date };

async function name(
  client: pg.PoolClient,
  { id, callId, callSlug, body: { answers, projects, proposals, about }, now }: Naming,
): Promise<string> {
  const words = [
    ...Object.values(answers),
    ...projects.flatMap((one) => [one.title, one.description]),
    ...proposals.flatMap((one) => [one.comment, ...one.changes.flatMap((change) => [change.value, change.note])]),
  ].join('\n');
  const { rows } = await client.query<{ reference: string }>(
    `WITH numbered AS (UPDATE calls SET next_number = next_number + 1 WHERE id = $2 RETURNING next_number - 1 AS number)
     UPDATE contributions SET number = numbered.number, reference = 'BPF-' || $3::text || '-' || lpad(numbered.number::text, greatest(3, length(numbered.number::text)), '0'),
       status = 'submitted', status_at = $4, submitted_at = $4, current_revision = 1, public_affiliation = $5, stakeholder_group = $6, search = to_tsvector('simple', $7)
     FROM numbered WHERE id = $1 RETURNING reference`,
    [
      id,
      callId,
      callSlug.toUpperCase(),
      now,
      about.show.affiliation ? about.affiliation : null,
      about.stakeholderGroup,
      words,
    ],
  );
  return rows[0]?.reference ?? '';
}
