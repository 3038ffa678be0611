-- CreateTable
CREATE TABLE "conflict_statements" (
    "contribution_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conflict_statements_pkey" PRIMARY KEY ("contribution_id","user_id")
);

-- CreateIndex
CREATE INDEX "conflict_statements_user_idx" ON "conflict_statements"("user_id");

-- AddForeignKey
ALTER TABLE "conflict_statements" ADD CONSTRAINT "conflict_statements_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_statements" ADD CONSTRAINT "conflict_statements_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody is apart from something without saying why.
ALTER TABLE "conflict_statements" ADD CONSTRAINT "conflict_statements_reason_check" CHECK (btrim("reason") <> '');
