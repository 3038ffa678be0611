-- CreateTable
CREATE TABLE "held_files" (
    "id" UUID NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "originals" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "findings" TEXT[],
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "originals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "held_files_expires_idx" ON "held_files"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "originals_content_key" ON "originals"("contribution_id", "sha256");

-- AddForeignKey
ALTER TABLE "originals" ADD CONSTRAINT "originals_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
