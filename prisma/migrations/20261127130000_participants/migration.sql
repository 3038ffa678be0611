-- CreateEnum
CREATE TYPE "participant_kind" AS ENUM ('state', 'organisation');

-- CreateEnum
CREATE TYPE "participation_action" AS ENUM ('signed', 'ratified', 'acceded', 'endorsed', 'withdrew', 'member');

-- CreateEnum
CREATE TYPE "declared_by" AS ENUM ('participant', 'maintainer', 'third_party', 'forum');

-- CreateEnum
CREATE TYPE "participation_change" AS ENUM ('added', 'corrected', 'verified', 'removed');

-- CreateEnum
CREATE TYPE "claim_outcome" AS ENUM ('confirmed', 'rejected');

-- CreateEnum
CREATE TYPE "participant_table_status" AS ENUM ('checking', 'checked', 'unreadable', 'storing', 'stored', 'discarded');

-- CreateTable
CREATE TABLE "participants" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "participant_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "folded_name" TEXT NOT NULL,
    "country" TEXT,
    "stakeholder_group" "stakeholder_group",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "participants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant_versions" (
    "participant_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "participant_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT,
    "stakeholder_group" "stakeholder_group",
    "user_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "participant_versions_pkey" PRIMARY KEY ("participant_id","version")
);

-- CreateTable
CREATE TABLE "participations" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "action" "participation_action" NOT NULL,
    "date" TEXT,
    "source" TEXT,
    "link" TEXT,
    "quotation" TEXT,
    "contribution_id" UUID,
    "declared_by" "declared_by" NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT false,
    "reservation" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "entered_by_id" TEXT,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "participations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participation_versions" (
    "participation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "change" "participation_change" NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT,
    "user_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "participation_versions_pkey" PRIMARY KEY ("participation_id","version")
);

-- CreateTable
CREATE TABLE "claim_decisions" (
    "contribution_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "outcome" "claim_outcome" NOT NULL,
    "participation_id" UUID,
    "reason" TEXT,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_decisions_pkey" PRIMARY KEY ("contribution_id","agreement_id")
);

-- CreateTable
CREATE TABLE "participant_tables" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" BYTEA,
    "status" "participant_table_status" NOT NULL DEFAULT 'checking',
    "status_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "apart" BOOLEAN NOT NULL DEFAULT false,
    "rows_total" INTEGER,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "participant_tables_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "participants_slug_key" ON "participants"("slug");

-- CreateIndex
CREATE INDEX "participants_folded_name_idx" ON "participants"("folded_name");

-- CreateIndex
CREATE INDEX "participations_agreement_idx" ON "participations"("agreement_id");

-- CreateIndex
CREATE INDEX "participations_participant_idx" ON "participations"("participant_id");

-- CreateIndex
CREATE INDEX "participations_contribution_idx" ON "participations"("contribution_id");

-- CreateIndex
CREATE INDEX "claim_decisions_participation_idx" ON "claim_decisions"("participation_id");

-- CreateIndex
CREATE INDEX "participant_tables_user_idx" ON "participant_tables"("user_id", "created_at");

-- AddForeignKey
ALTER TABLE "participant_versions" ADD CONSTRAINT "participant_versions_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant_versions" ADD CONSTRAINT "participant_versions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participations" ADD CONSTRAINT "participations_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participations" ADD CONSTRAINT "participations_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participations" ADD CONSTRAINT "participations_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participations" ADD CONSTRAINT "participations_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation_versions" ADD CONSTRAINT "participation_versions_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation_versions" ADD CONSTRAINT "participation_versions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_decisions" ADD CONSTRAINT "claim_decisions_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_decisions" ADD CONSTRAINT "claim_decisions_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_decisions" ADD CONSTRAINT "claim_decisions_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_decisions" ADD CONSTRAINT "claim_decisions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant_tables" ADD CONSTRAINT "participant_tables_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two participants of one name in one country are one.
CREATE UNIQUE INDEX "participants_name_country_key" ON "participants" ("folded_name", (coalesce("country", '')));
ALTER TABLE "participants" ADD CONSTRAINT "participants_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "participants" ADD CONSTRAINT "participants_country_check" CHECK ("country" ~ '^[A-Z]{2}$');
ALTER TABLE "participants" ADD CONSTRAINT "participants_name_check" CHECK ("folded_name" <> '');

-- The same action is stated once; without a date there is one of it.
CREATE UNIQUE INDEX "participations_action_key"
  ON "participations" ("agreement_id", "participant_id", "action", (coalesce("date", ''))) WHERE "removed_at" IS NULL;
ALTER TABLE "participations" ADD CONSTRAINT "participations_date_check" CHECK ("date" ~ '^\d{4}(-\d{2}(-\d{2})?)?$');
-- Nothing is known of a participant without evidence.
ALTER TABLE "participations" ADD CONSTRAINT "participations_evidence_check"
  CHECK (num_nonnulls("source", "link", "quotation", "contribution_id") > 0);
-- A passage has its source.
ALTER TABLE "participations" ADD CONSTRAINT "participations_quotation_check"
  CHECK ("quotation" IS NULL OR num_nonnulls("source", "link") > 0);
ALTER TABLE "claim_decisions" ADD CONSTRAINT "claim_decisions_reason_check"
  CHECK ("outcome" = 'confirmed' OR length(btrim(coalesce("reason", ''))) > 0);
ALTER TABLE "claim_decisions" ADD CONSTRAINT "claim_decisions_row_check"
  CHECK (("outcome" = 'confirmed') = ("participation_id" IS NOT NULL));

-- History: neither changed nor removed.
CREATE TRIGGER "participant_versions_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "participant_versions" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "participation_versions_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "participation_versions" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "claim_decisions_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "claim_decisions" EXECUTE FUNCTION refuse_rewriting();
