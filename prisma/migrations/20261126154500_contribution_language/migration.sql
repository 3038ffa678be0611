-- AlterTable
ALTER TABLE "contributions" ADD COLUMN     "language" TEXT;

ALTER TABLE "contributions" ADD CONSTRAINT "contributions_language_check" CHECK ("language" ~ '^[a-z]{2}$');
