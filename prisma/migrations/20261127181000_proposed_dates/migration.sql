-- When a value was true can be proposed and decided. Null changes nothing, the empty text removes the date.
ALTER TABLE "proposed_changes" ADD COLUMN "as_of" TEXT;
ALTER TABLE "proposed_changes" ADD CONSTRAINT "proposed_changes_as_of_check" CHECK ("as_of" ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$');
ALTER TABLE "decisions" ADD COLUMN "as_of" TEXT;
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_as_of_check" CHECK ("as_of" ~ '^\d{4}(-\d{2}(-\d{2})?)?$');

-- The date belongs to the contributor's words, which are never rewritten.
DROP TRIGGER "proposed_changes_kept" ON "proposed_changes";
CREATE TRIGGER "proposed_changes_kept"
  BEFORE UPDATE OF "key", "criterion_key", "value", "note", "source", "as_of", "proposal_id", "contribution_id", "round" ON "proposed_changes"
  EXECUTE FUNCTION refuse_rewriting();

-- The comparison with the base knows dates from now on. Proposals that were turned into updates have a base without one:
-- it is the date that the cell had in that version.
ALTER TABLE "proposed_changes" DISABLE TRIGGER "proposed_changes_base_kept";
UPDATE "proposed_changes" x SET "base" = x."base" || jsonb_build_object('asOf', held."as_of")
FROM (
  SELECT y."id", (
    SELECT c."after"->'asOf' FROM "revisions" r JOIN "revision_cells" c ON c."revision_id" = r."id" AND c."key" = y."key"
    WHERE r."agreement_id" = y."agreement_id" AND r."version" <= y."base_version" ORDER BY r."version" DESC LIMIT 1
  ) AS "as_of"
  FROM "proposed_changes" y JOIN "proposals" p ON p."id" = y."proposal_id"
  WHERE p."kind" = 'new' AND y."status" = 'pending' AND y."base" IS NOT NULL AND NOT y."base" ? 'asOf'
) held
WHERE held."id" = x."id" AND held."as_of" IS NOT NULL;
ALTER TABLE "proposed_changes" ENABLE TRIGGER "proposed_changes_base_kept";
