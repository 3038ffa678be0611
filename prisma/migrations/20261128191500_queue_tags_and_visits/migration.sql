-- CreateTable
CREATE TABLE "desk_visits" (
    "user_id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "previous_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_visits_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "contribution_tags" (
    "contribution_id" UUID NOT NULL,
    "tag" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contribution_tags_pkey" PRIMARY KEY ("contribution_id","tag")
);

-- CreateIndex
CREATE INDEX "contribution_tags_tag_idx" ON "contribution_tags"("tag");

-- CreateIndex
CREATE INDEX "contribution_tags_user_idx" ON "contribution_tags"("user_id");

-- AddForeignKey
ALTER TABLE "desk_visits" ADD CONSTRAINT "desk_visits_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_tags" ADD CONSTRAINT "contribution_tags_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_tags" ADD CONSTRAINT "contribution_tags_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
