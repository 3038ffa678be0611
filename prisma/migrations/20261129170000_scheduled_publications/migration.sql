-- A contribution that an editor has scheduled to be published at a time, or that was refused at its time.
CREATE TABLE "scheduled_publications" (
    "contribution_id" UUID NOT NULL,
    "publish_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL,
    "even_undecided" BOOLEAN NOT NULL,
    "scheduled_by_id" TEXT NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3) NOT NULL,
    "refused_at" TIMESTAMPTZ(3),
    "refused_reason" TEXT,

    CONSTRAINT "scheduled_publications_pkey" PRIMARY KEY ("contribution_id")
);
ALTER TABLE "scheduled_publications" ADD CONSTRAINT "scheduled_publications_refused_check" CHECK (("refused_at" IS NULL) = ("refused_reason" IS NULL));

-- CreateIndex
CREATE INDEX "scheduled_publications_due_idx" ON "scheduled_publications"("publish_at");

-- CreateIndex
CREATE INDEX "scheduled_publications_scheduled_by_idx" ON "scheduled_publications"("scheduled_by_id");

-- AddForeignKey
ALTER TABLE "scheduled_publications" ADD CONSTRAINT "scheduled_publications_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_publications" ADD CONSTRAINT "scheduled_publications_scheduled_by_id_fkey" FOREIGN KEY ("scheduled_by_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Why what a notice tells of happened: a reason of lib/platform/errors, never a text that people wrote.
ALTER TABLE "notices" ADD COLUMN "reason" TEXT;
