-- AlterTable
ALTER TABLE "questionnaires" ADD COLUMN     "meanings" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "reason" TEXT;

-- CreateTable
CREATE TABLE "questionnaire_drafts" (
    "call_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "edited_by_id" TEXT,
    "edited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "questionnaire_drafts_pkey" PRIMARY KEY ("call_id")
);

-- AddForeignKey
ALTER TABLE "questionnaire_drafts" ADD CONSTRAINT "questionnaire_drafts_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questionnaire_drafts" ADD CONSTRAINT "questionnaire_drafts_edited_by_id_fkey" FOREIGN KEY ("edited_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
