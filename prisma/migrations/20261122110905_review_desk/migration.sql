-- CreateEnum
CREATE TYPE "notify_by" AS ENUM ('instant', 'daily', 'none');

-- CreateEnum
CREATE TYPE "approval_status" AS ENUM ('waiting', 'granted', 'refused', 'withdrawn', 'lapsed');

-- CreateEnum
CREATE TYPE "bulk_entry_status" AS ENUM ('checking', 'checked', 'unreadable', 'stored', 'discarded');

-- AlterEnum
ALTER TYPE "mail_status" ADD VALUE 'discarded';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "revision_kind" ADD VALUE 'retirement';
ALTER TYPE "revision_kind" ADD VALUE 'reinstatement';

-- DropIndex
DROP INDEX "proposed_changes_cell_key";

-- AlterTable
ALTER TABLE "api_tokens" ADD COLUMN     "scopes" TEXT[] DEFAULT ARRAY['read', 'decide']::TEXT[];

-- AlterTable
ALTER TABLE "contacts" ADD COLUMN     "search" tsvector;

-- AlterTable
ALTER TABLE "contributions" ADD COLUMN     "assigned_at" TIMESTAMPTZ(3),
ADD COLUMN     "assignee_id" TEXT,
ADD COLUMN     "author_id" TEXT;

-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "command_id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "seconded_by_id" TEXT;

-- AlterTable
ALTER TABLE "mails" ADD COLUMN     "with_publication" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "same_as_id" UUID;

-- AlterTable
ALTER TABLE "proposed_changes" ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "revision_cells" ALTER COLUMN "after" DROP NOT NULL;

-- AlterTable
ALTER TABLE "revisions" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "reverts_id" UUID,
ADD COLUMN     "seconded_by_id" TEXT;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "notify" "notify_by" NOT NULL DEFAULT 'instant';

-- CreateTable
CREATE TABLE "notices" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "contribution_id" UUID,
    "agreement_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mail_id" UUID,

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_rules" (
    "action" TEXT NOT NULL,
    "second_editor" BOOLEAN NOT NULL,
    "threshold" INTEGER,

    CONSTRAINT "review_rules_pkey" PRIMARY KEY ("action")
);

-- CreateTable
CREATE TABLE "approvals" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "contribution_id" UUID,
    "agreement_id" UUID,
    "command" JSONB NOT NULL,
    "rules" TEXT[],
    "status" "approval_status" NOT NULL DEFAULT 'waiting',
    "asked_by_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_by_id" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recusals" (
    "contribution_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recusals_pkey" PRIMARY KEY ("contribution_id","user_id")
);

-- CreateTable
CREATE TABLE "notes" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note_mentions" (
    "note_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "note_mentions_pkey" PRIMARY KEY ("note_id","user_id")
);

-- CreateTable
CREATE TABLE "presences" (
    "contribution_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "presences_pkey" PRIMARY KEY ("contribution_id","user_id")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snippets" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "snippets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_entries" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" BYTEA,
    "status" "bulk_entry_status" NOT NULL DEFAULT 'checking',
    "status_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rows_total" INTEGER,
    "rows_checked" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB NOT NULL DEFAULT '{}',
    "contribution_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bulk_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notices_user_idx" ON "notices"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "notices_contribution_idx" ON "notices"("contribution_id");

-- CreateIndex
CREATE INDEX "notices_agreement_idx" ON "notices"("agreement_id");

-- CreateIndex
CREATE INDEX "notices_mail_idx" ON "notices"("mail_id");

-- CreateIndex
CREATE INDEX "approvals_status_idx" ON "approvals"("status", "asked_at");

-- CreateIndex
CREATE INDEX "approvals_contribution_idx" ON "approvals"("contribution_id");

-- CreateIndex
CREATE INDEX "approvals_agreement_idx" ON "approvals"("agreement_id");

-- CreateIndex
CREATE INDEX "recusals_user_idx" ON "recusals"("user_id");

-- CreateIndex
CREATE INDEX "notes_contribution_idx" ON "notes"("contribution_id", "created_at");

-- CreateIndex
CREATE INDEX "notes_user_idx" ON "notes"("user_id");

-- CreateIndex
CREATE INDEX "note_mentions_user_idx" ON "note_mentions"("user_id");

-- CreateIndex
CREATE INDEX "presences_user_idx" ON "presences"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_name_key" ON "saved_views"("user_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "snippets_title_key" ON "snippets"("title");

-- CreateIndex
CREATE INDEX "bulk_entries_user_idx" ON "bulk_entries"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "bulk_entries_contribution_idx" ON "bulk_entries"("contribution_id");

-- CreateIndex
CREATE INDEX "contacts_search_idx" ON "contacts" USING GIN ("search");

-- CreateIndex
CREATE INDEX "contributions_assignee_idx" ON "contributions"("assignee_id", "status", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "contributions_status_at_idx" ON "contributions"("status", "status_at", "id");

-- CreateIndex
CREATE INDEX "contributions_author_idx" ON "contributions"("author_id");

-- CreateIndex
CREATE INDEX "decisions_command_idx" ON "decisions"("command_id");

-- CreateIndex
CREATE INDEX "proposals_same_idx" ON "proposals"("same_as_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposed_changes_round_key" ON "proposed_changes"("proposal_id", "key", "round");

-- CreateIndex
CREATE INDEX "revisions_reverts_idx" ON "revisions"("reverts_id");

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_seconded_by_id_fkey" FOREIGN KEY ("seconded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_reverts_id_fkey" FOREIGN KEY ("reverts_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_same_as_id_fkey" FOREIGN KEY ("same_as_id") REFERENCES "proposals"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mails"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_seconded_by_id_fkey" FOREIGN KEY ("seconded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_mentions" ADD CONSTRAINT "note_mentions_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "notes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_mentions" ADD CONSTRAINT "note_mentions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_entries" ADD CONSTRAINT "bulk_entries_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_entries" ADD CONSTRAINT "bulk_entries_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Checks compare kinds as text: a value that this migration adds to an enum can't be named in it.
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_reason_check"
  CHECK ("kind"::text NOT IN ('revert', 'retirement', 'reinstatement') OR length(btrim(coalesce("reason", ''))) > 0);
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_reverts_check" CHECK ("reverts_id" IS NULL OR "kind" = 'revert');
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_seconded_check" CHECK ("seconded_by_id" <> "user_id");
ALTER TABLE "revision_cells" ADD CONSTRAINT "revision_cells_something_check" CHECK (num_nonnulls("before", "after") > 0);
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_seconded_check" CHECK ("seconded_by_id" <> "user_id");
ALTER TABLE "proposed_changes" ADD CONSTRAINT "proposed_changes_round_check" CHECK ("round" >= 1);
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_same_check" CHECK ("same_as_id" <> "id");
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_assigned_check" CHECK (("assignee_id" IS NULL) = ("assigned_at" IS NULL));
ALTER TABLE "review_rules" ADD CONSTRAINT "review_rules_action_check" CHECK ("action" IN ('retire', 'rename', 'bulk', 'own_proposal'));
ALTER TABLE "review_rules" ADD CONSTRAINT "review_rules_threshold_check" CHECK (("action" = 'bulk') = ("threshold" IS NOT NULL) AND "threshold" >= 2);
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_subject_check" CHECK (num_nonnulls("contribution_id", "agreement_id") = 1);
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_answered_check"
  CHECK (("status" = 'waiting') = ("answered_at" IS NULL) AND ("answered_at" IS NULL) = ("answered_by_id" IS NULL));
-- Nobody is their own second editor.
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_second_check" CHECK ("status" NOT IN ('granted', 'refused') OR "answered_by_id" <> "asked_by_id");
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_scopes_check" CHECK ("scopes" <@ ARRAY['read', 'decide'] AND cardinality("scopes") > 0);
ALTER TABLE "mails" ADD CONSTRAINT "mails_with_publication_check" CHECK (NOT "with_publication" OR "contribution_id" IS NOT NULL);

CREATE TRIGGER "approvals_kept" BEFORE UPDATE OF "kind", "contribution_id", "agreement_id", "command", "rules", "asked_by_id", "asked_at" ON "approvals"
  EXECUTE FUNCTION refuse_rewriting();

-- The base belongs to the comparison, not to the contributor: it is set once more when a proposal for a new agreement turns out to be about one there is.
DROP TRIGGER "proposed_changes_kept" ON "proposed_changes";
CREATE TRIGGER "proposed_changes_kept"
  BEFORE UPDATE OF "key", "criterion_key", "value", "note", "source", "proposal_id", "contribution_id", "round" ON "proposed_changes"
  EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "proposed_changes_base_kept" BEFORE UPDATE OF "base", "base_version" ON "proposed_changes"
  FOR EACH ROW WHEN (OLD.agreement_id IS NOT NULL) EXECUTE FUNCTION refuse_rewriting();

-- What the desk's search knows of a contributor lives and dies with the contact details themselves.
CREATE FUNCTION contact_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := CASE WHEN num_nonnulls(NEW.affiliation, NEW.name) > 0 THEN to_tsvector('simple', concat_ws(' ', NEW.affiliation, NEW.name)) END;
  RETURN NEW;
END $$;
CREATE TRIGGER "contacts_words" BEFORE INSERT OR UPDATE OF "affiliation", "name" ON "contacts" FOR EACH ROW EXECUTE FUNCTION contact_words();
UPDATE "contacts" SET "name" = "name";
