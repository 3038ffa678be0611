
-- CreateEnum
CREATE TYPE "cell_kind" AS ENUM ('fact', 'assessment');

-- CreateEnum
CREATE TYPE "revision_kind" AS ENUM ('import', 'decision', 'revert');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('system', 'contributor', 'editor');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('editor', 'admin');

-- CreateEnum
CREATE TYPE "contribution_status" AS ENUM ('draft', 'submitted', 'changes_requested', 'published', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "stakeholder_group" AS ENUM ('government', 'intergovernmental', 'civil_society', 'private_sector', 'technical_community', 'academia', 'other');

-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('manage', 'confirm_email');

-- CreateEnum
CREATE TYPE "proposal_kind" AS ENUM ('update', 'new');

-- CreateEnum
CREATE TYPE "change_status" AS ENUM ('pending', 'accepted', 'amended', 'rejected', 'superseded');

-- CreateEnum
CREATE TYPE "mail_status" AS ENUM ('draft', 'queued', 'sending', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "decision_outcome" AS ENUM ('accepted', 'amended', 'rejected', 'superseded');

-- CreateTable
CREATE TABLE "criterion_sets" (
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "criterion_sets_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "criteria" (
    "key" TEXT NOT NULL,
    "set_slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "letter" TEXT,
    "title" TEXT NOT NULL,
    "short_title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "help" TEXT NOT NULL,

    CONSTRAINT "criteria_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "agreements" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cells" (
    "agreement_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "cell_kind" NOT NULL,
    "criterion_key" TEXT,
    "value" JSONB NOT NULL,
    "note" TEXT,
    "source" TEXT,
    "as_of" TEXT,
    "version" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "revision_id" UUID NOT NULL,

    CONSTRAINT "cells_pkey" PRIMARY KEY ("agreement_id","key")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "revision_kind" NOT NULL,
    "summary" TEXT NOT NULL,
    "user_id" TEXT,
    "contribution_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_cells" (
    "revision_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,

    CONSTRAINT "revision_cells_pkey" PRIMARY KEY ("revision_id","key")
);

-- CreateTable
CREATE TABLE "revision_credits" (
    "revision_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "contribution_id" UUID NOT NULL,

    CONSTRAINT "revision_credits_pkey" PRIMARY KEY ("revision_id","key","contribution_id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" "actor_kind" NOT NULL,
    "user_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMPTZ(3),
    "name" TEXT,
    "image" TEXT,
    "role" "role" NOT NULL DEFAULT 'editor',
    "organisation" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "session_token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_tokens" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calls" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "accepts_late" BOOLEAN NOT NULL,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "texts" JSONB NOT NULL,
    "next_number" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "questionnaires" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "content" JSONB NOT NULL,

    CONSTRAINT "questionnaires_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_agreements" (
    "call_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "call_agreements_pkey" PRIMARY KEY ("call_id","agreement_id")
);

-- CreateTable
CREATE TABLE "contributions" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "questionnaire_id" UUID NOT NULL,
    "number" INTEGER,
    "reference" TEXT,
    "status" "contribution_status" NOT NULL DEFAULT 'draft',
    "anonymous" BOOLEAN NOT NULL DEFAULT false,
    "public_name" TEXT,
    "public_affiliation" TEXT,
    "public_country" TEXT,
    "stakeholder_group" "stakeholder_group",
    "current_revision" INTEGER NOT NULL DEFAULT 0,
    "submission_key" TEXT,
    "search" tsvector,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "status_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "status_reason" TEXT,

    CONSTRAINT "contributions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "contribution_id" UUID NOT NULL,
    "name" TEXT,
    "affiliation" TEXT,
    "email" TEXT,
    "country" TEXT,
    "show_name" BOOLEAN NOT NULL DEFAULT false,
    "show_affiliation" BOOLEAN NOT NULL DEFAULT false,
    "show_country" BOOLEAN NOT NULL DEFAULT false,
    "email_confirmed_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("contribution_id")
);

-- CreateTable
CREATE TABLE "access_links" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_sections" (
    "contribution_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_sections_pkey" PRIMARY KEY ("contribution_id","step")
);

-- CreateTable
CREATE TABLE "contribution_revisions" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contribution_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answers" (
    "revision_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("revision_id","question_key")
);

-- CreateTable
CREATE TABLE "signatures" (
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "agreement_id" UUID,
    "name" TEXT,
    "note" TEXT,

    CONSTRAINT "signatures_pkey" PRIMARY KEY ("revision_id","position")
);

-- CreateTable
CREATE TABLE "projects" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "link" TEXT,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_agreements" (
    "project_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,

    CONSTRAINT "project_agreements_pkey" PRIMARY KEY ("project_id","agreement_id")
);

-- CreateTable
CREATE TABLE "project_criteria" (
    "project_id" UUID NOT NULL,
    "criterion_key" TEXT NOT NULL,

    CONSTRAINT "project_criteria_pkey" PRIMARY KEY ("project_id","criterion_key")
);

-- CreateTable
CREATE TABLE "proposals" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "proposal_kind" NOT NULL,
    "agreement_id" UUID,
    "comment" TEXT,

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposed_changes" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "agreement_id" UUID,
    "key" TEXT NOT NULL,
    "criterion_key" TEXT,
    "base" JSONB,
    "base_version" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "note" TEXT,
    "source" TEXT,
    "status" "change_status" NOT NULL DEFAULT 'pending',
    "status_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposed_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" "mail_status" NOT NULL,
    "user_id" TEXT,
    "contribution_id" UUID,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "payload" JSONB NOT NULL DEFAULT '{}',
    "dedupe_key" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "releases" (
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "releases_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "outcome" "decision_outcome" NOT NULL,
    "value" JSONB,
    "note" TEXT,
    "source" TEXT,
    "reason" TEXT,
    "user_id" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision_id" UUID,
    "winner_id" UUID,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "criterion_sets_position_key" ON "criterion_sets"("position");

-- CreateIndex
CREATE UNIQUE INDEX "criteria_set_position_key" ON "criteria"("set_slug", "position");

-- CreateIndex
CREATE UNIQUE INDEX "agreements_slug_key" ON "agreements"("slug");

-- CreateIndex
CREATE INDEX "cells_revision_idx" ON "cells"("revision_id");

-- CreateIndex
CREATE INDEX "cells_criterion_idx" ON "cells"("criterion_key");

-- CreateIndex
CREATE INDEX "revisions_contribution_idx" ON "revisions"("contribution_id");

-- CreateIndex
CREATE INDEX "revisions_created_idx" ON "revisions"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_agreement_version_key" ON "revisions"("agreement_id", "version");

-- CreateIndex
CREATE INDEX "revision_credits_contribution_idx" ON "revision_credits"("contribution_id");

-- CreateIndex
CREATE INDEX "audit_events_subject_idx" ON "audit_events"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "audit_events_at_idx" ON "audit_events"("at");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "accounts_user_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_key" ON "accounts"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_session_token_key" ON "sessions"("session_token");

-- CreateIndex
CREATE INDEX "sessions_user_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_tokens_token_key" ON "verification_tokens"("token");

-- CreateIndex
CREATE UNIQUE INDEX "verification_tokens_identifier_key" ON "verification_tokens"("identifier", "token");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_idx" ON "api_tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "calls_slug_key" ON "calls"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "questionnaires_call_version_key" ON "questionnaires"("call_id", "version");

-- CreateIndex
CREATE INDEX "call_agreements_agreement_idx" ON "call_agreements"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_agreements_position_key" ON "call_agreements"("call_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "contributions_reference_key" ON "contributions"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "contributions_submission_key_key" ON "contributions"("submission_key");

-- CreateIndex
CREATE INDEX "contributions_queue_idx" ON "contributions"("status", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "contributions_call_queue_idx" ON "contributions"("call_id", "status", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "contributions_published_idx" ON "contributions"("published_at", "id");

-- CreateIndex
CREATE INDEX "contributions_search_idx" ON "contributions" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "contributions_call_number_key" ON "contributions"("call_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "access_links_token_hash_key" ON "access_links"("token_hash");

-- CreateIndex
CREATE INDEX "access_links_contribution_idx" ON "access_links"("contribution_id");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_revisions_number_key" ON "contribution_revisions"("contribution_id", "number");

-- CreateIndex
CREATE INDEX "signatures_agreement_idx" ON "signatures"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "projects_revision_position_key" ON "projects"("revision_id", "position");

-- CreateIndex
CREATE INDEX "project_agreements_agreement_idx" ON "project_agreements"("agreement_id");

-- CreateIndex
CREATE INDEX "project_criteria_criterion_idx" ON "project_criteria"("criterion_key");

-- CreateIndex
CREATE INDEX "proposals_contribution_idx" ON "proposals"("contribution_id");

-- CreateIndex
CREATE INDEX "proposals_agreement_idx" ON "proposals"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposals_revision_position_key" ON "proposals"("revision_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "proposals_revision_agreement_key" ON "proposals"("revision_id", "agreement_id");

-- CreateIndex
CREATE INDEX "proposed_changes_contribution_idx" ON "proposed_changes"("contribution_id", "status");

-- CreateIndex
CREATE INDEX "proposed_changes_rivals_idx" ON "proposed_changes"("agreement_id", "key", "status");

-- CreateIndex
CREATE UNIQUE INDEX "proposed_changes_cell_key" ON "proposed_changes"("proposal_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "mails_dedupe_key_key" ON "mails"("dedupe_key");

-- CreateIndex
CREATE INDEX "mails_status_idx" ON "mails"("status", "created_at");

-- CreateIndex
CREATE INDEX "mails_contribution_idx" ON "mails"("contribution_id");

-- CreateIndex
CREATE INDEX "releases_published_idx" ON "releases"("published_at");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_change_id_key" ON "decisions"("change_id");

-- CreateIndex
CREATE INDEX "decisions_revision_idx" ON "decisions"("revision_id");

-- CreateIndex
CREATE INDEX "decisions_winner_idx" ON "decisions"("winner_id");

-- AddForeignKey
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_set_slug_fkey" FOREIGN KEY ("set_slug") REFERENCES "criterion_sets"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cells" ADD CONSTRAINT "cells_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cells" ADD CONSTRAINT "cells_criterion_key_fkey" FOREIGN KEY ("criterion_key") REFERENCES "criteria"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cells" ADD CONSTRAINT "cells_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_cells" ADD CONSTRAINT "revision_cells_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_credits" ADD CONSTRAINT "revision_credits_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_credits" ADD CONSTRAINT "revision_credits_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_agreements" ADD CONSTRAINT "call_agreements_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_agreements" ADD CONSTRAINT "call_agreements_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_questionnaire_id_fkey" FOREIGN KEY ("questionnaire_id") REFERENCES "questionnaires"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_sections" ADD CONSTRAINT "draft_sections_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_revisions" ADD CONSTRAINT "contribution_revisions_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "contribution_revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "contribution_revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "contribution_revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_agreements" ADD CONSTRAINT "project_agreements_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_agreements" ADD CONSTRAINT "project_agreements_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_criteria" ADD CONSTRAINT "project_criteria_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_criteria" ADD CONSTRAINT "project_criteria_criterion_key_fkey" FOREIGN KEY ("criterion_key") REFERENCES "criteria"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "contribution_revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_changes" ADD CONSTRAINT "proposed_changes_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_changes" ADD CONSTRAINT "proposed_changes_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_changes" ADD CONSTRAINT "proposed_changes_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_changes" ADD CONSTRAINT "proposed_changes_criterion_key_fkey" FOREIGN KEY ("criterion_key") REFERENCES "criteria"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "proposed_changes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_winner_id_fkey" FOREIGN KEY ("winner_id") REFERENCES "proposed_changes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
