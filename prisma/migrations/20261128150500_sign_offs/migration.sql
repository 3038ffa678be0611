-- AlterEnum
ALTER TYPE "link_purpose" ADD VALUE 'approve' BEFORE 'comment';

-- CreateEnum
CREATE TYPE "sign_off_outcome" AS ENUM ('approved', 'changes_asked');

-- CreateTable
CREATE TABLE "sign_offs" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "link_id" UUID,
    "version" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "sent" BOOLEAN NOT NULL DEFAULT false,
    "outcome" "sign_off_outcome" NOT NULL,
    "name" TEXT NOT NULL,
    "office" TEXT,
    "text" TEXT,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_offs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sign_offs_contribution_idx" ON "sign_offs"("contribution_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "sign_offs_answer_key" ON "sign_offs"("link_id", "version", "name");

-- AddForeignKey
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "access_links"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Who asks for changes says which.
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_text_check" CHECK (("outcome" = 'changes_asked') = ("text" IS NOT NULL));
