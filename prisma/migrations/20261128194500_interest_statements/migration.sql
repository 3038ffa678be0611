-- CreateTable
CREATE TABLE "interest_statements" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interest_statements_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "interest_statements_user_idx" ON "interest_statements"("user_id", "created_at");

-- AddForeignKey
ALTER TABLE "interest_statements" ADD CONSTRAINT "interest_statements_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
