import { DECIDABLE } from '@/lib/contributions/state';
import { Prisma } from '@/lib/platform/db/client';
import { onTimeSince } from './deadline';
import type { QueueFilter } from './schema';

/** No cell of contribution `c` waits for a decision. */
const ALL_DECIDED = Prisma.sql`NOT EXISTS (SELECT FROM proposed_changes x WHERE x.contribution_id = c.id AND x.status = 'pending')`;

/** Contribution `c` waits for the consent of the contributor on whose behalf it was entered. */
const AWAITS_CONSENT = Prisma.sql`EXISTS (SELECT FROM entries_on_behalf e WHERE e.contribution_id = c.id AND e.consented_at IS NULL)`;

/** Of a submitted contribution `c`: nothing is left to decide, and nothing hinders its publication. */
export const READY_SQL = Prisma.sql`NOT c.editors_only AND ${ALL_DECIDED} AND NOT ${AWAITS_CONSENT}`;

const DECIDED = Prisma.sql`c.status IN ('submitted', 'changes_requested') AND ${ALL_DECIDED}
  AND EXISTS (SELECT FROM proposed_changes x WHERE x.contribution_id = c.id AND x.status IN ('accepted', 'amended', 'rejected', 'superseded'))`;

/** Contribution `o` can be decided on: only then do its pending cells compete with those of others. */
const OPEN = Prisma.sql`o.status = ANY(${[...DECIDABLE]}::contribution_status[])
  AND NOT EXISTS (SELECT FROM entries_on_behalf e WHERE e.contribution_id = o.id AND e.consented_at IS NULL)`;

/**
 * The pending changes `x` of cells for which several open contributions propose something. The open changes are read
 * once: each of them looking for its own rivals would read the same ones again and again.
 */
export const RIVALLED = Prisma.sql`x.id IN (
  WITH waiting AS MATERIALIZED (SELECT r.id, r.agreement_id, r.key, r.contribution_id FROM proposed_changes r
    JOIN contributions o ON o.id = r.contribution_id WHERE r.status = 'pending' AND r.agreement_id IS NOT NULL AND ${OPEN})
  SELECT w.id FROM waiting w JOIN (SELECT agreement_id, key FROM waiting GROUP BY agreement_id, key HAVING count(DISTINCT contribution_id) > 1) several
    USING (agreement_id, key))`;

/** The same of one change `x` of an open contribution `c`, for the few rows of a page. */
const HAS_RIVAL = Prisma.sql`x.status = 'pending' AND x.agreement_id IS NOT NULL AND EXISTS (
  SELECT FROM proposed_changes r JOIN contributions o ON o.id = r.contribution_id
  WHERE r.agreement_id = x.agreement_id AND r.key = x.key AND r.status = 'pending' AND r.contribution_id <> x.contribution_id AND ${OPEN})`;

/** `c` itself is open. */
const IS_OPEN = Prisma.sql`c.status = ANY(${[...DECIDABLE]}::contribution_status[]) AND NOT ${AWAITS_CONSENT}`;

const NEW_AGREEMENT = Prisma.sql`c.id IN (SELECT p.contribution_id FROM proposals p
  WHERE p.kind = 'new' AND EXISTS (SELECT FROM proposed_changes x WHERE x.proposal_id = p.id AND x.status <> 'withdrawn'))`;

const FILES = Prisma.sql`(EXISTS (SELECT FROM originals f WHERE f.contribution_id = c.id)
  OR EXISTS (SELECT FROM contribution_revisions r JOIN revision_attachments f ON f.revision_id = r.id
    WHERE r.contribution_id = c.id AND r.number = c.current_revision))`;

const UNANSWERED = Prisma.sql`c.id IN (SELECT m.contribution_id FROM messages m WHERE m.kind = 'reply' AND NOT EXISTS (
  SELECT FROM messages later WHERE later.contribution_id = m.contribution_id AND (later.created_at, later.id) > (m.created_at, m.id)))`;

const UNCONFIRMED = Prisma.sql`EXISTS (SELECT FROM contacts t WHERE t.contribution_id = c.id AND t.email IS NOT NULL AND t.email_confirmed_at IS NULL)`;

const SCHEDULED = Prisma.sql`c.id IN (SELECT contribution_id FROM scheduled_publications)`;

/** What an editor had seen until then: without an earlier visit, nothing has changed since. */
const changedFor = (userId: string) => {
  const since = Prisma.sql`(SELECT previous_at FROM desk_visits WHERE user_id = ${userId})`;
  return Prisma.sql`c.id IN (SELECT n.id FROM contributions n WHERE n.status_at > ${since}
    UNION SELECT m.contribution_id FROM messages m WHERE m.created_at > ${since} AND m.user_id IS DISTINCT FROM ${userId}
    UNION SELECT x.contribution_id FROM decisions d JOIN proposed_changes x ON x.id = d.change_id WHERE d.decided_at > ${since} AND d.user_id <> ${userId})`;
};

const fromCountry = (
  country: string,
  seesContacts: boolean,
) => Prisma.sql`NOT c.anonymous AND (c.public_country = ${country}
  ${seesContacts ? Prisma.sql`OR EXISTS (SELECT FROM contacts t WHERE t.contribution_id = c.id AND t.country = ${country})` : Prisma.empty})`;

/** The filters that a contribution passes or not, `seesContacts` as in `QueueReader`, and those by its contributor and its tags, as conditions on `c`. */
export function markConditions(
  filter: QueueFilter,
  userId: string,
  seesContacts: boolean,
): (Prisma.Sql | false | undefined)[] {
  const { group, country, tag } = filter;
  return [
    filter.decided && DECIDED,
    filter.newAgreement && NEW_AGREEMENT,
    filter.files && FILES,
    filter.unanswered && UNANSWERED,
    filter.late && Prisma.sql`c.status = 'submitted' AND c.status_at < ${onTimeSince(new Date())}`,
    filter.unconfirmed && UNCONFIRMED,
    filter.scheduled && SCHEDULED,
    filter.changed && changedFor(userId),
    // The group of an anonymous contributor is not shown to editors either.
    group !== undefined && Prisma.sql`NOT c.anonymous AND c.stakeholder_group = ${group}::stakeholder_group`,
    country !== undefined && fromCountry(country, seesContacts),
    tag !== undefined && Prisma.sql`c.id IN (SELECT t.contribution_id FROM contribution_tags t WHERE t.tag = ${tag})`,
  ];
}

/**
 * What contribution `c` of a page is about, as one JSON value; `inConflict` is the condition on a change `x` and its
 * cell `k`.
 */
export const factsSql = (inConflict: Prisma.Sql) => Prisma.sql`(SELECT json_build_object(
  'agreements', coalesce((SELECT json_agg(DISTINCT a.short_name) FROM proposals p JOIN agreements a ON a.id = p.agreement_id
    WHERE p.contribution_id = c.id AND EXISTS (SELECT FROM proposed_changes x WHERE x.proposal_id = p.id AND x.status <> 'withdrawn')), '[]'),
  'newAgreements', coalesce((SELECT json_agg((SELECT coalesce(x.redacted->'value', x.value) #>> '{}' FROM proposed_changes x WHERE x.proposal_id = p.id AND x.key = 'name' ORDER BY x.round DESC LIMIT 1) ORDER BY p.position)
    FROM proposals p WHERE p.contribution_id = c.id AND p.kind = 'new' AND EXISTS (SELECT FROM proposed_changes x WHERE x.proposal_id = p.id AND x.status <> 'withdrawn')), '[]'),
  'conflicts', (SELECT count(*) FROM proposed_changes x LEFT JOIN cells k ON k.agreement_id = x.agreement_id AND k.key = x.key
    WHERE x.contribution_id = c.id AND ${inConflict}),
  'rivals', CASE WHEN ${IS_OPEN} THEN (SELECT count(*) FROM proposed_changes x WHERE x.contribution_id = c.id AND ${HAS_RIVAL}) ELSE 0 END,
  'files', (SELECT count(*) FROM originals f WHERE f.contribution_id = c.id) + (SELECT count(*) FROM contribution_revisions r
    JOIN revision_attachments f ON f.revision_id = r.id WHERE r.contribution_id = c.id AND r.number = c.current_revision),
  'unconfirmed', ${UNCONFIRMED},
  'publishAt', (SELECT publish_at FROM scheduled_publications WHERE contribution_id = c.id AND refused_at IS NULL),
  'publicationRefused', EXISTS (SELECT FROM scheduled_publications WHERE contribution_id = c.id AND refused_at IS NOT NULL),
  'tags', coalesce((SELECT json_agg(t.tag ORDER BY t.tag) FROM contribution_tags t WHERE t.contribution_id = c.id), '[]')))`;
