-- CreateTable
CREATE TABLE "unrecorded_choices" (
    "user_id" TEXT NOT NULL,
    "contribution_id" UUID NOT NULL,
    "cells" JSONB NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unrecorded_choices_pkey" PRIMARY KEY ("user_id","contribution_id")
);

-- CreateIndex
CREATE INDEX "unrecorded_choices_contribution_idx" ON "unrecorded_choices"("contribution_id");

-- AddForeignKey
ALTER TABLE "unrecorded_choices" ADD CONSTRAINT "unrecorded_choices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unrecorded_choices" ADD CONSTRAINT "unrecorded_choices_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
