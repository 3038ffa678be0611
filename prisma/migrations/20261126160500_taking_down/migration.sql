-- A published contribution that an editor has taken down.
ALTER TYPE "contribution_status" ADD VALUE 'unpublished' AFTER 'published';

-- It was public once, and says why it is not. By its name, since a value just added can't be used before this commits.
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_unpublished_check"
  CHECK ("status"::text <> 'unpublished' OR ("published_at" IS NOT NULL AND length(btrim(coalesce("status_reason", ''))) > 0));

-- What was promised whoever withdrew: the text disappears. What was decided on stays, the dataset's history rests on it.
DELETE FROM "answers" a USING "contribution_revisions" r, "contributions" c
  WHERE a."revision_id" = r."id" AND r."contribution_id" = c."id" AND c."status" = 'withdrawn';
DELETE FROM "signatures" s USING "contribution_revisions" r, "contributions" c
  WHERE s."revision_id" = r."id" AND r."contribution_id" = c."id" AND c."status" = 'withdrawn';
DELETE FROM "projects" p USING "contribution_revisions" r, "contributions" c
  WHERE p."revision_id" = r."id" AND r."contribution_id" = c."id" AND c."status" = 'withdrawn';
UPDATE "proposals" p SET "comment" = NULL FROM "contributions" c
  WHERE p."contribution_id" = c."id" AND c."status" = 'withdrawn' AND p."comment" IS NOT NULL;
DELETE FROM "proposed_changes" x USING "contributions" c
  WHERE x."contribution_id" = c."id" AND c."status" = 'withdrawn' AND x."status" IN ('pending', 'withdrawn');
UPDATE "contributions" SET "search" = NULL, "content_hash" = NULL WHERE "status" = 'withdrawn';
