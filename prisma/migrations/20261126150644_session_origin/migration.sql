-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "device" TEXT;

-- A session has always lasted two weeks from signing in.
UPDATE "sessions" SET "created_at" = "expires" - interval '14 days';
