import { db, Prisma } from '@/lib/platform/db/client';
import { UNNAMED } from './schema';
import type { AuditFilter } from './schema';

export type AuditEventRow = {
  /** Grows with time; as text, since it may outgrow a number. */
  id: string;
  at: Date;
  actorKind: 'system' | 'contributor' | 'editor';
  userId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  details: Record<string, unknown>;
};

/** An event with the names of what its ids refer to, for editors. Names are looked up and never stored. */
export type AuditEvent = AuditEventRow & {
  who: string | null;
  /**
   * The subject, if it still exists: a contribution's reference, an agreement's name and slug, a mail's kind, a person.
   */
  about: { reference: string | null; slug: string | null; name: string | null };
};

const AUDIT_PAGE = 50;

/** One page of the log, newest first; `next` continues it, null at the end. */
export async function listAuditEvents(
  filter: AuditFilter,
  limit = AUDIT_PAGE,
): Promise<{ events: AuditEvent[]; next: string | null }> {
  const rows = await readRows(filter, limit + 1);
  const shown = rows.slice(0, limit);
  return { events: await withNames(shown), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

/** All filtered events of the log, newest first, in portions, so that memory never holds a long log at once. */
export async function* readAuditLog(
  filter: AuditFilter,
  portion = 1_000,
): AsyncGenerator<(AuditEventRow & { reference: string | null })[]> {
  let after = filter.after;
  for (;;) {
    const rows = await readRows({ ...filter, after }, portion);
    if (rows.length > 0) yield await withReferences(rows);
    if (rows.length < portion) return;
    after = rows.at(-1)?.id;
  }
}

async function readRows(filter: AuditFilter, limit: number): Promise<AuditEventRow[]> {
  return db.$queryRaw<AuditEventRow[]>`
    SELECT e.id::text, e.at, e.actor_kind::text AS "actorKind", e.user_id AS "userId", e.action,
      e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.details
    FROM audit_events e WHERE ${Prisma.join(conditionsOf(filter), ' AND ')} ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`;
}

function conditionsOf({ action, who, contribution, agreement, from, to, after }: AuditFilter): Prisma.Sql[] {
  const conditions = [Prisma.sql`true`];
  if (action?.includes('.')) conditions.push(Prisma.sql`e.action = ${action}`);
  else if (action) conditions.push(Prisma.sql`e.action LIKE ${`${action.replaceAll('_', '\\_')}.%`}`);
  if (who)
    conditions.push(
      UNNAMED.some((kind) => kind === who) ? Prisma.sql`e.actor_kind::text = ${who}` : Prisma.sql`e.user_id = ${who}`,
    );
  if (contribution) conditions.push(ofContribution(contribution));
  if (agreement) conditions.push(ofAgreement(agreement));
  if (from) conditions.push(Prisma.sql`e.at >= ${from}::date::timestamp AT TIME ZONE 'UTC'`);
  if (to) conditions.push(Prisma.sql`e.at < (${to}::date + 1)::timestamp AT TIME ZONE 'UTC'`);
  if (after) conditions.push(Prisma.sql`(e.at, e.id) < (SELECT at, id FROM audit_events WHERE id = ${after}::bigint)`);
  return conditions;
}

/** What was done to it, and the mails to its contact. */
const ofContribution = (reference: string) => Prisma.sql`(
  (e.subject_kind = 'contribution' AND e.subject_id = (SELECT id::text FROM contributions WHERE reference = ${reference}))
  OR (e.subject_kind = 'mail' AND e.subject_id IN (
    SELECT m.id::text FROM mails m JOIN contributions c ON c.id = m.contribution_id WHERE c.reference = ${reference})))`;

/** What was done to it, and the decisions on contributions that made a version of it. */
const ofAgreement = (slug: string) => Prisma.sql`(
  (e.subject_kind = 'agreement' AND e.subject_id = (SELECT id::text FROM agreements WHERE slug = ${slug}))
  OR (e.subject_kind = 'contribution' AND e.details @> jsonb_build_object('revisions', jsonb_build_array(jsonb_build_object('agreement', ${slug}::text)))
    AND e.subject_id IN (SELECT r.contribution_id::text FROM revisions r JOIN agreements a ON a.id = r.agreement_id WHERE a.slug = ${slug})))`;

async function withNames(rows: AuditEventRow[]): Promise<AuditEvent[]> {
  const idsOf = (kind: string) => [
    ...new Set(rows.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId)),
  ];
  const [references, agreements, people] = await Promise.all([
    referencesOf(rows),
    db.agreement.findMany({
      where: { id: { in: idsOf('agreement').filter(isUuid) } },
      select: { id: true, slug: true, shortName: true },
    }),
    db.user.findMany({
      where: { id: { in: [...idsOf('user'), ...rows.flatMap(({ userId }) => userId ?? [])] } },
      select: { id: true, name: true, email: true },
    }),
  ]);
  const agreementOf = new Map(agreements.map((row) => [row.id, row]));
  const nameOf = new Map(people.map(({ id, name, email }) => [id, name ?? email]));
  return rows.map((row) => {
    const agreement = row.subjectKind === 'agreement' ? agreementOf.get(row.subjectId) : undefined;
    const name = agreement?.shortName ?? (row.subjectKind === 'user' ? (nameOf.get(row.subjectId) ?? null) : null);
    const about = { reference: references.get(row.subjectId) ?? null, slug: agreement?.slug ?? null, name };
    return { ...row, who: row.userId === null ? null : (nameOf.get(row.userId) ?? null), about };
  });
}

async function withReferences(rows: AuditEventRow[]) {
  const references = await referencesOf(rows);
  return rows.map((row) => ({ ...row, reference: references.get(row.subjectId) ?? null }));
}

/**
 * The references of the contributions that events are about, also of those whose contact a mail went to; by the
 * subject's id.
 */
async function referencesOf(rows: AuditEventRow[]): Promise<Map<string, string>> {
  const idsOf = (kind: string) =>
    rows.filter((row) => row.subjectKind === kind && isUuid(row.subjectId)).map(({ subjectId }) => subjectId);
  const [contributions, mails] = await Promise.all([
    db.contribution.findMany({ where: { id: { in: idsOf('contribution') } }, select: { id: true, reference: true } }),
    db.mail.findMany({
      where: { id: { in: idsOf('mail') } },
      select: { id: true, contribution: { select: { reference: true } } },
    }),
  ]);
  const all = [
    ...contributions,
    ...mails.map(({ id, contribution }) => ({ id, reference: contribution?.reference ?? null })),
  ];
  return new Map(all.flatMap(({ id, reference }) => (reference === null ? [] : [[id, reference] as const])));
}

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
