-- CreateTable
CREATE TABLE "word_exports" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "questionnaire_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "shape" JSONB NOT NULL,
    "versions" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "word_exports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "word_exports_state_key" ON "word_exports"("contribution_id", "locale", "state");

-- AddForeignKey
ALTER TABLE "word_exports" ADD CONSTRAINT "word_exports_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "word_exports" ADD CONSTRAINT "word_exports_questionnaire_id_fkey" FOREIGN KEY ("questionnaire_id") REFERENCES "questionnaires"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
