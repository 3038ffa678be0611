-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('changes_requested', 'note', 'reply');

-- AlterEnum
ALTER TYPE "change_status" ADD VALUE 'withdrawn';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "link_purpose" ADD VALUE 'comment';
ALTER TYPE "link_purpose" ADD VALUE 'read';

-- AlterTable
ALTER TABLE "access_links" ADD COLUMN     "label" TEXT;

-- AlterTable
ALTER TABLE "contributions" ADD COLUMN     "content_hash" TEXT;

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "draft_comments" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "link_id" UUID,
    "signed_as" TEXT,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "draft_comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_attachments" (
    "revision_id" UUID NOT NULL,
    "attachment_id" UUID NOT NULL,

    CONSTRAINT "revision_attachments_pkey" PRIMARY KEY ("revision_id","attachment_id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "kind" "message_kind" NOT NULL,
    "revision" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "items" JSONB NOT NULL DEFAULT '[]',
    "user_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "draft_comments_contribution_idx" ON "draft_comments"("contribution_id", "created_at");

-- CreateIndex
CREATE INDEX "draft_comments_link_idx" ON "draft_comments"("link_id");

-- CreateIndex
CREATE INDEX "attachments_contribution_idx" ON "attachments"("contribution_id", "created_at");

-- CreateIndex
CREATE INDEX "revision_attachments_attachment_idx" ON "revision_attachments"("attachment_id");

-- CreateIndex
CREATE INDEX "messages_contribution_idx" ON "messages"("contribution_id", "created_at");

-- CreateIndex
CREATE INDEX "messages_user_idx" ON "messages"("user_id");

-- CreateIndex
CREATE INDEX "contributions_content_idx" ON "contributions"("call_id", "content_hash");

-- AddForeignKey
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "access_links"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_attachments" ADD CONSTRAINT "revision_attachments_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "contribution_revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_attachments" ADD CONSTRAINT "revision_attachments_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Search that forgives typing errors. A trusted extension: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

ALTER TABLE "attachments" ADD CONSTRAINT "attachments_size_check" CHECK ("size" = octet_length("bytes") AND "size" > 0);
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
-- Only an editor's message has an author; a contributor's reply is signed by its contribution.
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_check" CHECK (("kind" = 'reply') = ("user_id" IS NULL));

-- What was said to the other side: never changed.
CREATE TRIGGER "messages_kept" BEFORE UPDATE ON "messages" EXECUTE FUNCTION refuse_rewriting();
