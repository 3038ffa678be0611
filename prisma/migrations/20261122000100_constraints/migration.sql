-- What Prisma's schema can't say: checks, and triggers that keep history from being rewritten.

-- A cell is a fact, or the assessment of exactly the criterion it is named after.
ALTER TABLE "cells" ADD CONSTRAINT "cells_kind_check"
  CHECK (("kind" = 'fact' AND "criterion_key" IS NULL) OR ("kind" = 'assessment' AND "criterion_key" = "key"));
ALTER TABLE "cells" ADD CONSTRAINT "cells_assessment_check"
  CHECK ("kind" = 'fact' OR "value" #>> '{}' IN ('yes', 'no', 'indirect', 'unclear', 'not_assessed'));
ALTER TABLE "cells" ADD CONSTRAINT "cells_fact_check"
  CHECK ("kind" = 'assessment' OR "key" IN ('name', 'shortName', 'launchDate', 'space', 'bindingNature', 'stakeholders',
    'signatories', 'maintainer', 'link', 'summary', 'uniqueElements'));
ALTER TABLE "cells" ADD CONSTRAINT "cells_launch_date_check"
  CHECK ("key" <> 'launchDate' OR "value" #>> '{}' ~ '^\d{4}(-\d{2}(-\d{2})?)?$');
ALTER TABLE "cells" ADD CONSTRAINT "cells_as_of_check" CHECK ("as_of" ~ '^\d{4}(-\d{2}(-\d{2})?)?$');

ALTER TABLE "agreements" ADD CONSTRAINT "agreements_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_version_check" CHECK ("version" >= 0);
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_version_check" CHECK ("version" >= 1);
-- Only an import comes from nobody.
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_user_check" CHECK ("kind" = 'import' OR "user_id" IS NOT NULL);

ALTER TABLE "calls" ADD CONSTRAINT "calls_times_check" CHECK ("opens_at" < "closes_at");

-- Whoever has submitted has a reference; anonymous hides name, affiliation and country together.
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_reference_check"
  CHECK ("status" IN ('draft', 'withdrawn') OR ("reference" IS NOT NULL AND "number" IS NOT NULL AND "submitted_at" IS NOT NULL));
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_anonymous_check"
  CHECK (NOT "anonymous" OR ("public_name" IS NULL AND "public_affiliation" IS NULL AND "public_country" IS NULL));
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_country_check" CHECK ("public_country" ~ '^[A-Z]{2}$');
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_country_check" CHECK ("country" ~ '^[A-Z]{2}$');
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_erased_check"
  CHECK ("erased_at" IS NULL OR ("name" IS NULL AND "affiliation" IS NULL AND "email" IS NULL AND "country" IS NULL));

ALTER TABLE "signatures" ADD CONSTRAINT "signatures_one_name_check" CHECK (num_nonnulls("agreement_id", "name") = 1);
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_target_check" CHECK ("kind" = 'new' OR "agreement_id" IS NOT NULL);
ALTER TABLE "proposed_changes" ADD CONSTRAINT "proposed_changes_criterion_check"
  CHECK ("criterion_key" IS NULL OR "criterion_key" = "key");

ALTER TABLE "decisions" ADD CONSTRAINT "decisions_reason_check"
  CHECK ("outcome" <> 'rejected' OR length(btrim(coalesce("reason", ''))) > 0);
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_winner_check" CHECK (("outcome" = 'superseded') = ("winner_id" IS NOT NULL));
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_value_check" CHECK (("outcome" IN ('accepted', 'amended')) = ("value" IS NOT NULL));

ALTER TABLE "mails" ADD CONSTRAINT "mails_recipient_check" CHECK (num_nonnulls("user_id", "contribution_id") = 1);
ALTER TABLE "users" ADD CONSTRAINT "users_email_check" CHECK ("email" = lower("email"));

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;

-- History: neither changed nor removed.
CREATE TRIGGER "audit_events_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "revisions_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "revisions" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "revision_cells_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "revision_cells" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "revision_credits_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "revision_credits" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "decisions_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "decisions" EXECUTE FUNCTION refuse_rewriting();

-- The contributor's words: never changed.
CREATE TRIGGER "contribution_revisions_kept" BEFORE UPDATE ON "contribution_revisions" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "answers_kept" BEFORE UPDATE ON "answers" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "signatures_kept" BEFORE UPDATE ON "signatures" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "projects_kept" BEFORE UPDATE ON "projects" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "proposed_changes_kept"
  BEFORE UPDATE OF "key", "criterion_key", "base", "base_version", "value", "note", "source", "proposal_id", "contribution_id" ON "proposed_changes"
  EXECUTE FUNCTION refuse_rewriting();

-- Terminal is terminal: only a pending change is ever decided.
CREATE FUNCTION refuse_second_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'proposed change % is already %', OLD.id, OLD.status USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;
CREATE TRIGGER "proposed_changes_terminal" BEFORE UPDATE OF "status" ON "proposed_changes"
  FOR EACH ROW WHEN (OLD.status <> 'pending' AND NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION refuse_second_decision();

-- A published questionnaire is immutable.
CREATE FUNCTION refuse_published_questionnaire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'questionnaire % is published and can no longer change', OLD.id USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;
CREATE TRIGGER "questionnaires_immutable" BEFORE UPDATE OR DELETE ON "questionnaires"
  FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION refuse_published_questionnaire();
