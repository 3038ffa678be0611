-- CreateTable
CREATE TABLE "entry_editors" (
    "contribution_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_editors_pkey" PRIMARY KEY ("contribution_id","user_id")
);

-- CreateIndex
CREATE INDEX "entry_editors_user_idx" ON "entry_editors"("user_id");

-- AddForeignKey
ALTER TABLE "entry_editors" ADD CONSTRAINT "entry_editors_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "entries_on_behalf"("contribution_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_editors" ADD CONSTRAINT "entry_editors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Until now only the editor who began an entry has entered it.
INSERT INTO "entry_editors" ("contribution_id", "user_id", "created_at")
  SELECT "contribution_id", "entered_by_id", "created_at" FROM "entries_on_behalf";
