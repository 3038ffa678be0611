-- CreateEnum
CREATE TYPE "redaction_reason" AS ENUM ('personal_data', 'confidential', 'accusation', 'insult', 'copyright', 'safety', 'law');

-- AlterTable
ALTER TABLE "answers" ADD COLUMN "redacted" JSONB;

-- AlterTable
ALTER TABLE "projects" ADD COLUMN "redacted" JSONB;

-- AlterTable
ALTER TABLE "proposed_changes" ADD COLUMN "redacted" JSONB;

-- AlterTable
ALTER TABLE "signatures" ADD COLUMN "redacted" JSONB;

-- CreateTable
CREATE TABLE "redactions" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text_hash" TEXT NOT NULL,
    "reason" "redaction_reason" NOT NULL,
    "note" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "carried_from_id" UUID,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_id" TEXT,
    "lift_reason" TEXT,

    CONSTRAINT "redactions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "redactions_contribution_idx" ON "redactions"("contribution_id", "created_at");

-- CreateIndex
CREATE INDEX "redactions_place_idx" ON "redactions"("revision_id", "place");

-- CreateIndex
CREATE INDEX "redactions_carried_from_idx" ON "redactions"("carried_from_id");

-- CreateIndex
CREATE INDEX "redactions_user_idx" ON "redactions"("user_id");

-- CreateIndex
CREATE INDEX "redactions_lifted_by_idx" ON "redactions"("lifted_by_id");

-- AddForeignKey
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "contribution_revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_lifted_by_id_fkey" FOREIGN KEY ("lifted_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_carried_from_id_fkey" FOREIGN KEY ("carried_from_id") REFERENCES "redactions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "redactions" ADD CONSTRAINT "redactions_passage_check" CHECK ("start" >= 0 AND "end" > "start");
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_text_hash_check" CHECK ("text_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_lifted_check" CHECK (num_nonnulls("lifted_at", "lifted_by_id", "lift_reason") IN (0, 3));

-- A redaction is added, and lifted once; nothing else of it changes.
CREATE TRIGGER "redactions_kept"
  BEFORE UPDATE OF "id", "contribution_id", "revision_id", "place", "start", "end", "text_hash", "reason", "note", "user_id", "created_at", "carried_from_id"
  ON "redactions" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "redactions_lifted_once" BEFORE UPDATE ON "redactions"
  FOR EACH ROW WHEN (OLD.lifted_at IS NOT NULL) EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "redactions_not_removed" BEFORE DELETE OR TRUNCATE ON "redactions" EXECUTE FUNCTION refuse_rewriting();

-- The contributor's words stay as they are: beside them only what readers read in their place may change.
DROP TRIGGER "answers_kept" ON "answers";
CREATE TRIGGER "answers_kept" BEFORE UPDATE OF "revision_id", "question_key", "text", "value", "said" ON "answers" EXECUTE FUNCTION refuse_rewriting();
DROP TRIGGER "signatures_kept" ON "signatures";
CREATE TRIGGER "signatures_kept" BEFORE UPDATE OF "revision_id", "position", "question_key", "agreement_id", "name", "note" ON "signatures"
  EXECUTE FUNCTION refuse_rewriting();
DROP TRIGGER "projects_kept" ON "projects";
CREATE TRIGGER "projects_kept" BEFORE UPDATE OF "id", "revision_id", "position", "question_key", "title", "description", "link" ON "projects"
  EXECUTE FUNCTION refuse_rewriting();

-- The search is made of what readers read, and the mark of a redaction is no word of a contributor.
CREATE FUNCTION without_redaction_marks(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN strpos(value, '▇') > 0 THEN regexp_replace(value, '▇+ ‹[^›]*›', ' ', 'g') ELSE value END;

ALTER TABLE "answers" DROP COLUMN "words", DROP COLUMN "forms";
ALTER TABLE "answers"
  ADD COLUMN "words" tsvector GENERATED ALWAYS AS (public_words(without_redaction_marks(coalesce("redacted"->>'said', "said", '') || ' ' || coalesce("redacted"->>'text', "text")))) STORED,
  ADD COLUMN "forms" tsvector GENERATED ALWAYS AS (public_forms(without_redaction_marks(coalesce("redacted"->>'text', "text")))) STORED;
ALTER TABLE "projects" DROP COLUMN "words", DROP COLUMN "forms";
ALTER TABLE "projects"
  ADD COLUMN "words" tsvector GENERATED ALWAYS AS (setweight(public_words(without_redaction_marks(coalesce("redacted"->>'title', "title"))), 'A')
    || public_words(without_redaction_marks(coalesce("redacted"->>'description', "description")))) STORED,
  ADD COLUMN "forms" tsvector GENERATED ALWAYS AS (public_forms(without_redaction_marks(coalesce("redacted"->>'title', "title") || ' '
    || coalesce("redacted"->>'description', "description")))) STORED;
ALTER TABLE "signatures" DROP COLUMN "words";
ALTER TABLE "signatures"
  ADD COLUMN "words" tsvector GENERATED ALWAYS AS (public_words(without_redaction_marks(coalesce("redacted"->>'name', "name", '') || ' '
    || coalesce("redacted"->>'note', "note", '')))) STORED;
ALTER TABLE "proposed_changes" DROP COLUMN "words";
ALTER TABLE "proposed_changes"
  ADD COLUMN "words" tsvector GENERATED ALWAYS AS (public_words(without_redaction_marks(cell_text("criterion_key", coalesce("redacted"->'value', "value"),
    coalesce("redacted"->>'note', "note"))))) STORED;

CREATE INDEX "answers_words_idx" ON "answers" USING GIN ("words");
CREATE INDEX "projects_words_idx" ON "projects" USING GIN ("words");
CREATE INDEX "signatures_words_idx" ON "signatures" USING GIN ("words");
CREATE INDEX "proposed_changes_words_idx" ON "proposed_changes" USING GIN ("words");
CREATE INDEX "answers_letters_idx" ON "answers" USING GIN (forms_text("forms") gin_trgm_ops);
CREATE INDEX "projects_letters_idx" ON "projects" USING GIN (forms_text("forms") gin_trgm_ops);

-- Values of the dataset are read without the passages of the proposals that they came from. Few proposals have one.
CREATE INDEX "proposed_changes_redacted_idx" ON "proposed_changes" ("agreement_id", "key") WHERE "redacted" IS NOT NULL;
